/** The other ways to run it: registering alone, and over HTTP. */
import { join } from 'node:path';
import { ComponentType, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsFor } from '../../src/answer/articles.ts';
import { titlesOf } from '../../src/discord/message-text.ts';
import { INVALID_TOKEN } from '../../src/discord/reach.ts';
import { registrationsOf } from '../../src/discord/register/registration.ts';
import type { Json } from '../../test-discord/index.ts';
import { rowsOf } from '../discord/within-limits.ts';
import { emptyFolder } from '../support/folder.ts';
import { small } from '../support/knowledge.ts';
import { becomeDue } from './become-due.ts';
import { pointedAt, run, startDiscord } from './process.ts';

/** The repository's knowledge is one article. */
const offered = commandsFor(commands, small);
const registrations = registrationsOf(offered);
const registered = registrations.length;

test('registering sends the commands once, and nothing where nothing changed', async () => {
  await using discord = await startDiscord();
  for (const said of [
    `${offered.length} commands everywhere: registered.`,
    `${offered.length} commands everywhere: already registered, so nothing was sent.`,
  ]) {
    await using registering = run('src/discord/register/main.ts', pointedAt(discord));
    expect(await registering.exited).toEqual({ code: 0, errors: '' });
    expect(registering.lines.map(({ msg }) => msg)).toEqual([said]);
  }
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  expect(discord.commands()).toHaveLength(registered);
});

test('registering in one server leaves the rest alone', async () => {
  await using discord = await startDiscord();
  const guild = discord.guilds[0]?.id ?? '';
  await using registering = run('src/discord/register/main.ts', { ...pointedAt(discord), DISCORD_GUILD_ID: guild });
  expect((await registering.exited).code).toBe(0);
  expect([discord.commands(guild).length, discord.commands().length]).toEqual([registered, 0]);
});

test('registering waits out a hiccup, and says in a line what keeps it from it', async () => {
  await using discord = await startDiscord();
  discord.faults.fail(503, { times: 2 });
  await using hiccup = run('src/discord/register/main.ts', pointedAt(discord));
  expect((await hiccup.exited).code).toBe(0);
  const set = { ...pointedAt(discord), LOG_LEVEL: 'silent' };
  await using wrong = run('src/discord/register/main.ts', { ...set, DISCORD_TOKEN: 'another.test.token' });
  expect(await wrong.exited).toEqual({ code: 1, errors: `${INVALID_TOKEN}\n` });
  discord.faults.rateLimit(3600, { global: true });
  await using limited = run('src/discord/register/main.ts', set);
  const { code, errors } = await limited.exited;
  expect(code).toBe(75);
  expect(errors).toMatch(/^Discord cannot be reached: .*too late\n$/);
});

test('over HTTP the same commands answer, buttons too, without a gateway', async () => {
  await using discord = await startDiscord();
  discord.register(registrations as unknown as Json[]);
  await using bot = run('src/main.ts', { DISCORD_PUBLIC_KEY: discord.publicKey, DISCORD_API_URL: discord.apiUrl });
  const { port } = await bot.logged('HTTP server is up');
  await discord.setEndpoint(`http://127.0.0.1:${port}/interactions`);
  const user = discord.user();
  const shown = await user.slash('ask', { question: 'how long did they meet' });
  if (shown.kind !== 'message') throw new Error(`${shown.kind} was shown`);
  const button = rowsOf(shown.message)
    .flat()
    .find(({ type }) => type === ComponentType.Button);
  if (!button || !('custom_id' in button)) throw new Error('the answer has no button');
  expect(await user.click(shown.message, button.custom_id)).toMatchObject({ kind: 'message', ephemeral: true });
  expect(await user.autocomplete('ask', { question: 'pris' })).toMatchObject({ kind: 'choices' });
  expect(discord.gateway.connected()).toEqual([]);
  expect(discord.rejections).toEqual([]);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([200, { checks: { knowledge: true } }]);
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain('parley_replies_total{command="ask",status="answered"}');
});

test('with GATEWAY=off it registers, answers over HTTP and posts daily, and never opens a gateway session', async () => {
  const file = join(emptyFolder(), 'parley.db');
  await using discord = await startDiscord();
  await using bot = run('src/main.ts', {
    ...pointedAt(discord),
    DISCORD_PUBLIC_KEY: discord.publicKey,
    GATEWAY: 'off',
    DATABASE_URL: `sqlite:${file}`,
  });
  await bot.logged('commands registered');
  expect(discord.commands()).toHaveLength(registered);
  const { port } = await bot.logged('HTTP server is up');
  await discord.setEndpoint(`http://127.0.0.1:${port}/interactions`);
  const [server] = discord.guilds;
  if (!server) throw new Error('no server');
  const manager = discord.user({ guild: server.id, permissions: PermissionFlagsBits.ManageGuild });
  expect(await manager.slash('ask', { question: 'how long did they meet' })).toMatchObject({ kind: 'message' });
  const set = await manager.slash('daily set', { channel: server.channelId, time: '9' });
  expect(JSON.stringify(set)).toContain('09:00');
  await becomeDue(`sqlite:${file}`);
  await bot.logged('daily post made');
  const titles = discord.messages(server.channelId).flatMap(titlesOf);
  expect(titles.filter((title) => title.includes(' · '))).toHaveLength(1);
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { ok: true, checks: { knowledge: true, database: true } }]);
  expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).not.toMatch(/^parley_gateway_ready /m);
  expect(discord.gateway.log.identifies).toEqual([]);
  expect(discord.requests.filter(({ path }) => path.startsWith('/gateway'))).toEqual([]);
  expect(discord.rejections).toEqual([]);
  bot.signal('SIGTERM');
  expect(await bot.exited).toEqual({ code: 0, errors: '' });
});
