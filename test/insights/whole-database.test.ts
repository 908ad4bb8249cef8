/** After a day of known people and words, the whole database is read, and holds nothing that should not be there. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { Database } from '../../src/store/schema.ts';
import { asking, type Person, SETTINGS } from '../support/asking.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const TABLES = [
  ...(['daily_setting', 'daily_post', 'daily_shown', 'daily_step', 'greeting', 'announced'] as const),
  ...(['asked', 'misfit', 'question_text', 'vote', 'server_article', 'server_language'] as const),
];
const GUILDS = ['300000000000000001', '300000000000000002'];
const USERS = Array.from({ length: 6 }, (_, at) => `10000000000000000${at}`);
const people: readonly Person[] = USERS.map((user, at) => ({ user, ...(at < 4 && { guild: GUILDS[at % 2] ?? '' }) }));

/** Asked by one person alone, so no word of them may stay. */
const ONCE = ['will it rain tomorrow on my neighbour Gwendolyn and her heron', 'is it sunny at my secret zebra'];
/** Asked by two, with what must go struck out. */
const TWICE =
  'weather forecast, is it sunny where gretchen@example.org of +44 20 7946 0018, <@100000000000000009>, id 987654321098765432, https://gretchen.example/x parks her tractor';
const ANSWERED = 'what number of trout would uncle Balthasar count';

async function allOf(store: Store): Promise<string> {
  const rows = await Promise.all(TABLES.map((table) => store.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

const tablesOf = async (store: Store) =>
  (await store.introspection.getTables()).map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));

describe.each(kinds)('a day on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('with people known by name', () => {
    let database: EmptyDatabase;
    let store: Store;
    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, createLog('silent'));
    });
    afterEach(async () => {
      await store.destroy();
      await database.drop();
    });

    test('leaves no person and no word that should not be there', async () => {
      const day = asking(store);
      const [ann, bob] = people as [Person, Person];
      const marks: string[] = [];
      const shown = new Set<string>();
      for (const person of people) {
        const answer = await day.ask(person, ANSWERED);
        expect(answer.outcome?.status).toBe('answered');
        const [, , text = '', , mark = ''] = String(answer.feedback?.[0]?.action.options.answer).split('.');
        marks.push(mark);
        shown.add(text);
        await day.press(person, answer, 'Helpful');
        // Misunderstood, and asked by nobody else in these words.
        const own = await day.ask(
          person,
          `what number of trout has pond ${'xyzxyzq'.repeat(1 + Number(person.user.at(-1)))}`,
        );
        const misfit = await day.press(person, own, 'Not this');
        if (!misfit.modal) throw new Error('no modal was opened');
        const { action, option } = misfit.modal;
        await day.act(person, { ...action, options: { ...action.options, [option]: 'none of these' } });
        await day.act(person, { command: 'privacy', options: {} });
        await day.act(person, { command: 'who', options: { name: 'Ada Stone' } });
        await day.act(person, { command: 'Check against the article', options: { message: ONCE[0] ?? '' } });
        await day.act({ ...person, canManage: true }, { command: 'insights', options: {} });
      }
      for (const text of ONCE) expect((await day.ask(ann, text)).outcome?.status).toBe('no_match');
      await day.ask(ann, TWICE);
      await day.ask(bob, TWICE);
      await day.stop();

      const all = await allOf(store);
      expect(all).toContain('parks her tractor');
      for (const user of [...USERS, '100000000000000009', '987654321098765432']) expect(all).not.toContain(user);
      for (const word of [
        'gwendolyn',
        'heron',
        'zebra',
        'gretchen@',
        'gretchen.example',
        '7946',
        'balthasar',
        'xyzq',
      ]) {
        expect(all.toLowerCase(), word).not.toContain(word);
      }
      expect(all).not.toContain(SETTINGS.hashKey);
      // What a button shows of its asker stands in no table, and no hash of a person beside two things.
      expect(new Set(marks).size).toBe(people.length);
      expect([...shown].map((text) => text.length)).toEqual([16]);
      for (const carried of [...marks, ...shown]) expect(all).not.toContain(carried);
      const votes = await store.selectFrom('vote').select(['voter', 'answer']).execute();
      const texts = await store.selectFrom('question_text').select(['text_key', 'asker']).execute();
      expect(votes.length).toBeGreaterThan(people.length);
      const ofTexts = new Set(texts.flatMap(({ text_key, asker }) => [text_key, asker]));
      expect(votes.filter(({ voter, answer }) => ofTexts.has(voter) || ofTexts.has(answer))).toEqual([]);
      // A hash without a key could be found by trying all ids.
      const { createHash } = await import('node:crypto');
      for (const user of USERS) {
        for (const algorithm of ['sha256', 'sha3-256']) {
          for (const form of ['base64url', 'hex'] as const) {
            expect(all).not.toContain(createHash(algorithm).update(user).digest(form).slice(0, 12));
          }
        }
      }
    });

    test('is read whole: no table is left out of this', async () => {
      expect((await tablesOf(store)).sort()).toEqual([...TABLES].sort());
    });

    test('every column is one of those that PRIVACY.md speaks of', async () => {
      const expected: Record<
        'asked' | 'misfit' | 'question_text' | 'vote',
        readonly (keyof Database[keyof Database] | string)[]
      > = {
        asked: ['day', 'guild_id', 'item', 'status', 'times'],
        question_text: ['asker', 'day', 'fingerprint', 'text', 'text_key'],
        misfit: ['day', 'guild_id', 'meant', 'text_key', 'times'],
        vote: ['answer', 'day', 'entry', 'fingerprint', 'guild_id', 'helpful', 'meant', 'voter'],
      };
      const tables = await store.introspection.getTables();
      for (const [name, columns] of Object.entries(expected)) {
        const found = tables.find((table) => table.name === name)?.columns.map((column) => column.name);
        expect(found?.sort()).toEqual([...columns].sort());
      }
    });
  });
});
