/** The reply to a question in plain words, from what the search found. */
import type { Entry, Knowledge, SmallTalk } from '../knowledge/knowledge.ts';
import { newestFirst } from '../knowledge/of-articles.ts';
import { isUntranslated } from '../knowledge/translate.ts';
import type { MessageKey, Messages } from '../messages/messages.ts';
import type { Finding, Part } from '../search/decide.ts';
import { tellsNothing } from '../search/fragment.ts';
import type { AskedFor } from '../search/grammar/grammar.ts';
import { memoize } from '../text/memoize.ts';
import { cut, quoteUserText } from '../text/quote.ts';
import { hasSeveral, oneOrSeveral } from './articles.ts';
import type { Context } from './command.ts';
import { type Button, type Menu, type Outcome, type Reply, reply } from './reply.ts';
import {
  articleLine,
  articleName,
  articleOf,
  asOf,
  changeLines,
  citationsOf,
  factLines,
  factsOf,
  latestArticle,
  paragraphLink,
  placesLine,
  recentCorrectionLines,
  sourceLine,
  titleLink,
} from './sources.ts';

/** Under an answer, and under a line that says nothing is near. */
const RELATED = 3;
const SUGGESTED = 5;
/** Entries with less of the ranker's belief are chance, and no suggestion. */
const LEAST_BELIEF = 0.03;
/** Characters of a question that are shown back to whoever asked it. */
const SHOWN_BACK = 200;

/** A button that asks an entry's question. */
export const askButton = memoize(
  ({ id, question }: Entry): Button => ({ label: question, action: { command: 'ask', options: { question: id } } }),
);

/** Questions to ask next, in one list; none of it if there are none. */
function askMenu(placeholder: string, entries: readonly Entry[]): readonly Menu[] {
  const choices = entries.map(({ id, question }) => ({ label: question, value: id }));
  return choices.length === 0
    ? []
    : [{ placeholder, action: { command: 'ask', options: {} }, option: 'question', choices }];
}

function makeParts(entry: Entry, knowledge: Knowledge, messages: Messages) {
  const facts = factsOf(entry.facts, knowledge);
  const article = articleOf(entry, knowledge);
  const sources: Button = {
    label: messages.say('answer.sourcesButton'),
    action: { command: 'source', options: { question: entry.id } },
  };
  return {
    article,
    sources,
    citations: citationsOf(facts, { knowledge, messages }),
    source: `-# ${sourceLine(facts, knowledge)}`,
    facts,
    places: `-# ${placesLine(facts, knowledge)}`,
    list: factLines(facts, knowledge),
    footer: asOf(article, messages),
    named: entry.kind === 'question' ? entry.related.flatMap((id) => knowledge.entries.get(id) ?? []) : [],
    corrected: [entry, ...facts].filter(({ correction }) => correction),
  };
}

const partsIn = memoize((knowledge: Knowledge) =>
  memoize((messages: Messages) => memoize((entry: Entry) => makeParts(entry, knowledge, messages))),
);

/** What each reply to an entry shows: its facts, their citations, these in a line for people; and what was corrected. */
const partsOf = (entry: Entry, { knowledge, messages }: Context) => partsIn(knowledge)(messages)(entry);

function outcomeOf(
  status: Outcome['status'],
  entry: Entry | null,
  words: string | null,
  { confidence, smallTalk }: Finding,
  suggested: readonly Entry[],
): Outcome {
  const suggestions = suggested.map(({ id, question }) => ({ entry: id, question }));
  return { status, isSmallTalk: smallTalk !== null, entry: entry?.id ?? null, words, score: confidence, suggestions };
}

/** The entries that the shown ones name as related, then the nearest ones; none that the reply speaks of already. */
function relatedTo(shown: readonly Entry[], named: readonly Entry[], { candidates }: Finding): readonly Entry[] {
  const near = candidates.filter(({ score }) => score >= LEAST_BELIEF).map(({ entry }) => entry);
  return [...new Set([...named, ...near])].filter((entry) => !shown.includes(entry)).slice(0, RELATED);
}

