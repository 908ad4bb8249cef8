/** Discord out of reach at the start; how time passes is passed in, and Discord is a real one on the loopback. */
import { DiscordAPIError, REST } from '@discordjs/rest';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { Fatal } from '../../src/config/fatal.ts';
import { createLog } from '../../src/config/log.ts';
import { INVALID_TOKEN, untilReached } from '../../src/discord/reach.ts';
import { register } from '../../src/discord/register/register.ts';
import { startTestDiscord, type TestDiscord } from '../../test-discord/index.ts';

const log = createLog('silent');
const SECOND = 1000;
const TEN_MINUTES = 600 * SECOND;
const never = new AbortController().signal;

/** Registering, as the bot does it at its start. */
function registering({ apiUrl, token }: TestDiscord, givenToken = token) {
  const rest = new REST({ api: apiUrl, retries: 0 }).setToken(givenToken);
  return () => register(rest, commands, { applicationId: undefined, guildId: undefined });
}

/** Passes no time but notes it; `onTime` is told what time it is then. */
function noting(onTime: (now: number) => void) {
  const pauses: number[] = [];
  const wait = async (ms: number) => {
    pauses.push(ms);
    onTime(pauses.reduce((sum, pause) => sum + pause, 0));
  };
  return { pauses, wait };
}

test('ten minutes without Discord: ever longer pauses up to a minute, and registered once it is back', async () => {
  await using discord = await startTestDiscord();
  discord.faults.goDown();
  const { pauses, wait } = noting((now) => {
    if (now >= TEN_MINUTES) discord.faults.comeBack();
  });
  expect(await untilReached(registering(discord), log, never, wait)).toMatchObject({ outcome: 'registered' });
  const doubling = [1, 2, 4, 8, 16, 32].map((seconds) => seconds * SECOND);
  expect(pauses).toEqual([...doubling, ...Array.from({ length: 9 }, () => 60 * SECOND)]);
  expect(discord.commands().length).toBeGreaterThan(0);
});

test('ten minutes of errors on Discord’s side are waited out too', async () => {
  await using discord = await startTestDiscord();
  discord.faults.fail(503, { times: 15 });
  const { pauses, wait } = noting(() => {});
  expect(await untilReached(registering(discord), log, never, wait)).toMatchObject({ outcome: 'registered' });
  expect(pauses).toHaveLength(15);
});

test('a refused token, and any other refusal, is not tried again', async () => {
  await using discord = await startTestDiscord();
  const { pauses, wait } = noting(() => {});
  const refused = untilReached(registering(discord, 'another.test.token'), log, never, wait);
  await expect(refused).rejects.toThrow(Fatal);
  await expect(refused).rejects.toThrow(INVALID_TOKEN);
  discord.faults.fail(403);
  await expect(untilReached(registering(discord), log, never, wait)).rejects.toBeInstanceOf(DiscordAPIError);
  expect(pauses).toEqual([]);
});

test('being told to end breaks the wait off', async () => {
  await using discord = await startTestDiscord();
  discord.faults.goDown();
  const abort = new AbortController();
  const trying = untilReached(
    async () => {
      try {
        return await registering(discord)();
      } finally {
        abort.abort(new Error('the end'));
      }
    },
    log,
    abort.signal,
  );
  await expect(trying).rejects.toThrow('aborted');
  expect(discord.requests).toEqual([]);
});
