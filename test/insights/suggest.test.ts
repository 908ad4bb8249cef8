/** What curators are given to paste, grouped, and that the knowledge takes it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { groupSimilar, wordWeights } from '../../src/insights/groups.ts';
import { pasteable } from '../../src/insights/paste.ts';
import { suggestions } from '../../src/insights/suggest.ts';
import { checkKnowledge } from '../../src/knowledge/check/check.ts';
import { openSnapshot } from '../../src/snapshot/open.ts';
import { emptyFolder } from '../support/folder.ts';
import { small } from '../support/knowledge.ts';

const ROOT = join(import.meta.dirname, '../..');

test('questions that share what tells are one group, and common words tell little', () => {
  const groups = groupSimilar(
    [
      { text: 'who is the owner of the purple piano', times: 2 },
      { text: 'who is the purple piano’s owner', times: 5 },
      { text: 'who is the queen', times: 3 },
      { text: 'is the piano tuned', times: 1 },
    ],
    wordWeights(small),
  );
  expect(groups.map(({ times, questions }) => [times, questions.length])).toEqual([
    [7, 2],
    [3, 1],
    [1, 1],
  ]);
});

const opened = await openSnapshot(
  { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data'), articles: undefined },
  () => undefined,
);
if (!opened.ok) throw new Error('the knowledge is broken');
const { snapshot: context } = opened;

const suggested = suggestions(
  [
    { text: 'did the delegations polish samovars before they sat down', times: 4 },
    { text: 'had delegations polished the samovars before they sat down', times: 2 },
    { text: 'good morning dear bot', times: 9 },
  ],
  [{ text: 'the numbr of men in uniform that swap places', meant: 'prisoner-number', times: 3 }].map((misfit) => ({
    ...misfit,
    meant: [...context.knowledge.entries.keys()][0] ?? '',
  })),
  context,
);

test('a phrasing for what was meant, a gap for what is near nothing, and greetings to neither', () => {
  expect(suggested.map(({ kind, group }) => [kind, group.times])).toEqual([
    ['outside', 9],
    ['gap', 6],
    ['phrasing', 3],
  ]);
});

/** Puts each block where its comment says, under its id or at the end, in a copy of the repository's folder. */
function paste(yaml: string, folder: string): void {
  for (const block of yaml.split('---\n')) {
    const [comment = '', ...lines] = block.split('\n');
    const file = join(folder, /knowledge\/[\w./-]+\.yaml/.exec(comment)?.[0] ?? '');
    if (comment.startsWith('# To the end of')) writeFileSync(file, `${readFileSync(file, 'utf8')}${lines.join('\n')}`);
    if (!comment.startsWith('# Into')) continue;
    let id = '';
    for (const line of lines.filter((one) => one !== '')) {
      if (!line.startsWith(' ')) id = line;
      else writeFileSync(file, readFileSync(file, 'utf8').replace(`${id}\n`, `${id}\n${line}\n`));
    }
  }
}

test('pasted, the knowledge takes it; all that is asked for then is more phrasings for the gap', () => {
  const yaml = pasteable(suggested, context.knowledge.entries.keys());
  expect(parseAllDocuments(yaml).flatMap(({ errors }) => errors)).toEqual([]);
  const folder = emptyFolder();
  cpSync(join(ROOT, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
  paste(yaml, folder);
  const { problems, warnings } = checkKnowledge(join(folder, 'knowledge'), undefined, '2026-05-16');
  expect(problems).toEqual([]);
  expect(warnings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^`did-the-delegations-polish-samovars-before` has 1 phrasings/),
  );
});
