import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { tick } from '../../src/daily/loop.ts';
import { saveSchedule } from '../../src/daily/settings.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { onServer } from '../support/on-server.ts';
import { posting } from '../support/posting.ts';
import { postgres, sqlite } from '../support/stores.ts';

const DUE = Date.parse('2026-05-16T09:00:00Z');

/** One server's post, due now, and what was logged. */
async function scene(url: string) {
  const lines: string[] = [];
  const log = createLog('error', { write: (line: string) => lines.push(line) });
  const store = await openStore(url, log);
  await saveSchedule(store, { guild: '1', channel: '2', time: '09:00', zone: 'UTC' }, DUE - 1);
  let now = DUE;
  const channel = fakeChannel(() => now);
  const parts = posting({ store, channel, now: () => now, log });
  return {
    store,
    lines,
    posted: channel.posted,
    tick: () => tick(parts),
    later: () => {
      now += 10 * 60 * 1000;
    },
  };
}

const limitPages = (store: Store, pages: number) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(store);

/** Takes all room that is left: ever smaller rows, until not one more fits. */
async function fill(store: Store): Promise<void> {
  await limitPages(store, 1);
  const key = {
    local_date: '2026-05-15',
    due_at: DUE,
    state: 'sent',
    owner: 'x',
    lease_until: 0,
    attempts: 0,
  } as const;
  let guild = 0;
  for (const size of [3000, 300, 30, 1]) {
    const more = async (): Promise<void> => {
      guild += 1;
      await store
        .insertInto('daily_post')
        .values({ ...key, guild_id: `x${guild}`, reason: 'x'.repeat(size) })
        .execute();
      return more();
    };
    await expect(more()).rejects.toThrow('full');
  }
}

describe('a store that fails', () => {
  it('for a full disk is logged, and the post is made once when there is room', async () => {
    const database = await sqlite.create();
    const { store, lines, posted, tick, later } = await scene(database.url);
    await fill(store);
    await tick();
    await limitPages(store, 1_000_000);
    later();
    await tick();
    later();
    await tick();
    expect(lines.join()).toContain('full');
    expect(posted).toHaveLength(1);
    await store.destroy();
    await database.drop();
  });

  it.skipIf(postgres.skipped)('for connections that broke is logged, and the post is made once', async () => {
    const database = await postgres.create();
    const { store, lines, posted, tick, later } = await scene(database.url);
    const name = new URL(database.url).pathname.slice(1);
    await onServer(`alter database ${name} with allow_connections false`);
    await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    // Told while nobody uses the connection: whoever does would be given the error instead.
    await expect.poll(() => lines.join()).toContain('a connection to PostgreSQL broke');
    await expect(tick()).rejects.toThrow();
    await onServer(`alter database ${name} with allow_connections true`);
    later();
    await tick();
    await tick();
    expect(posted).toHaveLength(1);
    await store.destroy();
    await database.drop();
  });
});
