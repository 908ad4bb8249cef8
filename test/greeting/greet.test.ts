import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { type GreetingContext, greetAll } from '../../src/greeting/greet.ts';
import { noteInvitation } from '../../src/greeting/ledger.ts';
import { createNonces } from '../../src/posting/nonce.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { type Behaviour, fakeChannel } from '../support/fake-channel.ts';
import { smallContext } from '../support/knowledge.ts';
import { type EmptyDatabase, kinds } from '../support/stores.ts';

const JOINED = Date.UTC(2025, 4, 20, 12);
const MINUTE = 60_000;
const invitation = { guild: '1', joinedAt: JOINED, channel: '11', locale: 'en-US' };

describe.each(kinds)('greetings on $name', ({ skipped, create }) => {
  if (skipped) return test.skip('needs its server', () => undefined);
  let database: EmptyDatabase;
  let store: Store;
  let now: number;
  beforeEach(async () => {
    database = await create();
    store = await openStore(database.url, createLog('silent'));
    now = JOINED + 1000;
  });
  afterEach(async () => {
    await store.destroy();
    await database.drop();
  });

  function process(owner: string, channel = fakeChannel(() => now), more: Partial<GreetingContext> = {}) {
    const context: GreetingContext = {
      ...{ store, channel, owner, missing: async () => [], languages: () => smallContext.languages, now: () => now },
      random: () => 0.5,
      nonces: createNonces(() => now),
      log: createLog('silent'),
      ...more,
    };
    return { channel, greet: () => greetAll(context) };
  }
  const invite = (more: Partial<typeof invitation> = {}) => noteInvitation(store, { ...invitation, ...more }, now);
  const state = async () => (await store.selectFrom('greeting').select('state').executeTakeFirst())?.state;
  const troubled = (behaviour: Behaviour) => fakeChannel(() => now, behaviour);

  test('an invitation is greeted once, however often Discord tells of it', async () => {
    const { channel, greet } = process('one');
    expect(await invite()).toBe(true);
    await greet();
    expect(await invite()).toBe(false);
    await greet();
    expect(channel.posted).toMatchObject([{ channel: '11', title: 'Hello, I am Parley' }]);
  });

  test('a server that was there long before is not greeted, nor one without a channel for it', async () => {
    expect(await invite({ joinedAt: JOINED - 25 * 60 * MINUTE })).toBe(false);
    expect(await noteInvitation(store, { ...invitation, channel: null }, now)).toBe(false);
  });

  test('another invitation is greeted anew', async () => {
    const { channel, greet } = process('one');
    await invite();
    await greet();
    now += 30 * MINUTE;
    await invite({ joinedAt: now });
    await greet();
    expect(channel.posted).toHaveLength(2);
  });

  test('where it may not post, it does not, and does not try again', async () => {
    const { channel, greet } = process('one', undefined, {
      missing: async () => ['discord.permission.sendMessages'],
    });
    await invite();
    await greet();
    expect([await state(), channel.posted]).toEqual(['failed', []]);
  });

  test('it waits while Discord does not say what is allowed', async () => {
    let isDown = true;
    const { channel, greet } = process('one', undefined, {
      missing: async () => {
        if (isDown) throw new Error('down');
        return [];
      },
    });
    await invite();
    await greet();
    expect(await state()).toBe('due');
    isDown = false;
    now += MINUTE;
    await greet();
    expect(channel.posted).toHaveLength(1);
  });

  test('of two processes at once, one greets', async () => {
    const channel = fakeChannel(() => now);
    await invite();
    await Promise.all([process('one', channel).greet(), process('two', channel).greet()]);
    expect(channel.posted).toHaveLength(1);
  });

  test.each([
    ['before Discord had it', true, 1],
    ['after Discord had it', false, 1],
  ])(
    'a process that dies while it sends, %s: another looks first, and there is one greeting',
    async (_, before, posts) => {
      const channel = fakeChannel(() => now);
      const dying = {
        ...channel,
        send: async (...given: Parameters<typeof channel.send>) => {
          if (!before) await channel.send(...given);
          throw new Error('the process is gone');
        },
      };
      await invite();
      await process('one', dying).greet();
      expect(await state()).toBe('sending');
      const other = process('two', channel);
      await other.greet();
      expect(await state()).toBe('sending');
      now += 3 * MINUTE;
      await other.greet();
      expect([await state(), channel.posted.length]).toEqual(['sent', posts]);
    },
  );

  test('where it cannot be seen whether it was posted, it is not risked twice', async () => {
    const unclear = troubled({ after: () => ({ kind: 'unclear', reason: 'lost' }) });
    await invite();
    await process('one', unclear).greet();
    now += 3 * MINUTE;
    const hidden = troubled({ seen: () => ({ kind: 'hidden', reason: 'not allowed' }) });
    await process('two', hidden).greet();
    expect([await state(), hidden.posted]).toEqual(['unknown', []]);
  });

  test('while the nonce holds, the same process sends it again without a look', async () => {
    let lost = true;
    const channel = troubled({
      after: () => (lost ? { kind: 'unclear', reason: 'lost' } : null),
      seen: () => ({ kind: 'hidden', reason: 'not allowed' }),
    });
    const { greet } = process('one', channel);
    await invite();
    await greet();
    lost = false;
    now += 20_000;
    await greet();
    expect([await state(), channel.posted.length]).toEqual(['sent', 1]);
  });

  test('it comes within a day or not at all', async () => {
    const { channel, greet } = process('one');
    await invite();
    now += 25 * 60 * MINUTE;
    await greet();
    expect([await state(), channel.posted]).toEqual(['failed', []]);
  });
});
