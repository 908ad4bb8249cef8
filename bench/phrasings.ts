// `npm run bench:phrasings`: how often a question finds its entry, by the number of phrasings of each entry.
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { examplesOf } from '../src/search/labels.ts';
import { type Example, fitRanker } from '../src/search/ranking/index.ts';
import { seededRandom, shuffle } from '../src/search/ranking/random.ts';
import { percent, table } from './format.ts';
import { progress } from './progress.ts';

const COUNTS = [5, 10, 20, 40, 80] as const;
/** This many phrasings of each entry are held out and asked. */
const ASKED = 10;

/** A list in random order, the same each time. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = Int32Array.from(items.keys());
  shuffle(order, seededRandom(seed));
  return Array.from(order, (at) => items[at] as Item);
}

const loaded = loadKnowledge(join(import.meta.dirname, '../knowledge'));
if (!loaded.ok) throw new Error('The knowledge is broken; `npm run check` says where.');
const { knowledge } = loaded;
const entries = [...knowledge.entries.values()].map((entry, at) => ({
  ...entry,
  phrasings: shuffled(entry.phrasings, at + 1),
}));
const asked = entries.flatMap(({ id, phrasings }) =>
  phrasings.slice(0, ASKED).map((text): Example => ({ text, label: id })),
);

const rows = COUNTS.map((count) => {
  progress(`${count} an entry`);
  const learnt = entries.map(
    (entry) => [entry.id, { ...entry, phrasings: entry.phrasings.slice(ASKED, ASKED + count) }] as const,
  );
  const ranker = fitRanker(examplesOf({ ...knowledge, entries: new Map(learnt) }), { synonyms: knowledge.synonyms });
  const right = asked.filter(({ text, label }) => ranker.rank(text, 1).ranked[0]?.label === label);
  return [String(count), percent(right.length / asked.length)];
});
progress('');
process.stdout.write(`${table(['phrasings an entry', `of ${asked.length} others, led to their entry`], rows)}\n`);
