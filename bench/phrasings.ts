// `npm run bench:phrasings`: how often a question finds its entry, by the number of phrasings of each entry.
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { examplesOf, subjectOf } from '../src/search/labels.ts';
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
const all = examplesOf(knowledge);
const isOfEntry = ({ label }: Example) => subjectOf(label) === undefined;
// Small talk and outside subjects are always included in full.
const others = all.filter((example) => !isOfEntry(example));
const entries = [...Map.groupBy(all.filter(isOfEntry), ({ label }) => label).values()].map((examples, at) =>
  shuffled(examples, at + 1),
);
const asked = entries.flatMap((examples) => examples.slice(0, ASKED));

const rows = COUNTS.map((count) => {
  progress(`${count} an entry`);
  const learnt = entries.flatMap((examples) => examples.slice(ASKED, ASKED + count));
  const ranker = fitRanker([...learnt, ...others], { synonyms: knowledge.synonyms });
  const right = asked.filter(({ text, label }) => ranker.rank(text, 1).ranked[0]?.label === label);
  return [String(count), percent(right.length / asked.length)];
});
progress('');
process.stdout.write(`${table(['phrasings an entry', `of ${asked.length} others, led to their entry`], rows)}\n`);
