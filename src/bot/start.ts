/** The program: what the configuration asks for, until it is ended. */
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { type Config, readConfig } from '../config/config.ts';
import { readEnvironment } from '../config/environment.ts';
import { Fatal } from '../config/fatal.ts';
import { createLog, type Logger, warnOnce } from '../config/log.ts';
import { INVALID_TOKEN } from '../discord/reach.ts';
import { createRest } from '../discord/rest.ts';
import { FATAL_IN_SHARD, isShard, shardEnvironment, startShards } from '../discord/shards.ts';
import { printProblem } from '../knowledge/problem.ts';
import { createLive } from '../snapshot/live.ts';
import { type Opened, openSnapshotBeside, type Places } from '../snapshot/open.ts';
import { watchFolder } from '../snapshot/watch.ts';
import { startBot } from './bot.ts';
import { showsPage } from './page.ts';

/** Asked once, as discord.js marks the environment of the process that starts shards too. */
const IS_SHARD = isShard(process.env);

const NOTHING_TO_SERVE = [
  'There is no DISCORD_TOKEN, no DISCORD_PUBLIC_KEY either, and HOST is not this machine alone, so there is nothing to serve.',
  'Create an application at https://discord.com/developers/applications, copy its token from "Bot" into .env',
  '(.env.example shows how), and start again. `npm run ask` needs neither.',
].join('\n');

const tryIt = (host: string, port: number) =>
  `There is no DISCORD_TOKEN, so the bot is not on Discord. Try it in a browser: http://${host.includes(':') ? `[${host}]` : host}:${port}\n`;

/** Where the program finds its knowledge and leaves its cache. */
export type Folders = Pick<Places, 'knowledge' | 'cacheFolder'>;

/** Ends what runs; called once. */
type Stop = () => Promise<void>;

/** @throws {Fatal} with every line of what is wrong with the knowledge, or with the article's text beside it. */
async function openFirst(opening: Promise<Opened>, log: Logger) {
  const first = await opening.catch((error: unknown) => {
    log.debug({ err: error }, 'the knowledge cannot be used');
    throw new Fatal(`The knowledge cannot be used: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  });
  if (!first.ok) throw new Fatal(first.problems.map(printProblem).join('\n'));
  return first.snapshot;
}

/** Starts what the configuration asks for; gives what stops it, what reloads it, and what settles once it runs. */
async function start(config: Config, places: Folders, log: Logger, onFatal: (reason: string) => void) {
  const onCacheFailure = warnOnce(log);
  const { articlesDir: articles, servesDrafts: drafts } = config;
  const open = () => openSnapshotBeside({ ...places, articles, drafts }, onCacheFailure);
  const first = await openFirst(open(), log);
  const { token, publicKey, shards } = config;
  if (token === undefined && publicKey === undefined && !showsPage(config)) throw new Fatal(NOTHING_TO_SERVE);
  if (token !== undefined && shards !== undefined) {
    const rest = createRest({ config, log, onInvalidToken: () => onFatal(INVALID_TOKEN) });
    const script = join(import.meta.dirname, '../main.ts');
    const running = await startShards({ script, token, amount: shards, rest, log, onFatal });
    return { ...running, running: Promise.resolve() };
  }
  const live = createLive(first, open, log);
  const unwatch = await watchFolder(places.knowledge, live.reload, log);
  const bot = await startBot(config, places.knowledge, live, log, onFatal);
  if (showsPage(config)) process.stderr.write(tryIt(config.host, bot.port));
  const stop: Stop = async () => {
    await unwatch();
    await bot.stop();
  };
  return { stop, reload: live.reload, running: bot.connected };
}

let stop: Stop | undefined;
let reload: (() => void) | undefined;
let ending = false;

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await stop?.();
  process.exit(code);
}

/** Ends with a reason; the first is the cause of those that come after it. */
function fail(reason: string, exitCode = 1): Promise<void> {
  if (!ending) process.stderr.write(`${reason}\n`);
  return end(IS_SHARD && exitCode === 1 ? FATAL_IN_SHARD : exitCode);
}

/** Runs the program. */
export async function run(places: Folders): Promise<void> {
  try {
    const config = readConfig(shardEnvironment(readEnvironment()));
    // discord.js reads this one by itself, and takes an empty value for 0 shards.
    if (!process.env.SHARD_COUNT) delete process.env.SHARD_COUNT;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
    // A shard whose manager is gone has nobody to end it.
    if (IS_SHARD) process.on('disconnect', () => end(0));
    // From the first, as it would end a program that does not listen for it.
    process.on('SIGHUP', () => reload?.());
    const started = await start(config, places, createLog(config.logLevel), (reason) => fail(reason));
    ({ stop, reload } = started);
    await started.running;
    // Kept now, as a program that is killed keeps nothing.
    flushCompileCache();
  } catch (error) {
    // What is being ended fails where it stands.
    if (ending) return;
    if (!(error instanceof Fatal)) throw error;
    await fail(error.message, error.exitCode);
  }
}
