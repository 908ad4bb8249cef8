import { expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { runDaily } from '../../src/daily/loop.ts';
import { findSetting, saveSchedule } from '../../src/daily/settings.ts';
import { openStore } from '../../src/store/open.ts';
import { fakeChannel } from '../support/fake-channel.ts';
import { posting } from '../support/posting.ts';

const DUE = Date.parse('2026-05-16T09:00:00Z');

it('makes what is due, settles it, and ends when it is told to', async () => {
  const log = createLog('silent');
  const store = await openStore('sqlite::memory:', log);
  await saveSchedule(store, { guild: '1', channel: '2', time: '09:00', zone: 'UTC' }, DUE - 1);
  const abort = new AbortController();
  const channel = fakeChannel(() => DUE);
  const parts = posting({
    store,
    now: () => DUE,
    // The end comes while the post is on its way, and waits for it.
    channel: {
      ...channel,
      send: (...post: Parameters<typeof channel.send>) => {
        abort.abort();
        return channel.send(...post);
      },
    },
  });
  await runDaily(parts, abort.signal);
  expect(channel.posted).toHaveLength(1);
  expect(await findSetting(store, '1')).toMatchObject({ next_date: '2026-05-17' });
  await store.destroy();
});
