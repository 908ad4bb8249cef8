/** The reply to a question in plain words, from what the search found. */
import type { Entry, Gap, Knowledge, Question } from '../knowledge/knowledge.ts';
import type { Finding } from '../search/decide.ts';
import { memoize } from '../text/memoize.ts';
import { cut, quoteUserText } from '../text/quote.ts';
import type { Context } from './command.ts';
import { type Button, type Outcome, type Reply, reply } from './reply.ts';
import { articleOf, asOf, citationsOf, factLines, factsOf, recentCorrectionLines, sourceLines } from './sources.ts';

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

/**
 * What each reply to an entry shows: its facts' citations, these in lines for people, the entries that it names as
 * related; and which of it was ever corrected.
 */
const partsIn = memoize((knowledge: Knowledge) =>
  memoize((entry: Entry) => {
    const facts = factsOf(entry.facts, knowledge);
    const citations = citationsOf(facts, knowledge);
    return {
      citations,
      lines: sourceLines(citations).map((line) => `-# ${line}`),
      list: factLines(facts, knowledge),
      footer: asOf(articleOf(entry, knowledge)),
      named: entry.kind === 'question' ? entry.related.flatMap((id) => knowledge.entries.get(id) ?? []) : [],
      corrected: [entry, ...facts].filter(({ correction }) => correction),
    };
  }),
);

function outcomeOf(
  status: Outcome['status'],
  entry: Entry | null,
  words: string | null,
  { confidence }: Finding,
  suggested: readonly Entry[],
): Outcome {
  const suggestions = suggested.map(({ id, question }) => ({ entry: id, question }));
  return { status, entry: entry?.id ?? null, words, score: confidence, suggestions };
}

/** The entries that an entry names as related, then the nearest ones, for as many buttons as fit. */
function relatedTo(entry: Entry, named: readonly Entry[], { candidates }: Finding): readonly Entry[] {
  const related: Entry[] = [];
  const add = (other: Entry) => {
    if (related.length < RELATED && other !== entry && !related.includes(other)) related.push(other);
  };
  named.forEach(add);
  for (const { entry: near, score } of candidates) if (score >= LEAST_BELIEF) add(near);
  return related;
}

function answered(entry: Question, words: string | null, finding: Finding, context: Context): Reply {
  const { citations, lines, footer, corrected, named } = partsIn(context.knowledge)(entry);
  const related = relatedTo(entry, named, finding);
  const missing = finding.alsoMissing ? [finding.alsoMissing.answer] : [];
  return reply({
    title: entry.question,
    text: [entry.answer, ...missing, ...lines, ...recentCorrectionLines(corrected, context.now)].join('\n'),
    citations,
    footer,
    buttons: [sourcesButton(entry), ...related.map(askButton)],
    outcome: outcomeOf('answered', entry, words, finding, related),
  });
}

function notStated(entry: Gap, words: string | null, finding: Finding, context: Context): Reply {
  const { citations, list, footer, corrected, named } = partsIn(context.knowledge)(entry);
  const related = relatedTo(entry, named, finding);
  return reply({
    title: entry.question,
    text: [entry.answer, ...recentCorrectionLines(corrected, context.now)].join('\n'),
    sections: [{ heading: 'What it does say', text: list }],
    citations,
    footer,
    buttons: [sourcesButton(entry), ...related.map(askButton)],
    outcome: outcomeOf('not_stated', entry, words, finding, related),
  });
}

function noMatch(question: string, finding: Finding, { search }: Context): Reply {
  const near = finding.candidates.filter(({ score }) => score >= LEAST_BELIEF).map(({ entry }) => entry);
  const suggested = [...new Set([...near, ...search.completeQuestion('', SUGGESTED)])].slice(0, SUGGESTED);
  const asked = quoteUserText(cut(question.trim(), SHOWN_BACK));
  return reply({
    text:
      asked === ''
        ? 'There are no words in that for me to go by. Ask me something about the article, or try one of these.'
        : `> ${asked}\nI found nothing in the article that is near this. Ask it in other words, or try one of these.`,
    buttons: suggested.map(askButton),
    outcome: outcomeOf('no_match', null, question, finding, suggested),
  });
}

/** The reply to `question`, which came to `finding`. */
export function answerReply(question: string, finding: Finding, context: Context): Reply {
  if (finding.entry === null) return noMatch(question, finding, context);
  return entryReply(finding.entry, question, finding, context);
}

function entryReply(entry: Entry, words: string | null, finding: Finding, context: Context): Reply {
  return entry.kind === 'question'
    ? answered(entry, words, finding, context)
    : notStated(entry, words, finding, context);
}

/** The reply to somebody who chose the entry: nothing had to be found. */
export function chosenReply(entry: Entry, context: Context): Reply {
  const status = entry.kind === 'gap' ? 'not_stated' : 'answered';
  return entryReply(entry, null, { status, entry, alsoMissing: null, confidence: 1, candidates: [] }, context);
}
