/** The bot as it is run, in a process of its own, against a test Discord. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { variables } from '../../src/config/variables.ts';
import { PATIENT, startTestDiscord, type TestDiscord, type TestDiscordOptions } from '../../test-discord/index.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A made-up token of a token's shape. */
export const TOKEN = 'parley.test.token';

/** A line of the bot's log. */
export interface Line {
  readonly msg: string;
  readonly [field: string]: unknown;
}

export interface Running extends AsyncDisposable {
  readonly lines: readonly Line[];
  /**
   * The first line of the log, from the beginning, that has this message, or the so-many-th; rejects where the bot ends
   * without one.
   */
  readonly logged: (msg: string | RegExp, times?: number) => Promise<Line>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Its exit code and what it wrote to standard error. */
  readonly exited: Promise<{ readonly code: number | null; readonly errors: string }>;
}

/** Every variable set, to nothing where the test says nothing, so that no `.env` of this machine counts. */
function environment(set: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const blank = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE, ...blank, PORT: '0', DATABASE_URL: 'sqlite::memory:', ...set };
}

/** A test that is broken off must not leave them running. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Runs a script of the repository (or of a copy of it under `root`) to its end or to the test's. */
export function run(script: string, set: Readonly<Record<string, string>>, root = ROOT): Running {
  const child = spawn(process.execPath, [join(root, script)], { env: environment(set), cwd: root });
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line.startsWith('{') ? JSON.parse(line) : { msg: line });
    for (const look of waiting) look();
  });
  children.add(child);
  const exited = once(child, 'close').then(([code]) => {
    children.delete(child);
    return { code, errors };
  });
  return {
    lines,
    logged: (msg, times = 1) => {
      const { promise, resolve, reject } = Promise.withResolvers<Line>();
      const look = () => {
        const found = lines.filter((line) => (typeof msg === 'string' ? line.msg === msg : msg.test(line.msg)));
        const last = found[times - 1];
        if (last) resolve(last);
      };
      waiting.add(look);
      look();
      const told = () => lines.map((line) => line.msg).join('\n');
      exited.then(({ code }) => reject(new Error(`ended with ${code} before it said ${msg}:\n${told()}\n${errors}`)));
      return promise.finally(() => waiting.delete(look));
    },
    signal: (signal) => child.kill(signal),
    exited,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

export interface Together extends AsyncDisposable {
  readonly discord: TestDiscord;
  readonly bot: Running;
}

/** A test Discord for a bot in a process. */
export const startDiscord = (options: TestDiscordOptions = {}): Promise<TestDiscord> =>
  startTestDiscord({ token: TOKEN, ...PATIENT, ...options });

/** What the bot needs to find the test Discord. */
export const pointedAt = ({ apiUrl, token }: TestDiscord) => ({ DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token });

/** Resolves once the bot is connected and its commands are registered, which go beside one another. */
export async function up(bot: Running): Promise<void> {
  await Promise.all([bot.logged('connected to Discord'), bot.logged('commands registered')]);
}

/** Somebody asks, and is answered. */
export async function isAnswered(discord: TestDiscord): Promise<void> {
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
}

/** A test Discord, and the bot connected to it. */
export async function together(
  options: TestDiscordOptions = {},
  set: Readonly<Record<string, string>> = {},
  root = ROOT,
): Promise<Together> {
  const discord = await startDiscord(options);
  const bot = run('src/main.ts', { ...pointedAt(discord), ...set }, root);
  await up(bot);
  return {
    discord,
    bot,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await discord.close();
    },
  };
}
