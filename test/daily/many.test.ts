/** Many posts on SQLite. Its lock makes a thread wait, which cannot then also give it up, so here all share a store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { tick } from '../../src/daily/loop.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type FakeChannel, fakeChannel } from '../support/fake-channel.ts';
import { posting } from '../support/posting.ts';
import { type EmptyDatabase, sqlite } from '../support/stores.ts';
import { DUE, dueAtOnce, SERVERS } from './due-at-once.ts';

const log = createLog('silent');
const OWNERS = 8;

describe('a thousand daily posts on SQLite, due at once', () => {
  let database: EmptyDatabase;
  let store: Store;
  let now: number;
  let channel: FakeChannel;

  const run = (owner: number) => {
    const parts = posting({ store, channel, owner: `owner ${owner}`, now: () => now, random: Math.random });
    return tick(parts);
  };

  beforeEach(async () => {
    database = await sqlite.create();
    store = await openStore(database.url, log);
    now = DUE;
    channel = fakeChannel(() => now);
    await dueAtOnce(store);
  });
  afterEach(async () => {
    await store.destroy();
    await database.drop();
  });

  it(`are made once each by ${OWNERS} owners`, async () => {
    const owners = Array.from({ length: OWNERS }, (_, owner) => owner);
    for (let second = 0; second < SERVERS && channel.posted.length < SERVERS; second += 1) {
      await Promise.all(owners.map(run));
      now += 1000;
    }
    await Promise.all(owners.map(run));
    expect(channel.posted).toHaveLength(SERVERS);
    expect(new Set(channel.posted.map((post) => post.channel)).size).toBe(SERVERS);
  });

  it('go out 20 a second', async () => {
    expect(await run(0)).toBe(20);
    expect(await run(0)).toBe(0);
    now += 1000;
    expect(await run(0)).toBe(20);
    expect(channel.posted).toHaveLength(40);
  });
});
