/** The program: runs what the configuration asks for, until it is stopped. */
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

/** Read once at the start, because discord.js later marks the environment of the parent process too. */
const IS_SHARD = isShard(process.env);

const NOTHING_TO_SERVE = [
  'There is nothing to serve: neither DISCORD_TOKEN nor DISCORD_PUBLIC_KEY is set, and the page needs HOST=127.0.0.1.',
  'Create an application at https://discord.com/developers/applications, copy its token from "Bot" into .env',
  '(.env.example shows how), and start again. `npm run ask` needs neither.',
].join('\n');

const tryIt = (host: string, port: number) =>
  `There is no DISCORD_TOKEN, so the bot is not on Discord. Try it in a browser: http://${host.includes(':') ? `[${host}]` : host}:${port}\n`;

/** The folders of the knowledge and the cache. */
export type Folders = Pick<Places, 'knowledge' | 'cacheFolder'>;

/** Stops the program; called once. */
type Stop = () => Promise<void>;

/** @throws {Fatal} with all problems of the knowledge, or of the article's text beside it. */
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

/**
 * Starts what the configuration asks for; returns functions that stop and reload it, and a promise that settles once it
 * runs.
 */
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

/** Ends with a reason; only the first counts, because it causes the others. */
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
    // A shard without its manager has nobody to stop it.
    if (IS_SHARD) process.on('disconnect', () => end(0));
    // Listened for from the start, because the signal ends a program that does not.
    process.on('SIGHUP', () => reload?.());
    const started = await start(config, places, createLog(config.logLevel), (reason) => fail(reason));
    ({ stop, reload } = started);
    await started.running;
    // Saved now, because a killed program saves nothing.
    flushCompileCache();
  } catch (error) {
    // During shutdown, work under way may fail.
    if (ending) return;
    if (!(error instanceof Fatal)) throw error;
    await fail(error.message, error.exitCode);
  }
}
