/** Which few of many articles a question may be about, by the words that each uses: a cheap choice. */
import { words } from '../text/normalise.ts';
import { ngramsOf, termOf } from './ranking/features.ts';
import { stem } from './ranking/stem.ts';
import { makeVocabulary } from './ranking/vocabulary.ts';

/** An article that scores less than this share of the best one is not searched. */
const SHARE_OF_BEST = 0.4;
/** But a lead means nothing if it is less than this share of the weight of a word that only one article knows. */
const NO_LEAD = 0.25;
/** The most words read in one question, to bound the time. */
const MOST_WORDS = 60;

/**
 * The features of an article's own words: the hashes of their stems, and of their character n-grams for typos. Words of
 * small talk and of outside subjects, including names, do not count, because every article's ranker knows them.
 */
export function knownFeatures(ownWords: Iterable<string>): Int32Array {
  const features = new Set<number>();
  for (const word of ownWords) {
    features.add(termOf(stem(word)).hash);
    for (const hash of ngramsOf(word)) features.add(hash);
  }
  return Int32Array.from(features);
}

/**
 * Given some articles, returns those that a question is likeliest about, likeliest first: few if a word tells them apart,
 * else all of them.
 */
export type ChooseArticles = (question: string, among: readonly string[]) => readonly string[];

/** Which articles have each feature: column c has those at the indices from starts[c] up to starts[c + 1], in order. */
function holdersOf(features: readonly Int32Array[]) {
  const vocabulary = makeVocabulary();
  const columns = features.map((ofArticle) => ofArticle.map((hash) => vocabulary.add(hash)));
  const starts = new Int32Array(vocabulary.size + 1);
  for (const ofArticle of columns) for (const column of ofArticle) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
  for (let column = 0; column < vocabulary.size; column++)
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0);
  const holders = new Uint16Array(starts.at(-1) ?? 0);
  const filled = starts.slice();
  columns.forEach((ofArticle, at) => {
    for (const column of ofArticle) {
      holders[filled[column] ?? 0] = at;
      filled[column] = (filled[column] ?? 0) + 1;
    }
  });
  return { vocabulary, starts, holders };
}

/**
 * Chooses articles by their features. A word counts by how few articles know it (inverse document frequency). Ties keep
 * the order given.
 */
export function articleChooser(features: ReadonlyMap<string, Int32Array>): ChooseArticles {
  const ids = [...features.keys()];
  const { vocabulary, starts, holders } = holdersOf([...features.values()]);
  const scores = new Float64Array(ids.length);

  function count(hash: number, weight: number): void {
    const column = vocabulary.find(hash);
    if (column < 0) return;
    const [from, to] = [starts[column] as number, starts[column + 1] as number];
    const rarity = Math.log(ids.length / (to - from));
    if (rarity === 0) return;
    for (let at = from; at < to; at++) {
      const article = holders[at] as number;
      scores[article] = (scores[article] as number) + weight * rarity;
    }
  }

  return (question, among) => {
    const wanted = new Set(among);
    scores.fill(0);
    for (const word of new Set(words(question).slice(0, MOST_WORDS))) {
      count(termOf(stem(word)).hash, 1);
      const ngrams = ngramsOf(word);
      for (const hash of ngrams) count(hash, 1 / ngrams.length);
    }
    const ranked = ids
      .map((id, at) => ({ id, score: scores[at] as number }))
      .filter(({ id }) => wanted.has(id))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0]?.score ?? 0;
    const least = Math.min(SHARE_OF_BEST * best, best - NO_LEAD * Math.log(ids.length));
    return ranked.filter(({ score }) => score >= least).map(({ id }) => id);
  };
}
