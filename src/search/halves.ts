/** Two questions in one text: where it may be split. */
import { askedFor } from './asked-for.ts';

/** Between sentences, and where a second question begins behind a conjunction or a comma. */
const BETWEEN =
  /(?<=[?!.;])\s+(?=\S)|\s*[,;]?\s+(?:and|&|plus|also|then|und|n)\s+(?:also\s+)?|\s*[,;]\s+|\s+(?:or\s+)?(?=(?:who|which|when|where|why|how|what|did|is|are|was|were|does|has)\b)/giu;
/** A text has no more places to split it at than these. */
const MOST = 12;

export interface Halves {
  readonly first: string;
  readonly second: string;
}

/** The ways to take a text for two questions, of which at least one says by a word of its own what it asks for. */
export function halvesOf(text: string): readonly Halves[] {
  const splits: Halves[] = [];
  for (const match of text.matchAll(BETWEEN)) {
    const first = text.slice(0, match.index).trim();
    const second = text.slice(match.index + match[0].length).trim();
    if (first.length < 3 || second.length < 3) continue;
    if (askedFor(second) === null && askedFor(first) === null) continue;
    splits.push({ first, second });
    if (splits.length === MOST) break;
  }
  return splits;
}
