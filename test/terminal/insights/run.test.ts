import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../src/config/log.ts';
import { openStore, type Store } from '../../../src/store/open.ts';
import { run } from '../../../src/terminal/insights/run.ts';
import { type Asking, asking } from '../../support/asking.ts';
import { smallContext } from '../../support/knowledge.ts';

let store: Store;
let people: Asking;
beforeEach(async () => {
  store = await openStore('sqlite::memory:', createLog('silent'));
  people = asking(store);
});
afterEach(async () => {
  await people.stop();
  return store.destroy();
});

async function insights(...given: string[]) {
  const written = { out: '', errors: '' };
  const into = (stream: keyof typeof written) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        written[stream] += chunk;
        done();
      },
    });
  const code = await run(given, into('out'), into('errors'), { ...smallContext, store, keepDays: 90, now: people.now });
  return { code, ...written };
}

async function someQuestions() {
  for (const [user, guild] of [
    ['1', '300'],
    ['2', '400'],
  ] as const) {
    await people.ask({ user, guild }, 'number of trout');
    await people.ask({ user, guild }, 'who owns the boathouse over there');
    await people.ask({ user, guild }, 'will it rain tomorrow on us');
    const answer = await people.ask({ user, guild }, 'how many fish swim about');
    const { modal } = await people.press({ user, guild }, answer, 'Not this');
    if (!modal) throw new Error('no modal was opened');
    const meant = { ...modal.action, options: { ...modal.action.options, [modal.option]: 'which-day' } };
    await people.act({ user, guild }, meant);
  }
  await people.ask({ user: '1', guild: '300' }, 'is it sunny up here');
  // The misunderstood one again, by now known to be, from another person than its first asker.
  await people.ask({ user: '2', guild: '400' }, 'how many fish swim about');
}

test('all servers as a table, and YAML to paste at its end', async () => {
  await someQuestions();
  const { code, out, errors } = await insights();
  expect([code, errors]).toEqual([0, '']);
  expect(out).toMatch(/^2026-05-16\s+\d+/m);
  expect(out).toMatch(/^\s*\d+ {2}how-many-trout +How many trout are in the lake\?$/m);
  expect(out).toMatch(/will it rain tomorrow on us/);
  expect(out).not.toContain('is it sunny up here');
  expect(out).toContain('Something else found nothing 1 time: no words are kept of what one person asked.');
  expect(out).toMatch(
    /# Into knowledge\/lake-talks\/phrasings\/visit\.yaml.*\nwhich-day:\n {2}- how many fish swim about\n/,
  );
});

test('the same as one JSON object', async () => {
  await someQuestions();
  const { code, out } = await insights('--json', '--days', '7');
  expect(code).toBe(0);
  const report = JSON.parse(out);
  expect(report.days).toHaveLength(7);
  expect(report.misfits).toEqual([{ text: 'how many fish swim about', meant: 'which-day', times: 2 }]);
  expect(report).toMatchObject({ withheld: 1, yaml: expect.stringContaining('which-day:') });
});

test('nothing asked is said', async () => {
  expect(await insights()).toEqual({ code: 0, out: 'Nothing was asked in the last 30 days.\n\n', errors: '' });
});

test.each([[['--days', '0']], [['--days', '91']], [['--days', 'many']], [['--all']], [['extra']]])(
  'bad usage is explained: %s',
  async (given) => {
    const { code, out, errors } = await insights(...given);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain('Usage: npm run insights');
  },
);
