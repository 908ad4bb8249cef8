/** Discord out of reach, at the start and later, and sessions that it ends. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INVALID_TOKEN } from '../../src/discord/reach.ts';
import type { TestDiscord } from '../../test-discord/index.ts';
import { isAnswered, pointedAt, type Running, run, startDiscord, up } from './process.ts';

let discord: TestDiscord;
let bot: Running;
beforeAll(async () => {
  discord = await startDiscord();
  discord.faults.goDown();
  bot = run('src/main.ts', pointedAt(discord));
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await discord.close();
});

test('the bot waits, and is there when Discord is', async () => {
  await bot.logged('Discord cannot be reached; trying again');
  discord.faults.comeBack();
  await up(bot);
  await isAnswered(discord);
});

test('while Discord is down again it waits again', async () => {
  discord.faults.goDown();
  await bot.logged('connection lost; reconnecting');
  // It tries anew at even pauses and keeps no count, so that ten minutes are no other than these seconds.
  await discord.until(() => discord.gateway.log.turnedAway >= 10, { what: 'ten attempts' });
  discord.faults.comeBack();
  await discord.until(() => discord.gateway.connected().length === 1, { what: 'a connection' });
  await isAnswered(discord);
});

test('an invalid session is begun anew', async () => {
  const before = discord.gateway.log.identifies.length;
  discord.gateway.invalidate(false);
  await discord.until(
    () => discord.gateway.log.identifies.length > before && discord.gateway.connected().length === 1,
    { what: 'another identify' },
  );
  await isAnswered(discord);
});

test('a token that is revoked while running ends the bot with one line', async () => {
  const before = discord.gateway.log.identifies.length;
  discord.faults.revokeToken();
  expect(await bot.exited).toEqual({ code: 1, errors: `${INVALID_TOKEN}\n` });
  expect(discord.gateway.log.identifies).toHaveLength(before);
});
