import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fatal } from '../../src/config/fatal.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Opened, openSnapshot, openSnapshotBeside } from '../../src/snapshot/open.ts';
import { writeKnowledge } from '../knowledge/fixture.ts';
import { emptyFolder } from '../support/folder.ts';

const QUESTION = 'how many lanterns are there';

function scene(cacheFolder = emptyFolder()) {
  const knowledge = writeKnowledge();
  const failures: string[] = [];
  const places = { knowledge, cacheFolder, articles: undefined };
  const onFailure = (reason: string) => void failures.push(reason);
  return {
    ...places,
    failures,
    here: () => openSnapshot(places, onFailure),
    beside: () => openSnapshotBeside(places, onFailure),
  };
}

/** What is to be seen of a snapshot: all that it knows, and how it finds. */
function told(opened: Opened) {
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { knowledge, search } = opened.snapshot;
  return { knowledge, found: search.find(QUESTION) };
}

test('is the same opened here, in a thread beside, and from the cache that either leaves', async () => {
  const { knowledge, cacheFolder, here, beside } = scene();
  const loaded = loadKnowledge(knowledge);
  if (!loaded.ok) throw new Error('The knowledge is not in order.');
  const first = told(await beside());
  expect(first.knowledge).toEqual(loaded.knowledge);
  expect(readdirSync(cacheFolder).filter((name) => name.endsWith('.bin'))).toHaveLength(3);
  expect(told(await beside())).toEqual(first);
  expect(told(await here())).toEqual(first);
  expect(told(await scene().here()).found).toEqual(first.found);
});

test('an edited answer is served from the ranker that is there; edited phrasings are fitted on', async () => {
  const { knowledge, cacheFolder, here } = scene();
  const rankers = () => readdirSync(cacheFolder).filter((name) => name.startsWith('ranker-'));
  told(await here());
  const [before] = rankers();
  appendFileSync(join(knowledge, 'words.yaml'), '# a comment\n');
  told(await here());
  expect(rankers()).toEqual([before]);
  const outside = join(knowledge, 'outside.yaml');
  writeFileSync(outside, `${readFileSync(outside, 'utf8')}more:\n  - where can i buy a kite\n`);
  told(await here());
  expect(rankers()).not.toContain(before);
});

test('without a folder to write to, the thread hands over what it made, and says once what it could not keep', async () => {
  const file = join(emptyFolder(), 'a file');
  writeFileSync(file, '');
  const { beside, failures } = scene(join(file, 'folder'));
  expect(told(await beside()).found).toEqual(told(await scene().here()).found);
  expect(failures).toContainEqual(expect.stringContaining('cannot be written'));
});

test('a folder that is not there comes as a problem; what cannot be read at all rejects', async () => {
  const places = { cacheFolder: emptyFolder(), articles: undefined };
  const none = openSnapshotBeside({ ...places, knowledge: join(emptyFolder(), 'none') }, () => {});
  expect(await none).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('no such folder') }] });
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');
  await expect(openSnapshotBeside({ ...places, knowledge: file }, () => {})).rejects.toThrow('ENOTDIR');
});

test("an article's text that is not the one of the record is for whoever runs the program to mend", async () => {
  const { knowledge, cacheFolder } = scene();
  const articles = emptyFolder();
  const id = readdirSync(knowledge, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name;
  writeFileSync(join(articles, `${id}.txt`), 'Another text altogether.\n');
  const open = openSnapshot({ knowledge, cacheFolder, articles }, () => {});
  await expect(open).rejects.toThrow(Fatal);
  await expect(open).rejects.toThrow(/\.txt: these paragraphs differ from the record: 1/);
});
