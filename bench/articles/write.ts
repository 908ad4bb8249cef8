/** Writes generated articles as a curator's files, so that reading them is measured too. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

/** Fields that the program adds to those of the files. */
const ADDED = ['place', 'article', 'topic', 'kind', 'phrasings'];

const bare = (item: object): object =>
  Object.fromEntries(Object.entries(item).filter(([key, value]) => !ADDED.includes(key) && value !== undefined));

interface OfTopic {
  readonly topic: string;
  readonly article: string;
}

/** The text of each file, by path. */
function* filesOf({
  articles,
  speakers,
  facts,
  entries,
  quotations,
  ...shared
}: Knowledge): Generator<[string, object]> {
  for (const {
    id,
    place: _place,
    timeline,
    summary,
    contradictions,
    positions,
    series: _series,
    ...record
  } of articles) {
    const own = <Item extends OfTopic>(items: Iterable<Item>) => [...items].filter(({ article }) => article === id);
    const byTopic = <Item extends OfTopic>(items: Iterable<Item>) => Map.groupBy(own(items), ({ topic }) => topic);
    const lists = { timeline, summary, contradictions, positions };
    yield [`${id}/article.yaml`, bare(record)];
    const said = [...speakers.values()].filter(({ article }) => article === id);
    yield [`${id}/speakers.yaml`, { speakers: said.map(bare) }];
    yield [`${id}/quotations.yaml`, { quotations: quotations.filter(({ article }) => article === id).map(bare) }];
    for (const [name, items] of Object.entries(lists)) yield [`${id}/${name}.yaml`, { [name]: items.map(bare) }];
    for (const [topic, theirs] of byTopic(facts.values()))
      yield [`${id}/facts/${topic}.yaml`, { topic, facts: theirs.map(bare) }];
    for (const [topic, theirs] of byTopic(entries.values())) {
      const phrasings = theirs.map((entry) => [entry.id, entry.phrasings]);
      yield [`${id}/phrasings/${topic}.yaml`, Object.fromEntries(phrasings)];
      for (const kind of ['question', 'gap'] as const) {
        const items = theirs.filter((entry) => entry.kind === kind);
        if (items.length > 0) yield [`${id}/${kind}s/${topic}.yaml`, { topic, [`${kind}s`]: items.map(bare) }];
      }
    }
  }
  const byTerm = Map.groupBy(shared.synonyms, ([, term]) => term);
  const synonyms = Object.fromEntries([...byTerm].map(([term, theirs]) => [term, theirs.map(([word]) => word)]));
  yield ['words.yaml', { synonyms, names: shared.names }];
  yield ['small-talk.yaml', Object.fromEntries(shared.smallTalk)];
  yield ['outside.yaml', Object.fromEntries(shared.outside)];
}

/** Writes knowledge into a folder. */
export function writeFiles(knowledge: Knowledge, folder: string): void {
  for (const [file, content] of filesOf(knowledge)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), stringify(content, { lineWidth: 0 }));
  }
}
