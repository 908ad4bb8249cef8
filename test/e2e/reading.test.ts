/** The programs that only read the knowledge: what is served, and nothing if it is broken. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeKnowledgeTo } from '../knowledge/fixture.ts';
import { draft } from '../support/draft.ts';
import { type Copy, copyOfProgram } from './copy.ts';
import { run } from './process.ts';

/** A theme of the draft, which would be posted first, as it is of the newest article. */
const SERIES = {
  file: 'pond/series.yaml',
  to: `series:
  - id: ducks-back
    headline: Ducks are back
    lead: Ducks came back to the pond.
    rests_on: [returned]
    facts: [returned, three-hours, useful]
    question: how-useful
`,
};

const PROGRAMS = ['src/terminal/daily/main.ts', 'src/terminal/listing/main.ts'];

let copy: Copy;
beforeAll(async () => {
  copy = await copyOfProgram((folder) => writeKnowledgeTo(folder, [...draft, SERIES]));
});
afterAll(() => copy[Symbol.asyncDispose]());

async function printed(program: string, environment: Record<string, string> = {}) {
  await using running = run(program, environment, copy.root);
  const { code, errors } = await running.exited;
  return { code, errors, text: running.lines.map(({ msg }) => msg).join('\n') };
}

test('a draft is told of only where drafts are served', async () => {
  const [posts, listing] = await Promise.all(PROGRAMS.map((program) => printed(program)));
  const [draftPosts, draftListing] = await Promise.all(PROGRAMS.map((program) => printed(program, { DRAFTS: 'on' })));
  expect([posts, listing, draftPosts, draftListing].map((one) => one?.code)).toEqual([0, 0, 0, 0]);
  expect(draftPosts?.text).toContain('Ducks are back');
  expect(posts?.text).not.toContain('Ducks are back');
  expect(draftListing?.text).not.toBe(listing?.text);
});

test.each(PROGRAMS)('%s: broken knowledge is told at its line, and nothing is printed', async (program) => {
  writeFileSync(join(copy.root, 'knowledge/words.yaml'), 'synonyms: [\n');
  const { code, errors, text } = await printed(program);
  expect([code, text]).toEqual([1, '']);
  expect(errors).toMatch(/^\S*words\.yaml:\d+:\d+ /);
});
