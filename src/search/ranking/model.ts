import { words } from '../normalise.ts';
import { type Housed, houseNetworks } from './ensemble.ts';
import { eachFeature } from './features.ts';
import { fitNetwork, type Network } from './network.ts';
import { type Phrasings, phrasingsOf } from './phrasings.ts';
import { type Reading, readerOf, type Synonyms } from './reading.ts';
import { collectRows, rowWriter } from './rows.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** A phrasing of an entry: how somebody may ask, and the entry's label. */
export interface Example {
  readonly text: string;
  readonly label: string;
}

/** All that fitting yields but the decision: plain data. */
export interface Model {
  readonly labels: readonly string[];
  /** The words of the phrasings and of the synonyms, with how often they occur: what spelling is mended to. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly synonyms: Synonyms;
  readonly hashes: Int32Array;
  /** How much each column tells: the logarithm of how rare it is among the phrasings. */
  readonly rarity: Float32Array;
  /** The same for what no phrasing holds. */
  readonly unseen: number;
  readonly networks: readonly Network[];
  readonly phrasings: Phrasings;
}

// Three networks that start apart and average out each other's luck: a point or two more right than one has.
const SEEDS = [2, 3, 5];

/** The rarity of a feature that `count` of `total` phrasings hold (inverse document frequency, smoothed). */
const rarityOf = (count: number, total: number): number => Math.log((total + 1) / (count + 1)) + 1;

/** How often each word occurs; a synonym's words count once at least, so that they are known. */
function countWords(examples: readonly Example[], synonyms: Synonyms): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const phrase of synonyms.keys()) for (const word of words(phrase)) frequencies.set(word, 1);
  for (const { text } of examples)
    for (const word of words(text)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return frequencies;
}

function countFeatures(readings: readonly Reading[], vocabulary: Vocabulary): number[] {
  const counts: number[] = [];
  const lastSeen: number[] = [];
  readings.forEach((reading, at) => {
    eachFeature(reading, (hash) => {
      const column = vocabulary.add(hash);
      if (lastSeen[column] === at) return;
      lastSeen[column] = at;
      counts[column] = (counts[column] ?? 0) + 1;
    });
  });
  return counts;
}

/** Fits the networks on examples. The order of the labels is that of their first example. */
export function fitModel(examples: readonly Example[], synonyms: Synonyms): Model {
  const places = new Map<string, number>();
  for (const { label } of examples) if (!places.has(label)) places.set(label, places.size);
  const labels = [...places.keys()];
  const targets = Int32Array.from(examples, ({ label }) => places.get(label) ?? 0);
  const read = readerOf(synonyms, (word) => word);
  const readings = examples.map(({ text }) => read(text));
  const vocabulary = makeVocabulary();
  const rarity = Float32Array.from(countFeatures(readings, vocabulary), (count) => rarityOf(count, examples.length));
  const frequencies = countWords(examples, synonyms);
  const rows = collectRows(readings, rowWriter({ vocabulary, rarity, isKnown: (word) => frequencies.has(word) }));
  return {
    labels,
    frequencies,
    synonyms,
    hashes: vocabulary.hashes(),
    rarity,
    unseen: rarityOf(0, examples.length),
    networks: SEEDS.map((seed) => fitNetwork(rows, targets, labels.length, vocabulary.size, seed)),
    phrasings: phrasingsOf(rows, targets, labels.length),
  };
}

/** A model's networks where they can be judged with. */
export function housedOf({ networks, rarity, labels }: Model): Housed {
  return houseNetworks(networks, rarity.length, labels.length);
}
