/** Processes that make daily posts, each with its own clock, in channels that the test provides. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Hono } from 'hono';
import { listen } from '../../src/http/listen.ts';
import type { FakeChannel } from './fake-channel.ts';

const SCRIPT = join(import.meta.dirname, 'daily-process.ts');

/** The times of a process's clocks: the wall clock and the monotonic one. */
export interface Clocks {
  readonly now: number;
  readonly elapsed: number;
}

/** Serves channels to processes; `onSend` is told of each post that one sends, and of what follows one, before
 * it takes effect. */
export async function serveChannel(channel: FakeChannel, onSend: (owner: string) => void) {
  const app = new Hono();
  app.post('/:owner/send', async (c) => {
    const { channel: to, title, nonce } = await c.req.json();
    onSend(c.req.param('owner'));
    return c.json(await channel.send(to, { title } as Parameters<typeof channel.send>[1], nonce));
  });
  app.post('/:owner/look', async (c) => {
    const { channel: where, endings, since } = await c.req.json();
    return c.json(await channel.look(where, endings, since));
  });
  app.post('/:owner/publish', async (c) => {
    const { channel: where, message } = await c.req.json();
    onSend(c.req.param('owner'));
    return c.json(await channel.publish(where, message));
  });
  app.post('/:owner/openThread', async (c) => {
    const { channel: where, message, name } = await c.req.json();
    onSend(c.req.param('owner'));
    return c.json(await channel.openThread(where, message, name));
  });
  const { port, close } = await listen(app, '127.0.0.1', 0, { onRefused: () => undefined });
  return { url: `http://127.0.0.1:${port}`, close };
}

/** A process that makes posts, and its errors. */
export async function startProcess(databaseUrl: string, channelUrl: string, owner: string) {
  const child = fork(SCRIPT, [databaseUrl, channelUrl, owner], { execArgv: [] });
  const lines: string[] = [];
  let told = Promise.withResolvers<void>();
  child.on('message', (message: 'ready' | 'done' | { readonly line: string }) => {
    if (typeof message === 'object') lines.push(message.line);
    else told.resolve();
  });
  const exited = once(child, 'exit');
  exited.then(() => (child.killed ? told.resolve() : told.reject(new Error(`${owner} ended by itself`))));
  await told.promise;
  return {
    owner,
    lines,
    isAlive: () => !child.killed,
    /** Settles when it has made the posts due at that time, or was killed. */
    tick: (clocks: Clocks) => {
      told = Promise.withResolvers<void>();
      child.send(clocks);
      return told.promise;
    },
    kill: () => child.kill('SIGKILL'),
    exited,
  };
}

export type Process = Awaited<ReturnType<typeof startProcess>>;
