import { Routes } from 'discord-api-types/v10';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openRest } from '../../src/discord/steady-rest.ts';
import { HOUR_MS } from '../../src/text/dates.ts';
import { startTestDiscord } from '../../test-discord/start.ts';

/** More than discord.js lets through in a second of the clock. */
const MANY = 60;

test('a clock that is set back by an hour does not make a second’s limit last for an hour', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await using discord = await startTestDiscord();
  const rest = openRest({ api: discord.apiUrl, rejectOnRateLimit: ({ timeToReset }) => timeToReset > 2000 });
  rest.setToken(discord.token);
  await rest.get(Routes.user());
  vi.setSystemTime(Date.now() - HOUR_MS);
  for (let request = 0; request < MANY; request += 1) {
    // Its clock goes on meanwhile.
    vi.setSystemTime(Date.now() + 100);
    await rest.get(Routes.user());
  }
  expect(discord.requests).toHaveLength(MANY + 1);
});
