import { expect, test } from 'vitest';
import { createLog, warnEachMinute } from '../../src/config/log.ts';

test('secrets never reach the log', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const failure = Object.assign(new Error('Unknown interaction'), {
    url: 'https://discord.com/api/v10/interactions/1/hunter2/callback',
    requestBody: { json: 'hunter2' },
  });
  log.info({ token: 'hunter2', config: { token: 'hunter2', DATABASE_URL: 'postgres://hunter2' } }, 'started');
  log.warn({ err: failure }, 'an answer did not arrive');
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain('hunter2');
  expect(lines[1]).toContain('Unknown interaction');
});

test('what is below the level is left out', () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  log.info('no');
  log.warn('yes');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['yes']);
});

test('what others can make happen many times is a line a minute, with how often it was', () => {
  const lines: unknown[] = [];
  let now = 0;
  const warn = warnEachMinute({ warn: (...said: unknown[]) => lines.push(said) }, () => now);
  for (now = 0; now < 60_000; now += 1000) warn('refused');
  warn('refused');
  warn('dropped');
  expect(lines).toEqual([
    [{ times: 1 }, 'refused'],
    [{ times: 60 }, 'refused'],
    [{ times: 1 }, 'dropped'],
  ]);
});
