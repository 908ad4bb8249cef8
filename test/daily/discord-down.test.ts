/** Ten minutes without Discord, by the passed-in clock: each post is made once when it is back. */
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { tick } from '../../src/daily/loop.ts';
import { saveSchedule } from '../../src/daily/settings.ts';
import { dailyChannel, dailyRest } from '../../src/discord/daily-channel.ts';
import { openStore } from '../../src/store/open.ts';
import { manualClock, startTestDiscord, type TestDiscord } from '../../test-discord/index.ts';
import { posting } from '../support/posting.ts';

const DUE = Date.parse('2026-05-16T09:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MESSAGES = /^POST .*\/messages$/;

/** Three servers whose posts are due, and what makes them as time passes. */
async function scene() {
  const clock = manualClock(DUE);
  const discord = await startTestDiscord({ clock, guilds: [{}, {}, {}] });
  const log = createLog('silent');
  const store = await openStore('sqlite::memory:', log);
  for (const { id, channelId } of discord.guilds) {
    await saveSchedule(store, { guild: id, channel: channelId, time: '09:00', zone: 'UTC' }, DUE - 1);
  }
  const settled: string[] = [];
  const parts = posting({
    store,
    channel: dailyChannel(dailyRest(discord)),
    now: clock.now,
    onSettled: (state) => settled.push(state),
  });
  return {
    discord,
    settled,
    /** Ticks every five seconds, as the loop does, for so long. */
    pass: async (ms: number) => {
      for (const end = clock.now() + ms; clock.now() < end; clock.advance(5 * SECOND)) await tick(parts);
    },
    async [Symbol.asyncDispose]() {
      await store.destroy();
      await discord.close();
    },
  };
}

const postsIn = ({ guilds, messages }: TestDiscord) => guilds.map(({ channelId }) => messages(channelId).length);

describe('ten minutes without Discord', () => {
  it('from before the posts: none is made meanwhile, each once after', async () => {
    await using scenery = await scene();
    const { discord, settled, pass } = scenery;
    discord.faults.goDown();
    await pass(10 * MINUTE);
    expect(postsIn(discord)).toEqual([0, 0, 0]);
    expect(settled).toEqual([]);
    discord.faults.comeBack();
    await pass(60 * MINUTE);
    expect(postsIn(discord)).toEqual([1, 1, 1]);
    expect(settled).toEqual(['sent', 'sent', 'sent']);
  });

  it('from the midst of a post, which stood in its channel though nobody heard so: it is found, not made again', async () => {
    await using scenery = await scene();
    const { discord, settled, pass } = scenery;
    discord.faults.sever('after', { route: MESSAGES });
    discord.faults.sever('before', { route: MESSAGES, times: 2 });
    await pass(5 * SECOND);
    expect(postsIn(discord).toSorted()).toEqual([0, 0, 1]);
    discord.faults.goDown();
    await pass(10 * MINUTE);
    discord.faults.comeBack();
    await pass(60 * MINUTE);
    expect(postsIn(discord)).toEqual([1, 1, 1]);
    expect(settled).toEqual(['sent', 'sent', 'sent']);
  });

  it('that answers with errors in place of silence: the same', async () => {
    await using scenery = await scene();
    const { discord, settled, pass } = scenery;
    const errors = 12;
    discord.faults.fail(503, { times: errors });
    await pass(60 * MINUTE);
    expect(discord.requests.filter(({ status }) => status === 503)).toHaveLength(errors);
    expect(postsIn(discord)).toEqual([1, 1, 1]);
    expect(settled).toEqual(['sent', 'sent', 'sent']);
  });
});
