/** Several shards on one machine: starts, watches and stops one process for each. */
import { once } from 'node:events';
import type { REST } from '@discordjs/rest';
import type { Shard } from 'discord.js';
import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { Logger } from '../config/log.ts';
import { untilReached } from './reach.ts';

/** The exit code of a shard process for which a restart would not help; 78 is `EX_CONFIG` of sysexits.h. */
export const FATAL_IN_SHARD = 78;

/** Discord allows one identify in this time. */
const RESTART_PAUSE_MS = 5000;
/** discord.js's word for not waiting until a shard is ready. */
const NO_WAIT = -1;

/** Whether this process was started by `startShards`. */
export function isShard(environment: NodeJS.ProcessEnv): boolean {
  return environment.SHARDING_MANAGER !== undefined;
}

/**
 * A shard process's environment in our own variables: discord.js passes the shard's id in SHARDS, which here means the
 * number of shards.
 */
export function shardEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return isShard(environment) ? { ...environment, SHARDS: '', SHARD_IDS: environment.SHARDS } : environment;
}

export interface Shards {
  readonly script: string;
  readonly token: string;
  readonly amount: 'auto' | number;
  readonly rest: REST;
  readonly log: Logger;
  readonly onFatal: (reason: string) => void;
}

/**
 * The number of shards that Discord recommends; asked with our own client, so that `DISCORD_API_URL` applies here too.
 */
async function advised(rest: REST, log: Logger): Promise<number> {
  const ask = () => rest.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>;
  return (await untilReached(ask, log, new AbortController().signal)).shards;
}

export interface RunningShards {
  /** Makes each shard reload its knowledge, as SIGHUP does. */
  readonly reload: () => void;
  /** Shuts all of them down in order. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a process for every shard, and restarts one that has crashed.
 * @throws {Fatal} if Discord refuses the token.
 */
export async function startShards({ script, token, amount, rest, log, onFatal }: Shards): Promise<RunningShards> {
  const totalShards = amount === 'auto' ? await advised(rest, log) : amount;
  // Loaded only here: the shard processes do not need the whole of discord.js, which takes 20 MiB.
  const { ShardingManager } = await import('discord.js');
  // discord.js would restart a crashed process at once and for ever, even if that cannot help.
  const manager = new ShardingManager(script, { token, totalShards, respawn: false, execArgv: process.execArgv });
  let ending = false;
  const watch = (shard: Shard) => {
    shard.on('spawn', () => log.info({ shard: shard.id, of: totalShards }, 'shard process started'));
    shard.on('death', (child) => {
      if (ending) return;
      const code = 'exitCode' in child ? child.exitCode : null;
      log.warn({ shard: shard.id, code }, 'shard process ended');
      if (code === FATAL_IN_SHARD) onFatal(`Shard ${shard.id} cannot run; its own line says why.`);
      else setTimeout(() => ending || shard.spawn(NO_WAIT), RESTART_PAUSE_MS);
    });
  };
  manager.on('shardCreate', watch);
  await manager.spawn({ timeout: NO_WAIT });
  const alive = () => [...manager.shards.values()].filter(({ process }) => process?.exitCode === null);
  return {
    reload: () => {
      for (const { process } of alive()) process?.kill('SIGHUP');
    },
    stop: async () => {
      ending = true;
      await Promise.all(
        alive().map((shard) => {
          const exited = shard.process && once(shard.process, 'exit');
          shard.kill();
          return exited;
        }),
      );
    },
  };
}
