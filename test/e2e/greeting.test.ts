import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { titlesOf } from '../../src/discord/message-text.ts';
import type { TestDiscord } from '../../test-discord/index.ts';
import { rowsOf } from '../discord/within-limits.ts';
import { emptyFolder } from '../support/folder.ts';
import { pointedAt, run, startDiscord, up } from './process.ts';

const POST = /^POST \/channels\/\d+\/messages/;

let file: string;
let discord: TestDiscord;
beforeEach(async () => {
  file = join(emptyFolder(), 'parley.db');
  discord = await startDiscord();
});
afterEach(() => discord.close());

const start = () => run('src/main.ts', { ...pointedAt(discord), DATABASE_URL: `sqlite:${file}` });
const GREETINGS = ['Hello, I am Parley', 'Вітаю, я Parley'];
/** The greetings among what stands in a channel. */
const titles = (channel: string) =>
  discord
    .messages(channel)
    .flatMap(titlesOf)
    .filter((title) => GREETINGS.includes(title));

/** As if a minute had passed, after which a greeting is another process's to take up. */
function endLease(): void {
  using database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('update greeting set lease_until = 0');
}

test('a server that invites the bot is greeted once, in its language, with buttons that work, or left in peace', async () => {
  await using bot = start();
  await up(bot);
  const { id, channelId } = discord.join({ locale: 'uk' });
  await bot.logged('a server was greeted');
  expect(titles(channelId)).toEqual(['Вітаю, я Parley']);
  const [message] = discord.messages(channelId);
  if (!message) throw new Error('no greeting');
  const manager = discord.user({ guild: id, permissions: PermissionFlagsBits.ManageGuild });
  const [asked, summary, daily] = rowsOf(message)
    .flat()
    .map((one) => ('custom_id' in one ? one.custom_id : ''));
  expect(await manager.click(message, asked ?? '')).toMatchObject({ kind: 'modal' });
  expect(await manager.click(message, summary ?? '')).toMatchObject({ kind: 'message' });
  const opened = await manager.click(message, daily ?? '');
  if (opened.kind !== 'modal') throw new Error('no modal');
  const set = await manager.submit(opened, { text: '9:00' });
  expect(JSON.stringify(set)).toContain(`<#${channelId}>`);
  expect(JSON.stringify(await discord.user({ guild: id }).click(message, daily ?? ''))).not.toContain('"modal"');
  expect(titles(discord.guilds[0]?.channelId ?? '')).toEqual([]);

  const mute = discord.join({ botPermissions: PermissionFlagsBits.ViewChannel });
  await bot.logged('a server was not greeted');
  const none = discord.join({ systemChannel: false });
  const last = discord.join();
  await bot.logged('a server was greeted', 2);
  // Where it may not post in that channel, or has none, it leaves the server in peace.
  expect([mute, none, last].map(({ channelId: where }) => titles(where).length)).toEqual([0, 0, 1]);
  expect(titles(channelId)).toHaveLength(1);
  expect(discord.schemaViolations).toEqual([]);
});

test('killed while it greets, before or after Discord had it: the next start makes it one greeting', async () => {
  const bot = start();
  await up(bot);
  const early = discord.faults.hold({ route: POST });
  const first = discord.join();
  await early.arrived;
  await bot[Symbol.asyncDispose]();
  endLease();

  const again = start();
  await up(again);
  await again.logged('a server was greeted');
  expect(titles(first.channelId)).toEqual(['Hello, I am Parley']);
  const late = discord.faults.hold({ route: POST });
  const second = discord.join();
  await late.arrived;
  await again[Symbol.asyncDispose]();
  // What was held takes effect when it is let go, as a request does that Discord had before the program died.
  late.release();
  await discord.until(() => discord.messages(second.channelId).length === 1);
  endLease();

  await using last = start();
  await up(last);
  await last.logged('a server was greeted');
  expect(titles(second.channelId)).toEqual(['Hello, I am Parley']);
  expect(titles(first.channelId)).toHaveLength(1);
});
