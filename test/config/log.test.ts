import { expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';

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
