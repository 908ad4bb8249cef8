/** Detects the language of a text by the letters of its words; learnt from the phrasings in each language. */
import { ngramsOf } from './ranking/features.ts';
import { makeVocabulary } from './ranking/vocabulary.ts';

/** Plain data: how much each character n-gram, by its column, indicates each language. */
export interface LanguageModel {
  readonly languages: readonly string[];
  readonly hashes: Int32Array;
  /** The logarithm of an n-gram's probability in each language, column by column. */
  readonly logs: Float32Array;
}

/** How likely a text is in a language, 0 to 1; over all languages it sums to 1. */
export interface Likely {
  readonly language: string;
  readonly share: number;
}

/** Added to the count of each n-gram, so that none is impossible (additive smoothing). */
const SMOOTHING = 0.5;
/** The n-grams of a word overlap and so are not independent: each counts this share of an independent one. */
const INDEPENDENT = 0.25;
/** The most words read in one text. */
const MOST_WORDS = 60;

const WORD = /[\p{L}\p{M}]+/gu;

/** The words of a text as they are spelt: accents and alphabets tell languages apart. */
const spelt = (text: string): readonly string[] => (text.toLowerCase().match(WORD) ?? []).slice(0, MOST_WORDS);

/** Learns from texts in each language (naive Bayes over character n-grams, after Cavnar and Trenkle 1994). */
export function fitLanguages(texts: ReadonlyMap<string, readonly string[]>): LanguageModel {
  const languages = [...texts.keys()];
  const vocabulary = makeVocabulary();
  const counts: number[] = [];
  const totals = languages.map(() => 0);
  [...texts.values()].forEach((ofLanguage, at) => {
    for (const word of ofLanguage.flatMap(spelt)) {
      for (const hash of ngramsOf(word)) {
        const place = vocabulary.add(hash) * languages.length + at;
        counts[place] = (counts[place] ?? 0) + 1;
        totals[at] = (totals[at] ?? 0) + 1;
      }
    }
  });
  const logOf = (count: number, at: number) =>
    Math.log((count + SMOOTHING) / ((totals[at] ?? 0) + SMOOTHING * (vocabulary.size + 1)));
  return {
    languages,
    hashes: vocabulary.hashes(),
    logs: Float32Array.from({ length: vocabulary.size * languages.length }, (_, place) =>
      logOf(counts[place] ?? 0, place % languages.length),
    ),
  };
}

/** Returns a function that tells how likely a text is in each language, likeliest first. It never throws. */
export function detectorOf({ languages, hashes, logs }: LanguageModel): (text: string) => readonly Likely[] {
  const vocabulary = makeVocabulary(hashes);
  return (text) => {
    const sums = languages.map(() => 0);
    for (const word of spelt(text)) {
      for (const hash of ngramsOf(word)) {
        const column = vocabulary.find(hash);
        // An n-gram that occurs in no text indicates no language.
        if (column < 0) continue;
        for (let at = 0; at < languages.length; at++)
          sums[at] = (sums[at] ?? 0) + INDEPENDENT * (logs[column * languages.length + at] ?? 0);
      }
    }
    const most = Math.max(...sums);
    const weights = sums.map((sum) => Math.exp(sum - most));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return languages
      .map((language, at) => ({ language, share: (weights[at] ?? 0) / all }))
      .sort((one, other) => other.share - one.share);
  };
}
