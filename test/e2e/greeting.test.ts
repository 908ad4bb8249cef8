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

test('a server that invites the bot is greeted once, in its language, with buttons that work', async () => {
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
  bot.signal('SIGTERM');
  await bot.exited;

  await using again = start();
  await up(again);
  const third = discord.join();
  await again.logged('a server was greeted');
  expect([titles(channelId).length, titles(third.channelId).length]).toEqual([1, 1]);
  expect(discord.schemaViolations).toEqual([]);
});

test.each(['before', 'after'] as const)(
  'killed while it greets, %s Discord had it: the next start makes it one greeting',
  async (when) => {
    const bot = start();
    await up(bot);
    const held = discord.faults.hold({ route: POST });
    const { channelId } = discord.join();
    await held.arrived;
    await bot[Symbol.asyncDispose]();
    // What was held takes effect when it is let go, as a request does that Discord had before the program died.
    if (when === 'after') {
      held.release();
      await discord.until(() => discord.messages(channelId).length === 1);
    }
    endLease();
    await using again = start();
    await up(again);
    await again.logged('a server was greeted');
    expect(titles(channelId)).toEqual(['Hello, I am Parley']);
  },
);

test('a server where it may not post in that channel, or has none, is left in peace', async () => {
  await using bot = start();
  await up(bot);
  const mute = discord.join({ botPermissions: PermissionFlagsBits.ViewChannel });
  await bot.logged('a server was not greeted');
  const none = discord.join({ systemChannel: false });
  const last = discord.join();
  await bot.logged('a server was greeted');
  expect([mute, none, last].map(({ channelId }) => titles(channelId).length)).toEqual([0, 0, 1]);
});
