import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { titlesOf } from '../../src/discord/message-text.ts';
import type { TestDiscord } from '../../test-discord/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { becomeDue } from './become-due.ts';
import { run, startDiscord, TOKEN, up } from './process.ts';

let folder: string;
let discord: TestDiscord;
const file = () => join(folder, 'parley.db');
const guild = () => discord.guilds[0]?.id ?? '';
const channel = () => discord.guilds[0]?.channelId ?? '';
const manager = () =>
  discord.user({
    guild: guild(),
    permissions: PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages,
  });

beforeEach(async () => {
  folder = emptyFolder();
  discord = await startDiscord();
});
afterEach(() => discord.close());

const start = () =>
  run('src/main.ts', {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: `sqlite:${file()}`,
  });

const posts = (where = channel()) =>
  discord.messages(where).filter((message) => titlesOf(message).some((title) => title.includes(' · ')));

test('a manager sets it, it is posted, and a restart posts nothing again', async () => {
  await using bot = start();
  await up(bot);
  const shown = await manager().slash('daily set', { channel: channel(), time: '9', timezone: 'kiev' });
  expect(JSON.stringify(shown)).toContain('Europe/Kyiv');
  await becomeDue(`sqlite:${file()}`);
  await bot.logged('daily post made');
  const { port } = await bot.logged('HTTP server is up');
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toMatch(/^parley_daily_posts_total\{outcome="sent"\} 1$/m);
  expect(metrics).toMatch(/^parley_daily_posts_due 0$/m);
  const [post] = posts();
  if (!post) throw new Error('nothing was posted');
  expect(JSON.stringify(await manager().slash('daily show'))).toContain(post.id);
  const opened = await discord.user({ guild: guild() }).click(post, '1n|ask|question=');
  expect(opened).toMatchObject({ kind: 'modal', modal: { title: 'Ask about the article' } });
  bot.signal('SIGTERM');
  expect(await bot.exited).toMatchObject({ code: 0 });

  await using again = start();
  await up(again);
  expect(JSON.stringify(await manager().slash('daily show'))).toContain(post.id);
  expect(posts()).toHaveLength(1);
});

test('a post is published and gets its thread once, though the bot is killed over each', async () => {
  const joined = discord.join({ botPermissions: ~0n & ~PermissionFlagsBits.Administrator });
  // The fifth channel of a server is one of announcements.
  const news = String(BigInt(joined.channelId) + 4n);
  const permissions =
    PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  const steps = (): readonly object[] => {
    using database = new DatabaseSync(file(), { timeout: 5000 });
    return database.prepare('select step, state from daily_step order by step').all();
  };
  const free = () => {
    // As if the lease of the process that was killed had ended.
    using database = new DatabaseSync(file(), { timeout: 5000 });
    database.exec('update daily_step set lease_until = 0');
  };
  const publishing = discord.faults.hold({ route: /crosspost/ });
  const opening = discord.faults.hold({ route: /threads/ });
  {
    await using bot = start();
    await up(bot);
    const given = { channel: news, time: '9', publish: true, thread: true };
    await discord.user({ guild: joined.id, permissions }).slash('daily set', given);
    await becomeDue(`sqlite:${file()}`);
    await Promise.all([publishing.arrived, opening.arrived]);
    bot.signal('SIGKILL');
    await bot.exited;
  }
  // Both take effect, and nobody hears of it.
  publishing.release();
  opening.release();
  const isPublished = ({ flags }: APIMessage) => Boolean((flags ?? 0) & MessageFlags.Crossposted);
  await discord.until(() => posts(news).some((message) => message.thread !== undefined && isPublished(message)));
  expect(steps()).toEqual([
    { step: 'publish', state: 'due' },
    { step: 'thread', state: 'due' },
  ]);
  free();
  await using again = start();
  await up(again);
  await again.logged('a daily post was published, or its thread opened');
  await discord.until(() => steps().every((row) => 'state' in row && row.state === 'done'));
  expect(posts(news)).toHaveLength(1);
  expect(discord.schemaViolations).toEqual([]);
});

test('a server that removes the bot is forgotten', async () => {
  await using bot = start();
  await up(bot);
  await manager().slash('daily set', { channel: channel(), time: '9' });
  const database = new DatabaseSync(file(), { timeout: 5000 });
  const settings = () => database.prepare('select guild_id from daily_setting').all();
  expect(settings()).toHaveLength(1);
  const removed = guild();
  discord.kick(removed);
  await bot.logged('a server that has removed the bot is forgotten');
  expect(settings()).toEqual([]);
  database.close();
});

test('a server that removes the bot, invites it and sets it again on the same date has one post of that date', async () => {
  await using bot = start();
  await up(bot);
  // About noon, so that the date is the same through the test.
  const ahead = 12 - new Date().getUTCHours();
  const timezone = ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
  const set = async () =>
    JSON.stringify(await manager().slash('daily set', { channel: channel(), time: '23', timezone }));
  const first = await set();
  await becomeDue(`sqlite:${file()}`);
  await bot.logged('daily post made');
  const made = posts();
  const [date = ''] = made.flatMap(titlesOf).map((title) => title.split(' · ')[1]);
  expect(first).toContain(`The first: ${date}`);
  discord.kick(guild());
  await bot.logged('a server that has removed the bot is forgotten');
  discord.rejoin(guild());
  const again = await set();
  expect(again).toContain('The first: ');
  expect(again).not.toContain(`The first: ${date}`);
  expect(posts()).toEqual(made);
});

test('a store of a newer version ends the program with what to do', async () => {
  const database = new DatabaseSync(file());
  database.exec('create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)');
  database.exec("insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')");
  database.close();
  await using bot = start();
  expect(await bot.exited).toEqual({
    code: 1,
    errors: expect.stringMatching(/version 999-later .* knows 012-daily-answered/),
  });
});
