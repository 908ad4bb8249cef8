/** What is kept of questions and of people, rule by rule, on each database. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply } from '../../src/answer/reply.ts';
import { createLog } from '../../src/config/log.ts';
import { forgetServer } from '../../src/store/forget.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Asking, asking, type Person } from '../support/asking.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ann: Person = { user: '100000000000000001', guild: '300000000000000000' };
const bob: Person = { user: '100000000000000002', guild: '300000000000000000' };
const cid: Person = { user: '100000000000000003', guild: '400000000000000000' };
const UNKNOWN = 'Who paid for the golden submarine?';
const KEPT = 'who paid for the golden submarine?';

describe.each(kinds)('kept on $name', ({ skipped, create }) => {
  describe.skipIf(skipped)('of what is asked', () => {
    let database: EmptyDatabase;
    let store: Store;
    let people: Asking;
    beforeEach(async () => {
      database = await create();
      store = await openStore(database.url, createLog('silent'));
      people = asking(store);
    });
    afterEach(async () => {
      await people.stop();
      await store.destroy();
      await database.drop();
    });

    const asked = () => store.selectFrom('asked').selectAll().orderBy('guild_id').orderBy('item').execute();
    const texts = () => store.selectFrom('question_text').selectAll().execute();
    const votes = () => store.selectFrom('vote').selectAll().orderBy('voter').execute();
    const misfits = () => store.selectFrom('misfit').select(['guild_id', 'day', 'meant', 'times']).execute();
    const statusOf = (reply: Reply) => reply.outcome?.status;

    test('counts: a server, an entry and a day, each its own', async () => {
      await people.ask(ann, 'how many trout are there');
      await people.ask(bob, 'How many trout are in the lake?');
      await people.ask(cid, 'number of trout');
      await people.ask({ user: ann.user }, 'number of trout');
      people.now += DAY_MS;
      await people.ask(ann, 'number of trout');
      const row = { status: 'answered', item: 'how-many-trout' };
      expect(await asked()).toEqual(
        expect.arrayContaining([
          { ...row, guild_id: '', day: '2026-05-16', times: 1 },
          { ...row, guild_id: ann.guild, day: '2026-05-16', times: 2 },
          { ...row, guild_id: ann.guild, day: '2026-05-17', times: 1 },
          { ...row, guild_id: cid.guild, day: '2026-05-16', times: 1 },
        ]),
      );
      expect(await asked()).toHaveLength(4);
      expect(await texts()).toEqual([]);
    });

    test('what is told to the curators as soon as it was asked counts once', async () => {
      const told = { command: 'tell', options: { words: UNKNOWN } };
      await Promise.all([people.ask(ann, UNKNOWN), people.act(bob, told)]);
      expect(await texts()).toMatchObject([{ text: KEPT }]);
      expect(await asked()).toMatchObject([{ status: 'no_match', times: 1 }]);
    });

    test('what is said to the bot itself is no question that found nothing', async () => {
      const { text, outcome } = await people.ask(ann, 'hello');
      expect([text, outcome?.isSmallTalk]).toEqual(['Hello.', true]);
      expect([await asked(), await texts()]).toEqual([[], []]);
    });

    test('fifty at once are fifty', async () => {
      await Promise.all(Array.from({ length: 50 }, () => people.ask(ann, 'number of trout')));
      expect(await asked()).toMatchObject([{ times: 50 }]);
    });

    test('what is sent again, or whose button is pressed again, is counted once, and anew after ten minutes', async () => {
      const typed = { command: 'ask', options: { question: 'number of trout' } };
      const button = { command: 'ask', options: { question: 'which-day' } };
      const counts = async () => (await asked()).map(({ item, times }) => [item, times]);
      for (const origin of ['1', '1', '2']) await people.act(ann, typed, origin);
      for (const person of [ann, ann, bob]) await people.act(person, button, '3');
      // One message has many buttons.
      await people.act(ann, { command: 'ask', options: { question: 'lake-depth' } }, '3');
      expect(await counts()).toEqual([
        ['how-many-trout', 2],
        ['lake-depth', 1],
        ['which-day', 2],
      ]);
      people.now += 10 * 60 * 1000;
      await people.act(ann, button, '3');
      expect(await counts()).toContainEqual(['which-day', 3]);
    });

    test('an unanswered text is kept once a second person asks it, and then nobody stands beside it', async () => {
      expect(statusOf(await people.ask(ann, UNKNOWN))).toBe('no_match');
      await people.ask(ann, UNKNOWN);
      expect(await texts()).toMatchObject([{ text: null }]);
      await people.ask(cid, `${UNKNOWN.toUpperCase()} `);
      expect(await texts()).toMatchObject([{ text: KEPT, asker: null, day: '2026-05-16' }]);
      const [row] = await texts();
      expect(await asked()).toMatchObject([
        { guild_id: ann.guild, status: 'no_match', item: row?.text_key, times: 2 },
        { guild_id: cid.guild, status: 'no_match', item: row?.text_key, times: 1 },
      ]);
    });

    test('one person in two months is one person', async () => {
      await people.ask(ann, UNKNOWN);
      people.now = Date.parse('2026-07-01T00:00:00Z');
      await people.ask(ann, UNKNOWN);
      expect(await texts()).toMatchObject([{ text: null }]);
    });

    test('one person who asks again and again, however long, is one person, and can have their note deleted', async () => {
      for (const days of [0, 80, 80, 80]) {
        people.now += days * DAY_MS;
        await people.ask(ann, UNKNOWN);
        expect(await texts()).toMatchObject([{ text: null }]);
      }
      const found = await people.act(ann, { command: 'privacy file', options: {} });
      expect(found.text).toContain('1 question');
    });

    test('a button older than what is kept notes nothing', async () => {
      const answer = await people.ask(ann, 'what number of trout');
      people.now += 130 * DAY_MS;
      await people.press(ann, answer, 'Not this');
      expect(await texts()).toEqual([]);
    });

    test('the day has a sweep of its own, also while the program runs', async () => {
      vi.useFakeTimers({ toFake: ['setInterval'] });
      const running = asking(store);
      await running.ask(ann, 'number of trout');
      running.now += 91 * DAY_MS;
      vi.advanceTimersByTime(DAY_MS);
      vi.useRealTimers();
      await running.stop();
      expect(await asked()).toEqual([]);
    });

    test('under another key, nobody could be known again: votes and notes go, counts stay', async () => {
      await people.press(ann, await people.ask(ann, 'number of trout'), 'Helpful');
      await people.ask(ann, UNKNOWN);
      await people.stop();
      people = asking(store, {});
      await people.written();
      expect(await votes(), 'the same key').toHaveLength(1);
      await people.stop();
      people = asking(store, { hashKey: 'another key of more than thirty-two characters' });
      await people.written();
      expect([await votes(), await texts()]).toEqual([[], []]);
      expect(await asked()).toHaveLength(2);
    });

    test('without a key nothing is kept, and what is there is not deleted', async () => {
      await people.press(ann, await people.ask(ann, 'number of trout'), 'Helpful');
      await people.stop();
      people = asking(store, { hashKey: undefined });
      expect((await people.ask(ann, 'number of trout')).feedback).toBeUndefined();
      for (const command of ['privacy delete', 'privacy file']) {
        expect((await people.act(ann, { command, options: {} })).text).not.toContain('went wrong');
      }
      await people.written();
      expect(await asked()).toMatchObject([{ times: 1 }]);
      expect(await votes()).toHaveLength(1);
    });

    test('two who ask the same at once make one text', async () => {
      await Promise.all([people.ask(ann, UNKNOWN), people.ask(bob, UNKNOWN)]);
      expect(await texts()).toMatchObject([{ text: KEPT, asker: null }]);
    });

    test('a vote: one a person an answer, changeable, also in the next month', async () => {
      const answer = await people.ask(ann, 'number of trout');
      await people.press(ann, answer, 'Helpful');
      await people.press(ann, answer, 'Helpful');
      expect(await votes()).toMatchObject([{ entry: 'how-many-trout', helpful: 1, guild_id: ann.guild }]);
      people.now = Date.parse('2026-06-02T00:00:00Z');
      await people.press(ann, answer, 'Not this');
      expect(await votes()).toMatchObject([{ helpful: 0, meant: null, day: '2026-06-02' }]);
      expect(await misfits()).toEqual([{ guild_id: ann.guild, day: '2026-06-02', meant: '', times: 1 }]);
      await people.press(bob, answer, 'Not this');
      expect(await misfits()).toMatchObject([{ times: 2 }]);
      for (const person of [ann, bob]) await people.press(person, answer, 'Helpful');
      expect(await votes()).toMatchObject([{ helpful: 1 }, { helpful: 1 }]);
      expect(await misfits()).toEqual([]);
    });

    test('“Not this” offers the three nearest and none of these, and answers what was meant', async () => {
      const answer = await people.ask(ann, 'number of trout');
      const { modal } = await people.press(ann, answer, 'Not this');
      if (!modal || !('choices' in modal)) throw new Error('no modal to choose in was opened');
      expect(modal.choices.map(({ value }) => value)).toEqual(['which-day', 'lake-depth', 'none of these']);
      const { action, option } = modal;
      const choose = (value: string) => people.act(ann, { ...action, options: { ...action.options, [option]: value } });
      expect(await choose('which-day')).toMatchObject({ private: true, outcome: { entry: 'which-day' } });
      expect(await votes()).toMatchObject([{ entry: 'how-many-trout', helpful: 0, meant: 'which-day' }]);
      await people.press(ann, answer, 'Not this');
      expect(await misfits(), 'opened again and left').toMatchObject([{ meant: 'which-day', times: 1 }]);
      expect((await choose('none of these')).text).toContain('Noted');
      expect(await votes()).toMatchObject([{ helpful: 0, meant: null }]);
      expect(await misfits()).toMatchObject([{ meant: '', times: 1 }]);
    });

    test('pressed many times at once, it is one vote and one misfit', async () => {
      const answer = await people.ask(ann, 'number of trout');
      await Promise.all(Array.from({ length: 8 }, () => people.press(ann, answer, 'Not this')));
      const modal = { answer: answer.feedback?.[0]?.action.options.answer ?? '', meant: 'lake-depth' };
      await Promise.all(Array.from({ length: 8 }, () => people.act(ann, { command: 'meant', options: modal })));
      expect(await votes()).toMatchObject([{ helpful: 0, meant: 'lake-depth' }]);
      expect(await misfits()).toMatchObject([{ meant: 'lake-depth', times: 1 }]);
    });

    test('a misunderstood text is kept only once another person than its asker asks it', async () => {
      const answer = await people.ask(ann, 'what number of trout');
      await people.press(cid, answer, 'Not this');
      expect(await texts(), 'pressed by a bystander').toEqual([]);
      await people.press(ann, answer, 'Not this');
      await people.ask(ann, 'what number of trout');
      expect(await texts()).toMatchObject([{ text: null }]);
      await people.ask(bob, 'what number of trout');
      expect(await texts()).toMatchObject([{ text: 'what number of trout', asker: null }]);
    });

    test('what is older than its days goes, and what is asked again stays', async () => {
      const answer = await people.ask(ann, 'number of trout');
      await people.press(ann, answer, 'Helpful');
      for (const person of [ann, bob]) await people.ask(person, UNKNOWN);
      people.now += 60 * DAY_MS;
      await people.ask(ann, UNKNOWN);
      await people.stop();
      people = asking(store, { keepDays: 90 }, new Date(people.now + 31 * DAY_MS).toISOString());
      await people.written();
      expect([await votes(), await misfits()]).toEqual([[], []]);
      expect(await asked()).toMatchObject([{ status: 'no_match', day: '2026-07-15', times: 1 }]);
      expect(await texts()).toMatchObject([{ text: KEPT, day: '2026-07-15' }]);
    });

    test('a row of the last day that counts stays, and goes a day later', async () => {
      await people.ask(ann, 'number of trout');
      for (const [days, rows] of [
        [89, 1],
        [90, 0],
      ] as const) {
        await people.stop();
        people = asking(store, {}, new Date(Date.parse('2026-05-16T10:00:00Z') + days * DAY_MS).toISOString());
        await people.written();
        expect(await asked(), `${days} days`).toHaveLength(rows);
      }
    });

    test('STORE_QUESTIONS=off keeps nothing, deletes what is there, and shows no buttons', async () => {
      await people.press(ann, await people.ask(ann, 'number of trout'), 'Helpful');
      await people.ask(ann, UNKNOWN);
      await people.stop();
      people = asking(store, { storesQuestions: false });
      await people.written();
      const answer = await people.ask(bob, 'number of trout');
      await people.ask(bob, UNKNOWN);
      expect(answer.feedback).toBeUndefined();
      expect([await asked(), await texts(), await votes()]).toEqual([[], [], []]);
      expect((await people.act(ann, { command: 'privacy', options: {} })).sections[0]?.text).toContain('turned off');
      expect((await people.act({ ...ann, canManage: true }, { command: 'insights', options: {} })).text).toContain(
        'Questions are not stored here',
      );
    });

    test('a server that goes takes its rows along, and no other’s', async () => {
      for (const person of [ann, cid])
        await people.press(person, await people.ask(person, 'number of trout'), 'Helpful');
      const elsewhere = 'will it rain tomorrow on us';
      for (const person of [ann, bob]) await people.ask(person, UNKNOWN);
      for (const person of [ann, cid]) await people.ask(person, elsewhere);
      await forgetServer(store, ann.guild ?? '', people.now);
      expect((await asked()).map(({ guild_id }) => guild_id)).toEqual([cid.guild, cid.guild]);
      expect(await votes()).toMatchObject([{ guild_id: cid.guild }]);
      expect(await texts()).toMatchObject([{ text: elsewhere }]);
    });

    test('servers go and votes come at once, and neither stands in the other’s way', async () => {
      const answers = await Promise.all([ann, bob, cid].map((person) => people.ask(person, 'what number of trout')));
      await Promise.all(
        Array.from({ length: 30 }, async (_, at) => {
          const [person, answer] = [[ann, bob, cid][at % 3], answers[at % 3]];
          if (!person || !answer) return;
          if (at % 5 === 0) await forgetServer(store, ann.guild ?? '', people.now);
          else await people.press(person, answer, at % 2 === 0 ? 'Helpful' : 'Not this');
        }),
      );
      expect((await votes()).length).toBeLessThanOrEqual(3);
    });

    test('a text of which nothing is counted any more goes with the next sweep', async () => {
      const answer = await people.ask(ann, 'what number of trout');
      await people.press(ann, answer, 'Not this');
      await people.ask(bob, 'what number of trout');
      await people.press(ann, answer, 'Helpful');
      expect(await texts()).toHaveLength(1);
      await people.stop();
      people = asking(store);
      await people.written();
      expect(await texts()).toEqual([]);
    });

    test('/privacy gives a person what is kept of them, deletes it, and says what it deleted', async () => {
      for (const person of [ann, bob]) {
        await people.press(person, await people.ask(person, 'number of trout'), 'Helpful');
      }
      await people.ask(ann, UNKNOWN);
      people.now = Date.parse('2026-06-16T10:00:00Z');
      await people.press(ann, await people.ask(ann, 'when did the mayor visit'), 'Not this');
      const statement = await people.act(ann, { command: 'privacy', options: {} });
      expect(statement.sections.map(({ text }) => text).join('\n')).toMatch(/90 days[\s\S]*mail@operator\.example/);
      const { files } = await people.press(ann, statement, 'Give me my data');
      const given = JSON.parse(new TextDecoder().decode(files?.[0]?.bytes));
      expect(given).toEqual({
        votes: [
          { server: ann.guild, entry: 'how-many-trout', day: '2026-05-16', helpful: true, meant: null },
          { server: ann.guild, entry: 'which-day', day: '2026-06-16', helpful: false, meant: null },
        ],
        questions: [{ day: '2026-05-16' }, { day: '2026-06-16' }],
      });
      const deleted = await people.press(ann, statement, 'Delete my data');
      expect(deleted.text).toContain('2 votes');
      expect(deleted.text).toContain('2 questions');
      expect(await votes()).toHaveLength(1);
      expect(await texts()).toEqual([]);
      expect((await people.press(ann, statement, 'Delete my data')).text).toContain('Nothing is stored about you');
    });
  });
});
