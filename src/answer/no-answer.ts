/** The reply if no entry answers: small talk, what may have been meant, or that nothing is near. */
import type { SmallTalk } from '../knowledge/knowledge.ts';
import { hasSeveral, newestFirst, oneOrSeveral } from '../knowledge/of-articles.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { SearchResult } from '../search/decide.ts';
import { tellsNothing } from '../search/fragment.ts';
import type { Context } from './command.ts';
import { askButton, askMenu, nearIn, outcomeOf, RELATED, shownBack } from './offers.ts';
import { type Button, type Reply, reply } from './reply.ts';
import { articleLine, asOf, latestArticle } from './sources.ts';

/** How many questions are suggested if nothing is near. */
const SUGGESTED = 5;

/** Commands that small talk may lead to, as buttons. */
const SHOWN: Readonly<Record<NonNullable<SmallTalk['shows']>, MessageKey>> = {
  help: 'answer.leadsTo.help',
  summary: 'answer.leadsTo.summary',
  source: 'answer.leadsTo.source',
  privacy: 'answer.leadsTo.privacy',
};

/** The text and buttons of a small-talk reply; with several articles, it names none of them. */
function smallTalkParts(talk: SmallTalk, { knowledge, messages }: Context): Pick<Reply, 'text' | 'footer' | 'buttons'> {
  const several = hasSeveral(knowledge);
  const text = (several ? talk.of_several : undefined) ?? talk.answer;
  const leadTo = (key: MessageKey, command: string): readonly Button[] => [
    { label: messages.say(key), action: { command, options: {} } },
  ];
  if (!talk.shows) return { text, buttons: [] };
  if (talk.shows !== 'source') return { text, buttons: leadTo(SHOWN[talk.shows], talk.shows) };
  const shown = newestFirst(knowledge).slice(0, SUGGESTED);
  return {
    text: [text, ...shown.map((article) => articleLine(article, messages))].join('\n'),
    ...(!several && { footer: asOf(latestArticle(knowledge), messages) }),
    buttons: several ? leadTo('answer.leadsTo.articles', 'articles') : leadTo(SHOWN.source, 'source'),
  };
}

/** The reply to small talk. */
export function smallTalkReply(question: string, talk: SmallTalk, result: SearchResult, context: Context): Reply {
  const suggested = context.search.completeQuestion('', RELATED);
  const { messages } = context;
  return reply(messages, {
    ...smallTalkParts(talk, context),
    menus: askMenu(messages.say('answer.canBeAsked'), suggested),
    outcome: outcomeOf('no_match', null, question, result, suggested),
  });
}

/**
 * The reply if there is no answer: asks what was meant if that is unclear, else says that nothing is near and what can
 * be asked.
 */
export function noMatch(question: string, result: SearchResult, { search, messages, knowledge }: Context): Reply {
  const articles = oneOrSeveral(knowledge);
  const near = nearIn(result);
  // Suggestions stay within one article.
  const suggesting = near[0] ? search.among([near[0].article]) : search;
  const offered = result.asksBack
    ? near.slice(0, RELATED)
    : [...new Set([...near, ...suggesting.completeQuestion('', SUGGESTED)])].slice(0, SUGGESTED);
  const asked = `> ${shownBack(question.trim())}\n`;
  const line = result.asksBack
    ? asked + messages.say('answer.asksBack')
    : tellsNothing(question, search.grammar)
      ? messages.say('answer.noWords', { articles })
      : asked + messages.say('answer.nothingNear', { articles });
  return reply(messages, {
    text: line,
    // The choices are the answer itself, so they must be visible at once.
    ...(result.asksBack
      ? { buttons: offered.map(askButton) }
      : { menus: askMenu(messages.say('answer.canBeAsked'), offered) }),
    outcome: outcomeOf('no_match', null, question, result, offered),
  });
}
