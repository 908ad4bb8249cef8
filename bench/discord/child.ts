import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { variables } from '../../src/config/variables.ts';

/** A child process: one that is measured, or one that measures. */
export interface Child extends AsyncDisposable {
  /** Sends a message, and resolves to the reply. Rejects with the error output if the process ends first. */
  readonly request: <Answer>(message: object) => Promise<Answer>;
  /** The next message that the process sends. */
  readonly told: <Answer>() => Promise<Answer>;
  /** Resolves once its log has `times` lines with this message. */
  readonly logged: (msg: string, times: number) => Promise<void>;
}

interface Start {
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
  readonly set?: Readonly<Record<string, string>>;
}

/** Every variable of the bot, empty unless the benchmark sets it, so that `.env` has no effect. */
const BLANK = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));

function listening(child: ChildProcess) {
  let seen: string[] = [];
  const waiting = new Set<() => void>();
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      seen.push(line);
      for (const look of waiting) look();
    });
  }
  return (msg: string, times: number, ended: Promise<never>): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => {
      if (seen.filter((line) => line.includes(`"msg":"${msg}"`)).length >= times) resolve();
    };
    waiting.add(look);
    look();
    return Promise.race([promise, ended]).finally(() => {
      waiting.delete(look);
      seen = [];
    });
  };
}

/** Starts a script, with an IPC channel to it. */
export function start(script: URL, { flags = [], args = [], set = {} }: Start = {}): Child {
  const child = spawn(process.execPath, [...flags, fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...BLANK, PORT: '0', DATABASE_URL: 'sqlite::memory:', ...set },
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const onLine = listening(child);
  const closed = once(child, 'close');
  const ended = closed.then(([code]): never => {
    throw new Error(`${fileURLToPath(script)} ended with ${code}: ${errors}`);
  });
  // Not an unhandled rejection if nobody waits for it.
  ended.catch(() => undefined);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const told = async <Answer>(): Promise<Answer> => {
    const [answer] = await Promise.race([once(child, 'message'), ended]);
    return answer as Answer;
  };
  return {
    told,
    request: (message) => {
      const answer = told<never>();
      child.send(message);
      return answer;
    },
    logged: (msg, times) => onLine(msg, times, ended),
    async [Symbol.asyncDispose]() {
      process.off('exit', kill);
      kill();
      await closed;
    },
  };
}
