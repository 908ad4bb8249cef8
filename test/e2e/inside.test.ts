/** What goes wrong inside the program, in a copy of it whose files a test may change. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { titlesOf } from '../../src/discord/message-text.ts';
import { textOf } from '../discord/within-limits.ts';
import { writeKnowledgeTo } from '../knowledge/fixture.ts';
import { type Copy, copyOfProgram } from './copy.ts';
import { run, type Together, together } from './process.ts';

let copy: Copy;
beforeAll(async () => {
  copy = await copyOfProgram(writeKnowledgeTo);
});
afterAll(() => copy[Symbol.asyncDispose]());

const words = () => join(copy.root, 'knowledge/words.yaml');

/** The copy's command begins with these statements when it is started next. */
async function spoil(command: string, statements: string): Promise<void> {
  const file = join(copy.root, `commands/${command}.ts`);
  const source = await readFile(file, 'utf8');
  const spoilt = source.replace(/run: (\(.*\)) => \{/, `run: async $1 => { ${statements};`);
  expect(spoilt).not.toBe(source);
  await writeFile(file, spoilt);
}

test('a bad environment: every fault at once, exit 1', async () => {
  await using bot = run('src/start.js', { PORT: 'x', DISCORD_TOKEN: 'hunter2' });
  const { code, errors } = await bot.exited;
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toHaveLength(3);
  expect(errors).not.toContain('hunter2');
});

test('a Node that is too old: a line that says which it needs, exit 1', async () => {
  const old = "Object.defineProperty(process.versions,'node',{value:'20.20.2'})";
  await using bot = run('src/start.js', { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` });
  const { code, errors } = await bot.exited;
  expect([code, errors]).toEqual([
    1,
    expect.stringMatching(/^This needs Node 24\.12 or later, and \S+ is 20\.20\.2\..*\n$/),
  ]);
});

test('broken knowledge at the start: its line, exit 1, and nothing is started', async () => {
  const good = await readFile(words(), 'utf8');
  await writeFile(words(), 'synonyms: [\n');
  await using bot = run('src/main.ts', { DISCORD_TOKEN: 'a.b.c' }, copy.root);
  const { code, errors } = await bot.exited;
  await writeFile(words(), good);
  expect(code).toBe(1);
  expect(errors).toMatch(/^\S*words\.yaml:\d+:\d+ /);
  expect(bot.lines).toEqual([]);
});

describe('while it runs', () => {
  let both: Together;
  beforeAll(async () => {
    await spoil('summary', "throw new Error('spoilt')");
    // Busy for longer than the margin, then away for a turn: the deferral is due before the answer is there.
    await spoil(
      'timeline',
      'const until = Date.now() + 1700; while (Date.now() < until); await new Promise((r) => setTimeout(r, 100))',
    );
    both = await together({}, {}, copy.root);
  });
  afterAll(() => both[Symbol.asyncDispose]());

  const somebody = () => both.discord.user();
  const reloads = () => both.bot.lines.filter(({ msg }) => msg === 'knowledge reloaded').length;

  test('SIGHUP reloads', async () => {
    both.bot.signal('SIGHUP');
    await both.bot.logged('knowledge reloaded');
  });

  test('knowledge edited badly stays out, the log names the line, and answers go on; mended, it is taken', async () => {
    const before = reloads();
    const good = await readFile(words(), 'utf8');
    await writeFile(words(), `${good}\nsynonims: {}\n`);
    const { msg } = await both.bot.logged(/words\.yaml:\d+:\d+ /);
    expect(msg).toContain('synonims');
    await both.bot.logged('the knowledge is broken; the old one stays');
    expect(await somebody().slash('help')).toMatchObject({ kind: 'message' });
    await writeFile(words(), good);
    await both.bot.logged('knowledge reloaded', before + 1);
    expect(await somebody().slash('help')).toMatchObject({ kind: 'message' });
  });

  test('a command that throws: a private line with the id that the log has, and the others live on', async () => {
    const shown = await somebody().slash('summary');
    const { id, err } = await both.bot.logged('a command failed');
    if (shown.kind !== 'message') throw new Error(`${shown.kind} was shown`);
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown.message)).toContain(String(id));
    expect(textOf(shown.message)).not.toContain('spoilt');
    expect(err).toMatchObject({ message: 'spoilt' });
    expect(await somebody().slash('help')).toMatchObject({ kind: 'message' });
  });

  test('an answer that takes long is deferred, then shown; one that comes while the program is busy is answered', async () => {
    const [slow, meanwhile] = await Promise.all([somebody().slash('timeline'), somebody().slash('help')]);
    if (slow.kind !== 'message') throw new Error(`${slow.kind} was shown`);
    expect(slow.deferred).toBe(true);
    expect(titlesOf(slow.message)).toEqual(['Timeline']);
    expect(meanwhile).toMatchObject({ kind: 'message', deferred: false });
    expect(both.discord.rejections).toEqual([]);
  });
});
