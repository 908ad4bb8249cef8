/** The reply to a question in plain words, from what the search found. */
import type { Entry, Knowledge, SmallTalk } from '../knowledge/knowledge.ts';
import type { Finding, Part } from '../search/decide.ts';
import { tellsNothing } from '../search/fragment.ts';
import type { AskedFor } from '../search/grammar/grammar.ts';
import { memoize } from '../text/memoize.ts';
import { cut, quoteUserText } from '../text/quote.ts';
import type { Context } from './command.ts';
import { type Button, type Outcome, type Reply, reply } from './reply.ts';
import {
  articleLine,
  articleOf,
  asOf,
  citationsOf,
  factLines,
  factsOf,
  latestArticle,
  paragraphLink,
  recentCorrectionLines,
  sourceLine,
  THE_ARTICLE,
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

const sourcesButton = memoize(
  ({ id }: Entry): Button => ({ label: 'Sources', action: { command: 'source', options: { question: id } } }),
);

/** What each reply to an entry shows: its facts, their citations, these in a line for people; and what was corrected. */
const partsIn = memoize((knowledge: Knowledge) =>
  memoize((entry: Entry) => {
    const facts = factsOf(entry.facts, knowledge);
    const citations = citationsOf(facts, knowledge);
    return {
      citations,
      source: `-# ${sourceLine(facts, knowledge)}`,
      list: factLines(facts, knowledge),
      article: articleOf(entry, knowledge),
      named: entry.kind === 'question' ? entry.related.flatMap((id) => knowledge.entries.get(id) ?? []) : [],
      corrected: [entry, ...facts].filter(({ correction }) => correction),
    };
  }),
);

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

/** What a question asks for, in the sentence that says that it is missing. */
const LACKING: Readonly<Record<AskedFor, string>> = {
  who: 'who',
  which: 'which',
  when: 'when',
  where: 'where',
  why: 'why',
  'how many': 'how many or how much',
  how: 'how',
  'yes/no': 'whether that is so',
};

/** The answer of a part, and what is missing beside it; a gap of its own says so itself. */
function linesOf({ entry, alsoMissing, lacks }: Part): readonly string[] {
  const missing = lacks ? [`The article does not say ${LACKING[lacks]}.`] : [];
  return [...missing, entry.answer, ...(alsoMissing ? [alsoMissing.answer] : [])];
}

/** The half of a question that nothing is near is not dropped unsaid. */
const unmatchedLine = (half: string) =>
  `On “${quoteUserText(cut(half, SHOWN_BACK))}” I found nothing; as far as I can tell, the article does not say.`;

/** The reply to one question, or to two in one text: each under its own canonical question, each with its sources. */
function partsReply(finding: Finding, words: string | null, context: Context): Reply {
  const { parts, status, unmatched } = finding;
  const shown = parts.map((part) => ({ part, ...partsIn(context.knowledge)(part.entry) }));
  const [first] = shown;
  if (!first) throw new Error('a reply needs something to say');
  const texts = shown.map(({ part, source, corrected }, at) =>
    [
      ...(at > 0 ? ['', `**${part.entry.question}**`] : []),
      ...linesOf(part),
      // A gap on its own lists what the article does say beneath.
      ...(part.entry.kind === 'gap' && parts.length === 1 ? [] : [source]),
      ...recentCorrectionLines(corrected, context.now),
    ].join('\n'),
  );
  const spokenOf = parts.flatMap(({ entry, alsoMissing }) => (alsoMissing ? [entry, alsoMissing] : [entry]));
  const related = relatedTo(
    spokenOf,
    shown.flatMap(({ named }) => named),
    finding,
  );
  const isGap = parts.length === 1 && first.part.entry.kind === 'gap';
  return reply({
    title: first.part.entry.question,
    ...titleLink(first.article),
    text: [...texts, ...(unmatched === null ? [] : [unmatchedLine(unmatched)])].join('\n'),
    sections: isGap ? [{ heading: 'What it does say', text: first.list }] : [],
    citations: shown.flatMap(({ citations }) => citations),
    footer: asOf(first.article),
    buttons: [...parts.map(({ entry }) => sourcesButton(entry)), ...related.map(askButton)],
    outcome: outcomeOf(status, first.part.entry, words, finding, related),
  });
}

/** Commands that small talk may lead to, as buttons. */
const SHOWN: Readonly<Record<NonNullable<SmallTalk['shows']>, string>> = {
  help: 'What I can do',
  summary: 'Summary',
  source: 'The article',
  privacy: 'What is kept',
};

function smallTalkReply(question: string, { answer, shows }: SmallTalk, finding: Finding, context: Context): Reply {
  const suggested = context.search.completeQuestion('', RELATED);
  const leads: readonly Button[] = shows ? [{ label: SHOWN[shows], action: { command: shows, options: {} } }] : [];
  const article = latestArticle(context.knowledge);
  return reply({
    ...(shows === 'source' ? { text: `${answer}\n${articleLine(article)}`, footer: asOf(article) } : { text: answer }),
    buttons: [...leads, ...suggested.map(askButton)],
    outcome: outcomeOf('no_match', null, question, finding, suggested),
  });
}

function noMatch(question: string, finding: Finding, { search }: Context): Reply {
  const near = finding.candidates.filter(({ score }) => score >= LEAST_BELIEF).map(({ entry }) => entry);
  const asked = quoteUserText(cut(question.trim(), SHOWN_BACK));
  const [offered, line] = finding.asksBack
    ? [near.slice(0, RELATED), `> ${asked}\nI am not sure that I understand. Did you mean one of these?`]
    : [
        [...new Set([...near, ...search.completeQuestion('', SUGGESTED)])].slice(0, SUGGESTED),
        tellsNothing(question, search.grammar)
          ? 'There are no words in that for me to go by. Ask me something about the article, or try one of these.'
          : `> ${asked}\nI found nothing in the article that is near this. Ask it in other words, or try one of these.`,
      ];
  return reply({
    text: line,
    buttons: offered.map(askButton),
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
  smallTalk: null,
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
  const { citations, list, article } = partsIn(context.knowledge)(entry);
  const voices = [...Map.groupBy(citations, ({ said_by }) => said_by)].map(([name, theirs]) => {
    const places = [...new Set(theirs.map(({ paragraph }) => paragraphLink(article, paragraph)))].join(', ');
    return name === THE_ARTICLE ? `The article itself says it (${places}).` : `${name} said it (${places}).`;
  });
  return reply({
    title: `Who said it: ${entry.question}`,
    ...titleLink(article),
    text: voices.join('\n'),
    sections: [{ heading: 'What was said', text: list }],
    citations,
    footer: asOf(article),
    buttons: [askButton(entry), sourcesButton(entry)],
    outcome: outcomeOf('answered', entry, question, chosen(entry), []),
  });
}
