/** Finds texts in quotation marks, and the nearest speaker. */
import { words } from '../../text/normalise.ts';
import type { Saying } from './speakers.ts';

export interface ProposedQuotation {
  readonly words: string;
  /** From 0. */
  readonly paragraph: number;
  /** The speaker's name; undefined if nobody speaks in that paragraph. */
  readonly speaker: string | undefined;
}

/** One word in quotation marks mostly expresses doubt, and more words than this are a copy. */
const [FEWEST, MOST] = [2, 25];

/** The quotations in some plain paragraphs, in order, each once. */
export function quotationsIn(paragraphs: readonly string[], sayings: readonly Saying[]): readonly ProposedQuotation[] {
  const found = paragraphs.flatMap((text, paragraph) =>
    [...text.matchAll(/"([^"]+)"/g)].map((match) => {
      const [from, to] = [match.index, match.index + match[0].length];
      const distance = (saying: Saying) => Math.max(saying.from - to, from - saying.to, 0);
      const [nearest] = sayings
        .filter((saying) => saying.paragraph === paragraph)
        .sort((one, other) => distance(one) - distance(other));
      return { words: (match[1] ?? '').replace(/[,.;:]$/, '').trim(), paragraph, speaker: nearest?.name };
    }),
  );
  return found.filter((quotation, index) => {
    const { length } = words(quotation.words);
    const isFirst = found.findIndex((other) => other.words === quotation.words) === index;
    return isFirst && length >= FEWEST && length <= MOST;
  });
}
