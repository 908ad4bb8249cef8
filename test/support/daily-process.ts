/**
 * A process that makes daily posts for one bot after another. The test sends it the time; it makes the posts that are due
 * and reports when it is done. Its channels are the test's, over HTTP.
 */

import { createLog } from '../../src/config/log.ts';
import { tick } from '../../src/daily/loop.ts';
import type { Channel } from '../../src/posting/channel.ts';
import { createNonces } from '../../src/posting/nonce.ts';
import { openStore } from '../../src/store/open.ts';
import type { Bot, Clocks } from './daily-processes.ts';
import { posting } from './posting.ts';

const tell = (message: unknown) => process.send?.(message);
const log = createLog('warn', { write: (line) => tell({ line }) });
let clocks: Clocks = { now: 0, elapsed: 0 };

async function begin({ databaseUrl, channelUrl, owner }: Bot) {
  async function ask<Answer>(what: keyof Channel, body: object): Promise<Answer> {
    const response = await fetch(`${channelUrl}/${owner}/${what}`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as Answer;
  }
  const channel: Channel = {
    send: (channel, { title }, nonce) => ask('send', { channel, title, nonce }),
    hasLeft: async () => false,
    look: (channel, endings, since) => ask('look', { channel, endings, since }),
    publish: (channel, message) => ask('publish', { channel, message }),
    openThread: (channel, message, name) => ask('openThread', { channel, message, name }),
  };
  const store = await openStore(databaseUrl, log);
  const nonces = createNonces(() => clocks.elapsed);
  return posting({ store, channel, owner, nonces, now: () => clocks.now, random: Math.random, log });
}

let parts: Awaited<ReturnType<typeof begin>> | undefined;

process.on('message', async (told: Bot | Clocks | 'end') => {
  if (told === 'end') {
    await parts?.store.destroy();
    parts = undefined;
  } else if ('owner' in told) {
    parts = await begin(told);
  } else if (parts) {
    clocks = told;
    await tick(parts);
  }
  tell('done');
});
process.on('disconnect', () => process.exit());
