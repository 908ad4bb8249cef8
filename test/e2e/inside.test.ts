/** What goes wrong inside the program, in a copy of it whose files a test may change. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfProgram } from './copy.ts';
import { pointedAt, run, startDiscord, together } from './process.ts';

const SUMMARY = 'commands/summary.ts';

/** The copy's `/summary` begins with these statements from now on. */
async function spoilSummary(root: string, statements: string): Promise<void> {
  const file = join(root, SUMMARY);
  const source = await readFile(file, 'utf8');
  const spoilt = source.replace(/run: (\(.*\)) => \{/, `run: async $1 => { ${statements};`);
  expect(spoilt).not.toBe(source);
  await writeFile(file, spoilt);
}

test('knowledge edited badly stays out, the log names the line, and answers go on; mended, it is taken', async () => {
  const root = await copyOfProgram();
  await using both = await together({}, {}, root);
  const { discord, bot } = both;
  const file = join(root, 'knowledge/words.yaml');
  const good = await readFile(file, 'utf8');
  await writeFile(file, `${good}\nsynonims: {}\n`);
  const { msg } = await bot.logged(/words\.yaml:\d+:\d+ /);
  expect(msg).toContain('synonims');
  await bot.logged('the knowledge is broken; the old one stays');
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
  await writeFile(file, good);
  await bot.logged('knowledge reloaded');
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
});

test('SIGHUP reloads', async () => {
  await using both = await together({}, {}, await copyOfProgram());
  both.bot.signal('SIGHUP');
  await both.bot.logged('knowledge reloaded');
});

test('SIGHUP to the first of several shard processes reloads them all, and ends none', async () => {
  const root = await copyOfProgram();
  await using discord = await startDiscord({ shards: 2 });
  await using bot = run('src/main.ts', { ...pointedAt(discord), SHARDS: '2' }, root);
  await bot.logged('connected to Discord', 2);
  bot.signal('SIGHUP');
  await bot.logged('knowledge reloaded', 2);
  const reloaded = bot.lines.filter(({ msg }) => msg === 'knowledge reloaded');
  expect(new Set(reloaded.map(({ pid }) => pid)).size).toBe(2);
  expect(bot.lines.filter(({ msg }) => msg === 'shard process ended')).toEqual([]);
  expect(await discord.user({ guild: discord.guilds[0]?.id ?? '' }).slash('summary')).toMatchObject({
    kind: 'message',
  });
  bot.signal('SIGTERM');
  expect((await bot.exited).code).toBe(0);
});

test('broken knowledge at the start: its line, exit 1, and nothing is started', async () => {
  const root = await copyOfProgram();
  await writeFile(join(root, 'knowledge/words.yaml'), 'synonyms: [\n');
  await using bot = run('src/main.ts', { DISCORD_TOKEN: 'a.b.c' }, root);
  const { code, errors } = await bot.exited;
  expect(code).toBe(1);
  expect(errors).toMatch(/^\S*words\.yaml:\d+:\d+ /);
  expect(bot.lines).toEqual([]);
});

test('a bad environment: every fault at once, exit 1', async () => {
  await using bot = run('src/main.ts', { PORT: 'x', DISCORD_TOKEN: 'hunter2' });
  const { code, errors } = await bot.exited;
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toHaveLength(3);
  expect(errors).not.toContain('hunter2');
});

test('a command that throws: a private line with the id that the log has, and the others live on', async () => {
  const root = await copyOfProgram();
  await spoilSummary(root, "throw new Error('spoilt')");
  await using both = await together({}, {}, root);
  const { discord, bot } = both;
  const shown = await discord.user().slash('summary');
  const { id, err } = await bot.logged('a command failed');
  expect(shown).toMatchObject({ ephemeral: true, message: { content: expect.stringContaining(String(id)) } });
  expect(shown).not.toMatchObject({ message: { content: expect.stringContaining('spoilt') } });
  expect(err).toMatchObject({ message: 'spoilt' });
  expect(await discord.user().slash('help')).toMatchObject({ kind: 'message' });
});

test('an answer that takes long is deferred, then shown; one that comes while the program is busy is answered', async () => {
  const root = await copyOfProgram();
  // Busy for longer than the margin, then away for a turn: the deferral is due before the answer is there.
  await spoilSummary(
    root,
    'const until = Date.now() + 1700; while (Date.now() < until); await new Promise((r) => setTimeout(r, 100))',
  );
  await using both = await together({}, {}, root);
  const { discord } = both;
  const [slow, meanwhile] = await Promise.all([discord.user().slash('summary'), discord.user().slash('help')]);
  expect(slow).toMatchObject({ kind: 'message', deferred: true, message: { embeds: [{}] } });
  expect(meanwhile).toMatchObject({ kind: 'message', deferred: false });
  expect(discord.rejections).toEqual([]);
});
