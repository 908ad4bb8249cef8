import { words } from '../../text/normalise.ts';
import { BIGRAM, eachWordAndBigram, WORD } from './features.ts';
import { hashOf } from './hashing.ts';
import { strideOf } from './kernel/kernel.ts';
import { type Network, UNITS } from './network.ts';
import { type CopyRow, type QuantisedEnsemble, quantiseNetworks, rowsIn } from './quantise.ts';
import { collectRows, rowWriter } from './rows.ts';
import { type InvertedIndex, invertedIndexOf } from './similarity.ts';
import { type Synonyms, type Tokens, tokeniserOf, wordReader } from './tokens.ts';
import { fitNetwork, type TrainingSet } from './training.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** A phrasing, and the label of its entry. */
export interface Example {
  readonly text: string;
  readonly label: string;
}

/** The fitted model, without the decision: plain data, which can be sent to another thread or stored. */
export interface Model {
  readonly labels: readonly string[];
  /** The words of phrasings and synonyms, with their frequencies: spelling is corrected to these. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly synonyms: Synonyms;
  /** The hash of each feature, by column. */
  readonly hashes: Int32Array;
  /** The inverse document frequency of each column; a document is a phrasing. */
  readonly idf: Float32Array;
  /** The same for a feature that occurs in no phrasing. */
  readonly unseenIdf: number;
  readonly ensemble: QuantisedEnsemble;
  readonly index: InvertedIndex;
  readonly wordings: Wordings;
}

/** The phrasings by their words: two hashes of each, and the index of its label. */
export interface Wordings {
  readonly hashes: Int32Array;
  readonly checks: Int32Array;
  readonly labels: Int32Array;
}

// Averaging networks with different starting weights reduces variance: five get about a point more right than one.
export const SEEDS = [101, 102, 103, 104, 105];

/** The hash family of whole phrasings. */
const WORDING = 11;
/** In place of a label's index, if there is none. */
const NO_LABEL = -1;

/** The smoothed inverse document frequency of a feature in `count` of `total` phrasings. */
const idfOf = (count: number, total: number): number => Math.log((total + 1) / (count + 1)) + 1;

/** The frequency of each word; a synonym's words count at least once, so that they are known. */
export function countWords(examples: readonly Example[], synonyms: Synonyms): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const phrase of synonyms.keys()) for (const word of words(phrase)) frequencies.set(word, 1);
  for (const { text } of examples)
    for (const word of words(text)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return frequencies;
}

/** A bigram or n-gram in this share of the phrasings, or less, is left out: with many phrasings, most are so rare. */
const RAREST = 1 / 20_000;
/** From this many phrasings, a bigram in only one is left out, too: they would be a third of all features. */
const MANY = 5000;

/** The features of texts, without the rarest, and the inverse document frequency of each. */
export function featuresOf(texts: readonly Tokens[]): { readonly vocabulary: Vocabulary; readonly idf: Float32Array } {
  const all = makeVocabulary();
  const counts: number[] = [];
  const lastSeen: number[] = [];
  const words = new Set<number>();
  const bigrams = new Set<number>();
  texts.forEach((tokens, at) => {
    const count = (hash: number, kind?: number) => {
      const column = all.add(hash);
      if (kind === WORD) words.add(column);
      if (kind === BIGRAM) bigrams.add(column);
      if (lastSeen[column] === at) return;
      lastSeen[column] = at;
      counts[column] = (counts[column] ?? 0) + 1;
    };
    eachWordAndBigram(tokens, count);
    for (const { ngrams } of tokens.words) for (const hash of ngrams) count(hash);
  });
  const hashes = all.hashes();
  const rare = RAREST * texts.length;
  const rareBigram = Math.max(rare, texts.length < MANY ? 0 : 1);
  const tooFew = (column: number) => (bigrams.has(column) ? rareBigram : rare);
  const kept = [...counts.entries()].filter(([column, count]) => words.has(column) || count > tooFew(column));
  return {
    vocabulary: makeVocabulary(Int32Array.from(kept, ([column]) => hashes[column] ?? 0)),
    idf: Float32Array.from(kept, ([, count]) => idfOf(count, texts.length)),
  };
}

/** The labels, in the order of their first example, and each example's label as an index. */
export function labelsOf(examples: readonly Example[]): { labels: string[]; targets: Int32Array } {
  const places = new Map<string, number>();
  for (const { label } of examples) if (!places.has(label)) places.set(label, places.size);
  return { labels: [...places.keys()], targets: Int32Array.from(examples, ({ label }) => places.get(label) ?? 0) };
}

/** The two hashes that identify a phrasing; both collide practically never. */
export function wordingOf(text: string): readonly [hash: number, check: number] {
  const said = words(text).join(' ');
  return [hashOf(said, WORDING), hashOf(said, WORDING + 1)];
}

/** The phrasings by their words; one under two labels has none. */
function wordingsOf(examples: readonly Example[], targets: Int32Array): Wordings {
  const known = new Map<number, { readonly check: number; label: number }>();
  examples.forEach(({ text }, at) => {
    const [hash, check] = wordingOf(text);
    const before = known.get(hash);
    if (before) before.label = before.label === targets[at] ? before.label : NO_LABEL;
    else known.set(hash, { check, label: targets[at] ?? NO_LABEL });
  });
  const all = [...known.values()];
  return {
    hashes: Int32Array.from(known.keys()),
    checks: Int32Array.from(all, ({ check }) => check),
    labels: Int32Array.from(all, ({ label }) => label),
  };
}

/** Examples prepared for fitting. */
export interface Prepared {
  readonly trainingSet: TrainingSet;
  /** The model without its networks. */
  readonly frame: Omit<Model, 'ensemble'>;
}

/** Prepares examples for fitting. */
export function prepare(examples: readonly Example[], synonyms: Synonyms): Prepared {
  const { labels, targets } = labelsOf(examples);
  const frequencies = countWords(examples, synonyms);
  const wordOf = wordReader(synonyms);
  const lexicon = new Map(Array.from(frequencies.keys(), (text) => [text, wordOf(text)]));
  const tokenise = tokeniserOf((text) => lexicon.get(text) ?? wordOf(text));
  const texts = examples.map(({ text }) => tokenise(text));
  const { vocabulary, idf } = featuresOf(texts);
  const rows = collectRows(texts, rowWriter(vocabulary, idf));
  return {
    trainingSet: { rows, targets, labels: labels.length, features: vocabulary.size },
    frame: {
      labels,
      frequencies,
      synonyms,
      hashes: vocabulary.hashes(),
      idf,
      unseenIdf: idfOf(0, examples.length),
      index: invertedIndexOf(rows, targets, labels.length, vocabulary.size),
      wordings: wordingsOf(examples, targets),
    },
  };
}

/** The model of prepared examples, with its fitted networks. */
export const modelOf = (frame: Prepared['frame'], networks: readonly Network[]): Model => ({
  ...frame,
  ensemble: quantiseNetworks(networks, frame.labels.length),
});

/** The bytes of a feature's inner weights, those of all networks. */
export const INNER_ROW_BYTES = strideOf(SEEDS.length * UNITS);

/** Copies rows of the inner weights that a model holds. */
export const innerRowsOf = ({ ensemble }: Model): CopyRow => rowsIn(ensemble.inputs, INNER_ROW_BYTES);

/** Fits a model on examples. */
export function fitModel(examples: readonly Example[], synonyms: Synonyms): Model {
  const { trainingSet, frame } = prepare(examples, synonyms);
  return modelOf(
    frame,
    SEEDS.map((seed) => fitNetwork(trainingSet, seed)),
  );
}