/** What says that the article does not give what a question asks for. */
const LACKING: Readonly<Record<AskedFor, MessageKey>> = {
  who: 'answer.lacking.who',
  which: 'answer.lacking.which',
  when: 'answer.lacking.when',
  where: 'answer.lacking.where',
  why: 'answer.lacking.why',
  'how many': 'answer.lacking.howMany',
  how: 'answer.lacking.how',
  'yes/no': 'answer.lacking.whether',
};

/** The answer of a part, and what is missing beside it; a gap of its own says so itself. */
function linesOf({ entry, alsoMissing, lacks }: Part, { say }: Messages): readonly string[] {
  const missing = lacks ? [say(LACKING[lacks])] : [];
  const untranslated = isUntranslated(entry) ? [`-# ${say('answer.untranslated')}`] : [];
  return [...missing, entry.answer, ...(alsoMissing ? [alsoMissing.answer] : []), ...untranslated];
}

/** A question as it is shown back to whoever asked it. */
const shownBack = (question: string) => quoteUserText(cut(question, SHOWN_BACK));

/** The reply to one question, or to two in one text, or of two articles: each under its own question, with its sources. */
function partsReply(finding: Finding, words: string | null, context: Context): Reply {
  const { status, unmatched, elsewhere } = finding;
  const { messages, knowledge } = context;
  const { say } = messages;
  const parts = [...finding.parts, ...elsewhere];
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
      ...linesOf(part, messages),
      ...changeLines(facts, stated, context),
      ...recentCorrectionLines(corrected, context),
      // A gap on its own lists what the article does say beneath.
      ...(isGap ? [] : [isOfSeveral ? places : source]),
    ].join('\n'),
  );
  const own = finding.parts.flatMap(({ entry, alsoMissing }) => (alsoMissing ? [entry, alsoMissing] : [entry]));
  const related = relatedTo(
    own,
    shown.filter(({ part }) => finding.parts.includes(part)).flatMap(({ named }) => named),
    finding,
  );
  // The half of a question that nothing is near is not dropped unsaid.
  const articles = oneOrSeveral(knowledge);
  const nothing = unmatched === null ? [] : [say('answer.nothingOnHalf', { half: shownBack(unmatched), articles })];
  const { question } = first.part.entry;
  return reply(messages, {
    ...(parts.length === 1 ? { asked: question } : { title: question }),
    text: [...texts, ...nothing].join('\n'),
    sections: isGap ? [{ heading: say('answer.whatItSays'), text: first.list }] : [],
    citations: shown.flatMap(({ citations }) => citations),
    // Each says its own day.
    ...(!isOfSeveral && { footer: first.footer }),
    buttons:
      shown.length === 1
        ? [first.sources]
        : shown.map(({ sources }, at) => ({ ...sources, label: say('answer.sourcesOf', { number: at + 1 }) })),
    menus: askMenu(say('answer.related'), related),
    outcome: outcomeOf(status, first.part.entry, words, finding, related),
  });
}

/** Commands that small talk may lead to, as buttons. */
const SHOWN: Readonly<Record<NonNullable<SmallTalk['shows']>, MessageKey>> = {
  help: 'answer.leadsTo.help',
  summary: 'answer.leadsTo.summary',
  source: 'answer.leadsTo.source',
  privacy: 'answer.leadsTo.privacy',
};

/** What small talk says and where it leads; of several articles, it speaks of no one. */
function smallTalkParts(talk: SmallTalk, { knowledge, messages }: Context): Pick<Reply, 'text' | 'footer' | 'buttons'> {
  const several = hasSeveral(knowledge);
  const text = (several ? talk.of_several : undefined) ?? talk.answer;
  const leadTo = (key: MessageKey, command: string): readonly Button[] => [
    { label: messages.say(key), action: { command, options: {} } },
  ];
  if (!talk.shows) return { text, buttons: [] };
  if (talk.shows !== 'source') return { text, buttons: leadTo(SHOWN[talk.shows], talk.shows) };
  const shown = newestFirst(knowledge).slice(0, SUGGESTED);
  const [newest = latestArticle(knowledge)] = shown;
  return {
    text: [text, ...shown.map((article) => articleLine(article, messages))].join('\n'),
    ...(!several && { footer: asOf(newest, messages) }),
    buttons: several ? leadTo('answer.leadsTo.articles', 'articles') : leadTo(SHOWN.source, 'source'),
  };
}

