/** What managers see of their server, by `/insights`. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Asking, asking, type Person } from '../support/asking.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const manager: Person = { user: '1', guild: '300', canManage: true };
const member: Person = { user: '2', guild: '300' };
const elsewhere: Person = { user: '3', guild: '400' };

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

const insights = (options = {}, person = manager) => people.act(person, { command: 'insights', options });

test('the most asked, the unanswered, the unhelpful, and each day, of this server alone', async () => {
  for (const person of [manager, member]) {
    await people.ask(person, 'will it rain tomorrow on the piano');
    await people.ask(person, 'number of trout');
  }
  await people.ask(member, 'is it sunny for my hats');
  const foreign = await people.ask(elsewhere, 'when did the mayor visit');
  await people.press(elsewhere, foreign, 'Not this');
  await people.ask(elsewhere, 'is it sunny for my hats');
  people.now += DAY_MS;
  const answer = await people.ask(member, 'number of trout');
  await people.press(member, answer, 'Not this');
  await people.press(manager, answer, 'Helpful');
  const found = await insights();
  expect(found).toMatchObject({
    private: true,
    title: 'What was asked here in the last 7 days',
    text: '**6 questions**: 3 answered, 0 that the article does not settle, 3 where nothing was found.',
    footer: 'Days are UTC · kept for 90 days',
  });
  const sections = Object.fromEntries(found.sections.map(({ heading, text }) => [heading, text]));
  expect(sections).toEqual({
    'Most asked': '- 3 times: How many trout are in the lake?',
    'Nothing found':
      '- 2 times: “will it rain tomorrow on the piano”\n-# Something else was asked 1 time, too seldom for its words to be shown.',
    'Not what was asked': '- 1 said so, 1 found it helpful: How many trout are in the lake?',
    'Day by day: answered, not settled, nothing found': '- 16 May 2026: 2, 0, 3\n- 17 May 2026: 1, 0, 0',
  });
  expect(found.files).toMatchObject([{ name: 'questions.png', type: 'image/png' }]);
});

test('thirty days where they are chosen, and a line where nothing was asked', async () => {
  expect((await insights()).text).toBe('Nothing was asked in this server in the last 7 days.');
  await people.ask(member, 'number of trout');
  people.now += 10 * DAY_MS;
  expect((await insights()).text).toBe('Nothing was asked in this server in the last 7 days.');
  expect((await insights({ days: '30' })).text).toContain('**1 question**');
});

test('those who may not manage the server see nothing of it', async () => {
  await people.ask(member, 'number of trout');
  expect((await insights({}, member)).text).toContain('Manage Server');
});
