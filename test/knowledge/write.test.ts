/** Edits written into the files: what changes, what stays, and what is refused. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check/check.ts';
import { createWriter } from '../../src/knowledge/write.ts';
import { TODAY, writeKnowledge } from './fixture.ts';

const entry = { article: 'lake', topic: 'meeting', id: 'where-met' };
const phrasings = (...texts: string[]) => ({ kind: 'phrasings', language: 'en', entry, texts }) as const;
const file = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

function opened() {
  const folder = writeKnowledge();
  return { folder, write: createWriter(folder, undefined, () => TODAY) };
}

test('a phrasing is added under its entry, and nothing else changes, comments and order included', async () => {
  const { folder, write } = opened();
  const path = join(folder, 'lake/phrasings/meeting.yaml');
  writeFileSync(
    path,
    `# Other ways to ask.\n${readFileSync(path, 'utf8').replace('who-paid:', '# The lunch.\nwho-paid:')}`,
  );
  const before = readFileSync(path, 'utf8');
  expect(await write(phrasings('how long was it by the lake', 'where-met asked in way 1'))).toEqual({
    kind: 'written',
    files: ['lake/phrasings/meeting.yaml'],
    left: [],
  });
  const after = readFileSync(path, 'utf8').split('\n');
  const added = after.filter((line) => !before.split('\n').includes(line));
  expect(added).toEqual(['  - how long was it by the lake']);
  expect(after.filter((line) => !added.includes(line)).join('\n')).toBe(before);
});

test('edits at once are all written', async () => {
  const { folder, write } = opened();
  const texts = Array.from({ length: 5 }, (_, index) => `a new way by the lake number ${index}`);
  await Promise.all(texts.map((text) => write(phrasings(text))));
  const written = file(folder, 'lake/phrasings/meeting.yaml');
  expect(texts.filter((text) => !written.includes(text))).toEqual([]);
});

test('what another program wrote while an edit was checked is kept too', async () => {
  const folder = writeKnowledge();
  const path = join(folder, 'lake/phrasings/meeting.yaml');
  const [one, other] = [folder, folder].map((each) => createWriter(each, undefined, () => TODAY));
  await Promise.all([one?.(phrasings('one way by the lake')), other?.(phrasings('another way by the lake'))]);
  const written = readFileSync(path, 'utf8');
  expect(written).toContain('one way by the lake');
  expect(written).toContain('another way by the lake');
});

test('a gap is written with its facts, and what it lacks is named', async () => {
  const { folder, write } = opened();
  const gap = {
    kind: 'gap',
    ...{ article: 'lake', topic: 'meeting', id: 'weather' },
    question: 'What was the weather like?',
    answer: 'The article does not say what the weather was like.',
    facts: ['met'],
    texts: ['did it rain by the lake'],
  } as const;
  const facts = [...file(folder, 'lake/facts/meeting.yaml').matchAll(/- id: (\S+)/g)].map(([, id]) => id ?? '');
  const written = await write({ ...gap, facts: facts.slice(0, 2) });
  expect(written).toMatchObject({ kind: 'written', left: [{ message: expect.stringContaining('has 1 phrasings') }] });
  expect(file(folder, 'lake/gaps/meeting.yaml')).toContain(`facts: [${facts.slice(0, 2).join(', ')}]`);
  const { problems } = checkKnowledge(folder, undefined, TODAY);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('`weather` has 1 phrasings')]);
});

test('an edit that would be wrong changes nothing, and says why', async () => {
  const { folder, write } = opened();
  const before = file(folder, 'outside.yaml');
  const found = await write({
    kind: 'outside',
    language: 'en',
    subject: 'greetings',
    texts: ['where-met asked in way 1'],
  });
  expect(found).toMatchObject({ kind: 'wrong', problems: [{ message: expect.stringContaining('asked twice') }] });
  expect(file(folder, 'outside.yaml')).toBe(before);
});

test('what was wrong before keeps nobody from an edit', async () => {
  const { folder, write } = opened();
  const path = join(folder, 'lake/gaps/meeting.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/answer: .*/, 'answer: Nobody knows.'));
  expect(await write(phrasings('how long was it by the lake'))).toMatchObject({ kind: 'written' });
});

test('a folder that may not be written is said to be', async () => {
  const folder = writeKnowledge();
  const write = createWriter(
    folder,
    undefined,
    () => TODAY,
    () => {
      throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
    },
  );
  const path = join(folder, 'lake/phrasings/meeting.yaml');
  expect(await write(phrasings('how long was it by the lake'))).toEqual({ kind: 'readOnly', file: path });
});
