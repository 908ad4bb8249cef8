import type { Store } from '../../src/store/open.ts';

export const SERVERS = 1000;
export const DUE = Date.parse('2026-05-16T09:00:00Z');

/** Gives servers, a thousand if no other number is said, a daily post that is due at the same moment. */
export async function dueAtOnce(store: Store, servers = SERVERS): Promise<void> {
  const settings = Array.from({ length: servers }, (_, server) => ({
    guild_id: `g${server}`,
    channel_id: `c${server}`,
    time: '09:00',
    time_zone: 'UTC',
    next_date: '2026-05-16',
    next_at: DUE,
    set_at: 0,
  }));
  await store.insertInto('daily_setting').values(settings).execute();
}
