import { ensembleOf } from '../../src/search/ranking/ensemble.ts';
import { eachWordAndBigram, WORD } from '../../src/search/ranking/features.ts';
import { strideOf } from '../../src/search/ranking/kernel/kernel.ts';
import { countWords, featuresOf, labelsOf, SEEDS } from '../../src/search/ranking/model.ts';
import { UNITS } from '../../src/search/ranking/network.ts';
import { quantiseNetworks, rowsIn } from '../../src/search/ranking/quantise.ts';
import { collectRows, rowWriter } from '../../src/search/ranking/rows.ts';
import { spellerOf } from '../../src/search/ranking/spelling.ts';
import { type Tokens, tokeniserOf, wordReader } from '../../src/search/ranking/tokens.ts';
import { fitNetwork, REGULARISATION } from '../../src/search/ranking/training.ts';
import { makeVocabulary, type Vocabulary } from '../../src/search/ranking/vocabulary.ts';
import type { Phrasing } from '../engine.ts';
import { fitLinear } from './linear.ts';

/** The engine's ranking, built from the engine's own parts with some left out. */
export interface Variant {
  readonly without?: readonly ('ngrams' | 'bigrams' | 'spelling' | 'smoothing' | 'dropout' | 'averaging' | 'hidden')[];
}

/** The probability of each label for a text, in the order of first phrasings; the next call overwrites the array. */
export type Predict = (text: string) => Float32Array;

const NO_SYNONYMS = new Map<string, string>();

/** The features of texts, without the kinds that are left out. */
function vocabularyOf(texts: readonly Tokens[], without: Variant['without'] = []): Vocabulary {
  const vocabulary = makeVocabulary();
  for (const tokens of texts) {
    eachWordAndBigram(tokens, (hash, kind) => {
      if (kind === WORD || !without.includes('bigrams')) vocabulary.add(hash);
    });
    if (!without.includes('ngrams'))
      for (const { ngrams } of tokens.words) for (const hash of ngrams) vocabulary.add(hash);
  }
  return vocabulary;
}

/** Fits a variant, and returns its prediction function. */
export function fitVariant(phrasings: readonly Phrasing[], { without = [] }: Variant): Predict {
  const { labels, targets } = labelsOf(phrasings);
  const frequencies = countWords(phrasings, NO_SYNONYMS);
  const wordOf = wordReader(NO_SYNONYMS);
  const speller = without.includes('spelling') ? undefined : spellerOf(frequencies);
  const tokeniseKnown = tokeniserOf(wordOf);
  const tokenise = tokeniserOf((typed) => wordOf(speller?.correct(typed) ?? typed));

  const texts = phrasings.map(({ text }) => tokeniseKnown(text));
  const all = featuresOf(texts);
  const hashes = vocabularyOf(texts, without)
    .hashes()
    .filter((hash) => all.vocabulary.find(hash) >= 0);
  const vocabulary = makeVocabulary(hashes);
  const idf = Float32Array.from(hashes, (hash) => all.idf[all.vocabulary.find(hash)] as number);
  const write = rowWriter(vocabulary, idf);
  const rows = collectRows(texts, write);

  if (without.includes('hidden')) {
    const predict = fitLinear(rows, targets, labels.length, vocabulary.size);
    return (text) => predict(write(tokenise(text)));
  }
  const regularisation = {
    keep: without.includes('dropout') ? 1 : REGULARISATION.keep,
    smoothing: without.includes('smoothing') ? 0 : REGULARISATION.smoothing,
  };
  const seeds = without.includes('averaging') ? SEEDS.slice(0, 1) : SEEDS;
  const trainingSet = { rows, targets, labels: labels.length, features: vocabulary.size };
  const networks = seeds.map((seed) => fitNetwork(trainingSet, seed, regularisation));
  const { inputs, outputs } = quantiseNetworks(networks, labels.length);
  const ensemble = ensembleOf(outputs, labels.length, rowsIn(inputs, strideOf(networks.length * UNITS)));
  return (text) => {
    ensemble.predict(write(tokenise(text)));
    return ensemble.mean;
  };
}
