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

/** A bot that makes posts. */
export interface Bot {
  readonly databaseUrl: string;
  readonly channelUrl: string;
  readonly owner: string;
}

function forked() {
  const child = fork(SCRIPT, { execArgv: [] });
  let lines: string[] = [];
  let done = Promise.withResolvers<void>();
  child.on('message', (message: 'done' | { readonly line: string }) => {
    if (message === 'done') done.resolve();
    else lines.push(message.line);
  });
  const exited = once(child, 'exit');
  exited.then(() => (child.killed ? done.resolve() : done.reject(new Error('a process ended by itself'))));
  return {
    child,
    exited,
    /** Settles when it has done as told, or was killed. */
    told: (message: Bot | Clocks | 'end') => {
      done = Promise.withResolvers<void>();
      child.send(message);
      return done.promise;
    },
    /** Its errors from now on. */
    heard: () => {
      lines = [];
      return lines;
    },
  };
}

/** Processes whose bot has ended, for the next test: loading the program takes longer than most tests. */
const idle: ReturnType<typeof forked>[] = [];

/** A process that makes posts, and its errors. */
export async function startProcess(bot: Bot) {
  const process = idle.pop() ?? forked();
  const { child, exited, told } = process;
  const lines = process.heard();
  await told(bot);
  return {
    owner: bot.owner,
    lines,
    isAlive: () => !child.killed,
    /** Settles when it has made the posts due at that time, or was killed. */
    tick: (clocks: Clocks) => told(clocks),
    kill: () => child.kill('SIGKILL'),
    exited,
    /** Ends the bot; its process can serve another. */
    end: async () => {
      if (child.killed || !child.connected) return void (await exited);
      await told('end');
      idle.push(process);
    },
  };
}

export type Process = Awaited<ReturnType<typeof startProcess>>;
