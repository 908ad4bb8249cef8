/** The questions that a reply offers next, and its outcome. */
import type { Entry } from '../knowledge/knowledge.ts';
import type { SearchResult } from '../search/decide.ts';
import { memoize } from '../text/memoize.ts';
import { cut, quoteBack } from '../text/quote.ts';
import type { Context } from './command.ts';
import { partsOf } from './parts.ts';
import type { Button, Menu, Outcome, Section } from './reply.ts';
import { articleName, articleOf, shortName } from './sources.ts';

/** How many questions are offered with an answer. */
export const RELATED = 3;
/** Entries with a lower probability are noise, and are not suggested. */
const LEAST_SUGGESTED = 0.03;
/** How many characters of a question are quoted back to whoever asked it. */
const SHOWN_BACK = 200;

/** A button that asks an entry's question. */
export const askButton = memoize(
  ({ id, question }: Entry): Button => ({ label: question, action: { command: 'ask', options: { question: id } } }),
);

/** A button that opens the modal to ask in, as `/ask` without a question does. */
export const modalButton = (label: string): Button => ({
  label,
  action: { command: 'ask', options: { question: '' } },
});

/** Questions to ask next, as one menu; no menu if there are none. */
export function askMenu(placeholder: string, entries: readonly Entry[]): readonly Menu[] {
  const choices = entries.map(({ id, question }) => ({ label: question, value: id }));
  return choices.length === 0
    ? []
    : [{ placeholder, action: { command: 'ask', options: {} }, option: 'question', choices }];
}

/** How much of another article's answer is shown at once. */
const LONGEST_SHORT = 240;

/** What other articles answer, in short, a line each with its sources; no section if there are none. */
export const elsewhereSection = (entries: readonly Entry[], context: Context): readonly Section[] =>
  entries.length === 0
    ? []
    : [
        {
          heading: context.messages.say('answer.inOtherArticles'),
          text: entries
            .map((entry) => {
              const { article, places } = partsOf(entry, context);
              const name = articleName(article, context.messages);
              return `- ${name}: ${cut(entry.answer.replaceAll('\n', ' '), LONGEST_SHORT)}\n${places}`;
            })
            .join('\n'),
        },
      ];

/** The same as one menu, for the whole answers; no menu if there are none. */
export const elsewhereMenu = (entries: readonly Entry[], { knowledge, messages }: Context): readonly Menu[] =>
  askMenu(
    messages.say('answer.wholeAnswer'),
    entries.map((entry) => ({ ...entry, question: `${shortName(articleOf(entry, knowledge))}: ${entry.question}` })),
  );

/** The entries that a text may be about, nearest first. */
export const nearIn = ({ candidates }: SearchResult): readonly Entry[] =>
  candidates.filter(({ score }) => score >= LEAST_SUGGESTED).map(({ entry }) => entry);

/** A question as it is quoted back to whoever asked it. */
export const shownBack = (question: string) => quoteBack(question, SHOWN_BACK);

/** The outcome of a reply, for the metrics and for `--json`. */
export function outcomeOf(
  status: Outcome['status'],
  entry: Entry | null,
  words: string | null,
  { confidence, smallTalk }: SearchResult,
  suggested: readonly Entry[],
): Outcome {
  const suggestions = suggested.map(({ id, question }) => ({ entry: id, question }));
  return { status, isSmallTalk: smallTalk !== null, entry: entry?.id ?? null, words, score: confidence, suggestions };
}
