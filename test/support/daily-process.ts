/**
 * A process that makes daily posts. The test sends it the time; it makes the posts that are due and reports when it is
 * done. Its channels are the test's, over HTTP.
 */

import { createLog } from '../../src/config/log.ts';
import type { Channel } from '../../src/daily/channel.ts';
import { tick } from '../../src/daily/loop.ts';
import { createNonces } from '../../src/daily/nonce.ts';
import { openStore } from '../../src/store/open.ts';
import type { Clocks } from './daily-processes.ts';
import { posting } from './posting.ts';

const [databaseUrl, channelUrl = '', owner = ''] = process.argv.slice(2);

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

const tell = (message: unknown) => process.send?.(message);
const log = createLog('warn', { write: (line) => tell({ line }) });
const store = await openStore(databaseUrl, log);

let clocks: Clocks = { now: 0, elapsed: 0 };
const nonces = createNonces(() => clocks.elapsed);
const parts = posting({ store, channel, owner, nonces, now: () => clocks.now, random: Math.random, log });

process.on('message', async (time: Clocks) => {
  clocks = time;
  await tick(parts);
  tell('done');
});
process.on('disconnect', () => process.exit());
tell('ready');
