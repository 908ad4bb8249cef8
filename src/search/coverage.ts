/** Compares a question's words with the phrasings of what was found: some may be about something else. */
import type { Entry, Gap } from '../knowledge/knowledge.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { type SearchResult, SURE } from './decide.ts';
import { asNoMatch } from './entry-fit.ts';
import { tellingIn } from './fragment.ts';
import type { Grammar } from './grammar/grammar.ts';
import { stem } from './ranking/stem.ts';

/** If this share of a question's content words occurs in no phrasing, its entry has to be sure. */
const UNKNOWN = 1 / 2;
/** A gap is mentioned if it covers words that the answer's own entry does not, and its score times their number is this. */
const NEAR = 0.1;
/** A gap with a lower score is far, whatever it covers. */
const FAR = 0.02;
/** A gap is about a word that at least this share of its phrasings uses, and more than one of them. */
const ABOUT = 0.02;

const NUMBER = /^\d+$/;

/** How many of an entry's phrasings use each stem. */
const stemCounts = memoize(({ question, phrasings }: Entry): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const text of [question, ...phrasings])
    for (const one of new Set(words(text).map(stem))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
});

const stemsOfAnswer = memoize(({ answer }: Entry): ReadonlySet<string> => new Set(words(answer).map(stem)));

function isAbout(gap: Gap, one: string): boolean {
  const count = stemCounts(gap).get(one) ?? 0;
  return count > 1 && count >= ABOUT * gap.phrasings.length;
}

/** A near gap that is about words which an entry does not cover. */
function gapBeside(entry: Entry, text: string, { candidates }: SearchResult, grammar: Grammar): Gap | null {
  const gaps = candidates.flatMap(({ entry: near, score }) =>
    near.kind === 'gap' && score >= FAR ? [{ gap: near, score }] : [],
  );
  if (gaps.length === 0) return null;
  const stems = [...new Set(tellingIn(words(text), grammar).map(stem))];
  const uncovered = stems.filter((one) => !stemCounts(entry).has(one) && !stemsOfAnswer(entry).has(one));
  const covers = (gap: Gap) => uncovered.filter((one) => isAbout(gap, one)).length;
  return gaps.find(({ gap, score }) => score * covers(gap) >= NEAR)?.gap ?? null;
}

/**
 * The result of a text, read again word by word. A text half of whose words are in no phrasing is about something
 * outside the article, unless its entry is sure. An answer also mentions the gap that a word of the text belongs to.
 */
export function withCoverage(
  result: SearchResult,
  text: string,
  grammar: Grammar,
  knows: (word: string) => boolean,
): SearchResult {
  const [part] = result.parts;
  if (!part) return result;
  if (result.confidence < SURE) {
    const content = tellingIn(words(text), grammar).filter((word) => !NUMBER.test(word));
    const unknown = content.filter((word) => !knows(word));
    if (unknown.length > 0 && unknown.length >= UNKNOWN * content.length) {
      const why = `It is unsure, and half of its words occur in no phrasing: ${unknown.join(', ')}.`;
      return { ...asNoMatch(result, why), outside: true };
    }
  }
  if (result.status !== 'answered' || part.alsoMissing) return result;
  const alsoMissing = gapBeside(part.entry, text, result, grammar);
  if (!alsoMissing) return result;
  const why = `${result.why} A word of it belongs to \`${alsoMissing.id}\`, and not to the entry.`;
  return { ...result, parts: [{ ...part, alsoMissing }], why };
}
