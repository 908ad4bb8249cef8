/** What one person tells the curators, and that it is announced once it is answered. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { answeredSections } from '../../src/daily/answered.ts';
import { newlyAnswered, noteAnnounced, unnoteAnnounced } from '../../src/insights/answered.ts';
import { createKeys } from '../../src/insights/keys.ts';
import { editOf, queueOf } from '../../src/insights/queue.ts';
import { recordAsked, redactedText } from '../../src/insights/record.ts';
import { tell } from '../../src/insights/tell.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { contextOf, small, smallContext, smallWith } from '../support/knowledge.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const NOW = Date.UTC(2025, 4, 20, 12);
const DAY = 24 * 60 * 60 * 1000;
const TEXT = 'which tailor sewed the purple jackets';
const keys = createKeys('a secret of this test');

describe.each(kinds)('told and answered on $name', ({ skipped, create }) => {
  if (skipped) return test.skip('needs its server', () => undefined);
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

  const asks = (user: string, words = TEXT, guild = '1') =>
    recordAsked(
      store,
      keys,
      90,
      [{ guild, user, status: 'no_match', entry: null, text: redactedText(words, keys) }],
      NOW,
    );
  const queue = () => queueOf([store], 90, NOW, smallContext.languages);
  const queuedTexts = async () => (await queue()).flatMap(({ questions }) => questions);
  const [entry] = small.entries.values();
  if (!entry) throw new Error('no entry');
  const answering = smallWith({ entries: [{ ...entry, phrasings: [...entry.phrasings, `${TEXT}?`] }] });

  test('what one person asked waits for a second one, or for being told', async () => {
    await asks('7');
    expect(await queuedTexts()).toEqual([]);
    expect(await tell(store, keys, { guild: '1', words: TEXT }, NOW)).toBe(true);
    expect(await queuedTexts()).toEqual([{ text: TEXT, times: 1 }]);
  });

  test('nothing of who told stands anywhere, not even the hash of who asked first', async () => {
    await asks('7');
    await tell(store, keys, { guild: '1', words: `${TEXT} me@example.com` }, NOW);
    await tell(store, keys, { guild: '1', words: TEXT }, NOW);
    const rows = await store.selectFrom('question_text').selectAll().execute();
    expect(rows.map(({ asker }) => asker)).toEqual([null, null]);
    expect(rows.map(({ text }) => text).sort()).toEqual([TEXT, `${TEXT} [e-mail]`]);
  });

  test('what is nothing but an address is not kept', async () => {
    expect(await tell(store, keys, { guild: '1', words: ' ' }, NOW)).toBe(false);
  });

  test('once answered, it leaves the queue and is announced in one post of its server alone', async () => {
    await tell(store, keys, { guild: '1', words: TEXT }, NOW);
    expect(await newlyAnswered(store, small, '1', '2025-05-21')).toEqual([]);
    const found = await newlyAnswered(store, answering, '1', '2025-05-21');
    expect(found).toMatchObject([{ entry: entry.id }]);
    expect(await newlyAnswered(store, answering, '2', '2025-05-21')).toEqual([]);
    await noteAnnounced(store, '1', '2025-05-21', found);
    await noteAnnounced(store, '1', '2025-05-21', found);
    expect(await newlyAnswered(store, answering, '1', '2025-05-21')).toEqual(found);
    expect(await newlyAnswered(store, answering, '1', '2025-05-22')).toEqual([]);
    expect(answeredSections(found, contextOf(answering))).toEqual([
      { heading: 'Newly answered', text: `- **${entry.question}** ${entry.answer}\n-# ¶2 (Ben Reed)` },
    ]);
    expect(await queueOf([store], 90, NOW + DAY, contextOf(answering).languages)).toEqual([]);
  });

  test('what a post is noted to say comes first, so that a post made again says the same', async () => {
    const [one, other] = small.entries.values();
    if (!one || !other) throw new Error('no two entries');
    const asked = ['first words of nobody', 'second words of nobody'];
    for (const words of asked) await tell(store, keys, { guild: '1', words }, NOW);
    const [mine = '', theirs = ''] = asked;
    const both = smallWith({
      entries: [
        { ...one, phrasings: [mine] },
        { ...other, phrasings: [theirs] },
      ],
    });
    const entries = async () => (await newlyAnswered(store, both, '1', '2025-05-21')).map(({ entry }) => entry);
    for (const noted of (await newlyAnswered(store, both, '1', '2025-05-21')).toReversed()) {
      await noteAnnounced(store, '1', '2025-05-21', [noted]);
      expect(await entries()).toEqual([noted.entry, noted.entry === one.id ? other.id : one.id]);
      await unnoteAnnounced(store, '1', '2025-05-21');
    }
  });

  test('what was struck out of the words is left out of them when they are looked for', async () => {
    await tell(store, keys, { guild: '1', words: `${TEXT} @someone` }, NOW);
    expect(await newlyAnswered(store, answering, '1', '2025-05-21')).toMatchObject([{ entry: entry.id }]);
  });

  test('a decision becomes an edit of the right file, and one on what is gone becomes none', async () => {
    await tell(store, keys, { guild: '1', words: TEXT }, NOW);
    const [first] = await queue();
    expect(first).toMatchObject({
      language: 'en',
      times: 1,
      gap: { question: 'Which tailor sewed the purple jackets?' },
    });
    const phrasing = { kind: 'phrasing', language: 'en', entry: entry.id, texts: [TEXT] } as const;
    expect(editOf(phrasing, small)).toMatchObject({ kind: 'phrasings', entry: { id: entry.id } });
    expect(editOf({ ...phrasing, entry: 'gone' }, small)).toBeNull();
    expect(editOf({ kind: 'outside', language: 'en', subject: 'gone', texts: [TEXT] }, small)).toBeNull();
  });
});
