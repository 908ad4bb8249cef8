/** The reply to a question in plain words, from what the search found. */
import type { Entry } from '../knowledge/knowledge.ts';
import { oneOrSeveral } from '../knowledge/of-articles.ts';
import { isUntranslated } from '../knowledge/translate.ts';
import type { MessageKey } from '../messages/messages.ts';
import { chosen } from '../search/certain.ts';
import type { Lacking, Part, SearchResult } from '../search/decide.ts';
import type { Context } from './command.ts';
import { noMatch, smallTalkReply } from './no-answer.ts';
import { askMenu, elsewhereMenu, elsewhereSection, nearIn, outcomeOf, RELATED, shownBack } from './offers.ts';
import { partsOf } from './parts.ts';
import { type Reply, reply } from './reply.ts';
import { articleName, changeLines, recentCorrectionLines } from './sources.ts';

/**
 * The entries that the shown ones list as related, then the nearest ones, without those that the reply already covers.
 */
function relatedTo(shown: readonly Entry[], named: readonly Entry[], result: SearchResult): readonly Entry[] {
  return [...new Set([...named, ...nearIn(result)])].filter((entry) => !shown.includes(entry)).slice(0, RELATED);
}

/** The messages that say the article does not give what a question asks for. */
const LACKING: Readonly<Record<Lacking, MessageKey>> = {
  who: 'answer.lacking.who',
  which: 'answer.lacking.which',
  when: 'answer.lacking.when',
  where: 'answer.lacking.where',
  why: 'answer.lacking.why',
  'how many': 'answer.lacking.howMany',
  how: 'answer.lacking.how',
  'yes/no': 'answer.lacking.whether',
  words: 'answer.lacking.words',
};

/** The answer of a part, and what is missing from it; a gap itself says what is missing. */
function linesOf({ entry, alsoMissing, lacks }: Part, { knowledge, messages: { say } }: Context): readonly string[] {
  const missing = lacks ? [say(LACKING[lacks], { articles: oneOrSeveral(knowledge) })] : [];
  const untranslated = isUntranslated(entry) ? [`-# ${say('answer.untranslated')}`] : [];
  return [...missing, entry.answer, ...(alsoMissing ? [alsoMissing.answer] : []), ...untranslated];
}

/**
 * The reply with one answer, or with several to two questions or from two articles: each under its own question, with
 * its sources.
 */
function partsReply(result: SearchResult, words: string | null, context: Context): Reply {
  const { status, unmatched, elsewhere } = result;
  const { messages, knowledge } = context;
  const { say } = messages;
  const parts = [...result.parts, ...elsewhere];
  const shown = parts.map((part) => ({ part, ...partsOf(part.entry, context) }));
  const [first] = shown;
  if (!first) throw new Error('a reply needs something to say');
  const isGap = parts.length === 1 && first.part.entry.kind === 'gap';
  const isOfSeveral = new Set(shown.map(({ article }) => article)).size > 1;
  const stated = shown.flatMap(({ facts }) => facts);
  const texts = shown.map(({ part, article, source, places, facts, corrected }, at) =>
    [
      ...(at > 0 ? ['', `**${part.entry.question}**`] : []),
      ...(isOfSeveral ? [`-# ${say('answer.asOfArticle', { name: articleName(article, messages) })}`] : []),
      ...linesOf(part, context),
      ...changeLines(facts, stated, context),
      ...recentCorrectionLines(corrected, context),
      // A gap on its own lists below what the article does say.
      ...(isGap ? [] : [isOfSeveral ? places : source]),
    ].join('\n'),
  );
  const own = result.parts.flatMap(({ entry, alsoMissing }) => (alsoMissing ? [entry, alsoMissing] : [entry]));
  const related = relatedTo(
    own,
    shown.filter(({ part }) => result.parts.includes(part)).flatMap(({ named }) => named),
    result,
  );
  // The half of a question without an answer is mentioned, not silently dropped.
  const articles = oneOrSeveral(knowledge);
  const nothing = unmatched === null ? [] : [say('answer.nothingOnHalf', { half: shownBack(unmatched), articles })];
  const { question } = first.part.entry;
  return reply(messages, {
    ...(parts.length === 1 ? { asked: question } : { title: question }),
    text: [...texts, ...nothing].join('\n'),
    sections: isGap
      ? [{ heading: say('answer.whatItSays'), text: first.list }]
      : elsewhereSection(result.offered, context),
    citations: [...shown, ...result.offered.map((entry) => partsOf(entry, context))].flatMap(
      ({ citations }) => citations,
    ),
    // Each answer gives its own date.
    ...(!isOfSeveral && { footer: first.footer }),
    buttons:
      shown.length === 1
        ? [first.sources]
        : shown.map(({ sources }, at) => ({ ...sources, label: say('answer.sourcesOf', { number: at + 1 }) })),
    menus: [...elsewhereMenu(result.offered, context), ...askMenu(say('answer.related'), related)],
    outcome: outcomeOf(status, first.part.entry, words, result, related),
  });
}

/** The reply to `question` with the search result `result`. */
export function answerReply(question: string, result: SearchResult, context: Context): Reply {
  if (result.smallTalk) return smallTalkReply(question, result.smallTalk, result, context);
  if (result.parts.length === 0) return noMatch(question, result, context);
  return partsReply(result, question, context);
}

/** The reply to somebody who chose the entry. */
export function chosenReply(entry: Entry, context: Context): Reply {
  return partsReply(chosen(entry), null, context);
}