function smallTalkReply(question: string, talk: SmallTalk, finding: Finding, context: Context): Reply {
  const suggested = context.search.completeQuestion('', RELATED);
  const { messages } = context;
  return reply(messages, {
    ...smallTalkParts(talk, context),
    menus: askMenu(messages.say('answer.canBeAsked'), suggested),
    outcome: outcomeOf('no_match', null, question, finding, suggested),
  });
}

function noMatch(question: string, finding: Finding, { search, messages, knowledge }: Context): Reply {
  const near = finding.candidates.filter(({ score }) => score >= LEAST_BELIEF).map(({ entry }) => entry);
  // Suggestions stay within one article.
  const suggesting = near[0] ? search.among([near[0].article]) : search;
  const offered = finding.asksBack
    ? near.slice(0, RELATED)
    : [...new Set([...near, ...suggesting.completeQuestion('', SUGGESTED)])].slice(0, SUGGESTED);
  const asked = `> ${shownBack(question.trim())}\n`;
  const articles = oneOrSeveral(knowledge);
  const line = finding.asksBack
    ? asked + messages.say('answer.asksBack')
    : tellsNothing(question, search.grammar)
      ? messages.say('answer.noWords', { articles })
      : asked + messages.say('answer.nothingNear', { articles });
  return reply(messages, {
    text: line,
    // What was meant is the answer itself, so it is to be seen at once.
    ...(finding.asksBack
      ? { buttons: offered.map(askButton) }
      : { menus: askMenu(messages.say('answer.canBeAsked'), offered) }),
    outcome: outcomeOf('no_match', null, question, finding, offered),
  });
}

/** The reply to `question`, which came to `finding`. */
export function answerReply(question: string, finding: Finding, context: Context): Reply {
  if (finding.smallTalk) return smallTalkReply(question, finding.smallTalk, finding, context);
  if (finding.parts.length === 0) return noMatch(question, finding, context);
  return partsReply(finding, question, context);
}

/** Nothing had to be found. */
const chosen = (entry: Entry): Finding => ({
  status: entry.kind === 'gap' ? 'not_stated' : 'answered',
  parts: [{ entry, alsoMissing: null, lacks: null }],
  unmatched: null,
  elsewhere: [],
  goesOn: false,
  smallTalk: null,
  outside: false,
  asksBack: false,
  confidence: 1,
  why: 'It was chosen.',
  candidates: [],
});

/** The reply to somebody who chose the entry. */
export function chosenReply(entry: Entry, context: Context): Reply {
  return partsReply(chosen(entry), null, context);
}

/** The reply to somebody who asks whose words an answer rests on. */
export function whoSaidReply(entry: Entry, question: string, context: Context): Reply {
  const { messages } = context;
  const { say } = messages;
  const { citations, list, article, footer, sources } = partsOf(entry, context);
  const voices = [...Map.groupBy(citations, ({ said_by }) => said_by)].map(([name, theirs]) => {
    const links = new Set(theirs.map(({ paragraph }) => paragraphLink(article, paragraph)));
    const places = [...links].join(say('list.separator'));
    return name === say('answer.sources.theArticle')
      ? say('answer.whoSaid.theArticle', { places })
      : say('answer.whoSaid.somebody', { name, places });
  });
  return reply(messages, {
    title: say('answer.whoSaid.title', { question: entry.question }),
    ...titleLink(article),
    text: voices.join('\n'),
    sections: [{ heading: say('answer.whoSaid.facts'), text: list }],
    citations,
    footer,
    buttons: [askButton(entry), sources],
    outcome: outcomeOf('answered', entry, question, chosen(entry), []),
  });
}
