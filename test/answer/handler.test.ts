import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createHandler } from '../../src/answer/handler.ts';
import { createRateLimit, PER_USER } from '../../src/answer/rate-limit.ts';
import { createLog } from '../../src/config/log.ts';
import { smallContext } from '../support/knowledge.ts';
import { realContext } from '../support/real.ts';

/** A handler with the limits that people have, at a time that the test moves, and a clock that it sets. */
function scene() {
  let now = 1_000_000;
  let passed = 0;
  const elapsed = () => passed;
  const handler = createHandler({
    commands,
    current: () => smallContext,
    replied: () => {},
    mayAsk: createRateLimit(PER_USER.answers, elapsed),
    mayComplete: createRateLimit(PER_USER.choices, elapsed),
    log: createLog('silent'),
    now: () => now,
  });
  return {
    offered: (user: string) =>
      handler.complete({ command: 'ask', option: 'question', typed: 'trout', asker: { user, locale: 'en-GB' } }).length,
    ask: (user: string) => {
      const asker = { user, locale: 'en-GB' };
      return handler.answer({ command: 'ask', options: { question: 'how many trout' }, asker });
    },
    later: (ms: number) => {
      now += ms;
      passed += ms;
    },
    setClock: (ms: number) => {
      now += ms;
    },
  };
}

test('25 lists of choices in ten seconds, then none, and anew as the window moves on', () => {
  const { offered, later } = scene();
  const { times, windowMs } = PER_USER.choices;
  expect([times, windowMs]).toEqual([25, 10_000]);
  for (let time = 0; time < times; time += 1) expect(offered('ada')).toBeGreaterThan(0);
  expect(offered('ada')).toBe(0);
  expect(offered('ben')).toBeGreaterThan(0);
  later(windowMs - 1);
  expect(offered('ada')).toBe(0);
  later(1);
  expect(offered('ada')).toBeGreaterThan(0);
});

test('who has typed too fast may still ask, and who has asked too often is still offered choices', async () => {
  const { offered, ask } = scene();
  while (offered('ada') > 0);
  expect((await ask('ada')).isRateLimited).toBeUndefined();
  for (let time = 0; time < PER_USER.answers.times; time += 1) await ask('ben');
  expect(await ask('ben')).toMatchObject({ private: true, isRateLimited: true });
  expect(offered('ben')).toBeGreaterThan(0);
});

test('a clock that is set back by an hour holds nobody up for an hour', async () => {
  const { ask, offered, later, setClock } = scene();
  while (!(await ask('ada')).isRateLimited);
  while (offered('ada') > 0);
  setClock(-60 * 60_000);
  later(PER_USER.answers.windowMs);
  expect((await ask('ada')).isRateLimited).toBeUndefined();
  expect(offered('ada')).toBeGreaterThan(0);
});

const real = await realContext();

/** What a person with a Turkish client is answered in a server whose language is `told`. */
async function languageIn(told: string | undefined, command: string, options: Readonly<Record<string, string>> = {}) {
  const handler = createHandler({
    commands,
    current: () => real,
    serverLanguage: { of: async () => told ?? 'en', soon: async () => told, choose: async () => {} },
    replied: () => {},
    mayAsk: () => true,
    mayComplete: () => true,
    log: createLog('silent'),
    now: () => 0,
  });
  const asker = { user: 'ada', locale: 'tr', guild: { id: '1', canManage: false } };
  return (await handler.answer({ command, options, asker })).language;
}

test('a list that everybody in a server sees is in the server’s language; what is asked for oneself is not', async () => {
  for (const list of ['summary', 'timeline', 'topics', 'positions']) expect(await languageIn('uk', list)).toBe('uk');
  expect(await languageIn('uk', 'help')).toBe('tr');
  expect(await languageIn('uk', 'ask', { question: 'how many prisoners will be swapped' })).toBe('en');
});

test('where the server’s language cannot be told, a list is in that of whoever asks', async () => {
  expect(await languageIn(undefined, 'summary')).toBe('tr');
});
