/** The reply where no entry answers: small talk, what may have been meant, or that nothing is near. */
import type { SmallTalk } from '../knowledge/knowledge.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Finding } from '../search/decide.ts';
import { tellsNothing } from '../search/fragment.ts';
import type { Context } from './command.ts';
import { askButton, askMenu, nearIn, outcomeOf, RELATED, shownBack } from './offers.ts';
import { type Button, type Reply, reply } from './reply.ts';
import { articleLine, asOf, latestArticle } from './sources.ts';

/** So many questions are offered under a line that says nothing is near. */
const SUGGESTED = 5;

/** Commands that small talk may lead to, as buttons. */
const SHOWN: Readonly<Record<NonNullable<SmallTalk['shows']>, MessageKey>> = {
  help: 'answer.leadsTo.help',
  summary: 'answer.leadsTo.summary',
  source: 'answer.leadsTo.source',
  privacy: 'answer.leadsTo.privacy',
};

/** What the bot says back to what is said to it. */
export function smallTalkReply(
  question: string,
  { answer, shows }: SmallTalk,
  finding: Finding,
  context: Context,
): Reply {
  const suggested = context.search.completeQuestion('', RELATED);
  const { messages } = context;
  const leads: readonly Button[] = shows
    ? [{ label: messages.say(SHOWN[shows]), action: { command: shows, options: {} } }]
    : [];
  const article = latestArticle(context.knowledge);
  return reply(messages, {
    ...(shows === 'source'
      ? { text: `${answer}\n${articleLine(article, messages)}`, footer: asOf(article, messages) }
      : { text: answer }),
    buttons: leads,
    menus: askMenu(messages.say('answer.canBeAsked'), suggested),
    outcome: outcomeOf('no_match', null, question, finding, suggested),
  });
}

/** What was meant, if that is unclear; else that nothing is near, and what can be asked. */
export function noMatch(question: string, finding: Finding, { search, messages }: Context): Reply {
  const near = nearIn(finding);
  // Suggestions stay within one article.
  const suggesting = near[0] ? search.among([near[0].article]) : search;
  const offered = finding.asksBack
    ? near.slice(0, RELATED)
    : [...new Set([...near, ...suggesting.completeQuestion('', SUGGESTED)])].slice(0, SUGGESTED);
  const asked = `> ${shownBack(question.trim())}\n`;
  const line = finding.asksBack
    ? asked + messages.say('answer.asksBack')
    : tellsNothing(question, search.grammar)
      ? messages.say('answer.noWords')
      : asked + messages.say('answer.nothingNear');
  return reply(messages, {
    text: line,
    // What was meant is the answer itself, so it is to be seen at once.
    ...(finding.asksBack
      ? { buttons: offered.map(askButton) }
      : { menus: askMenu(messages.say('answer.canBeAsked'), offered) }),
    outcome: outcomeOf('no_match', null, question, finding, offered),
  });
}
