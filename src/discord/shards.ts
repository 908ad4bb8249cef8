/** Several shards on one machine: a process each, started, watched and ended from here. */
import { once } from 'node:events';
import type { REST } from '@discordjs/rest';
import type { Shard } from 'discord.js';
import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { Logger } from '../config/log.ts';
import { untilReached } from './reach.ts';

/** With this a shard's process says that another start would end the same way; 78 is `EX_CONFIG` of sysexits.h. */
export const FATAL_IN_SHARD = 78;

/** As far apart as Discord wants the identifies of one bot. */
const RESTART_PAUSE_MS = 5000;
/** discord.js's word for not waiting until a shard is ready. */
const NO_WAIT = -1;

/** Whether this process was started by `startShards`. */
export function isShard(environment: NodeJS.ProcessEnv): boolean {
  return environment.SHARDING_MANAGER !== undefined;
}

/** A shard process's environment in our own words: discord.js tells it its shard in SHARDS, which to us is the number. */
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

/** As many as Discord advises; asked with our own client, so that `DISCORD_API_URL` holds here too. */
async function advised(rest: REST, log: Logger): Promise<number> {
  const ask = () => rest.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>;
  return (await untilReached(ask, log, new AbortController().signal)).shards;
}

export interface RunningShards {
  /** Has each read its knowledge anew, as SIGHUP does. */
  readonly reload: () => void;
  /** Ends them all in good order. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts every shard's process, and a fallen one again.
 * @throws {Fatal} where Discord refuses the token.
 */
export async function startShards({ script, token, amount, rest, log, onFatal }: Shards): Promise<RunningShards> {
  const totalShards = amount === 'auto' ? await advised(rest, log) : amount;
  // Loaded only here: the shards' own processes have no use for the whole of discord.js, which takes 20 MiB.
  const { ShardingManager } = await import('discord.js');
  // discord.js would start a fallen one again at once and for ever, also where that cannot help.
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
