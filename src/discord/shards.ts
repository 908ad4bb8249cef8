/** Several shards on one machine: a process each, started, watched and ended from here. */
import { once } from 'node:events';
import { type REST, ShardingManager } from 'discord.js';
import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { Logger } from '../log.ts';

/** With this a shard's process says that another start would end the same way; 78 is `EX_CONFIG` of sysexits.h. */
export const FATAL_IN_SHARD = 78;

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
async function advised(rest: REST): Promise<number> {
  return ((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards;
}

/** Starts every shard's process, a fallen one again, and gives what ends them all in good order. */
export async function startShards({ script, token, amount, rest, log, onFatal }: Shards): Promise<() => Promise<void>> {
  const totalShards = amount === 'auto' ? await advised(rest) : amount;
  const manager = new ShardingManager(script, { token, totalShards, execArgv: process.execArgv });
  manager.on('shardCreate', (shard) => {
    shard.on('spawn', () => log.info({ shard: shard.id, of: totalShards }, 'shard process started'));
    shard.on('error', (err) => log.error({ shard: shard.id, err }, 'shard process failed to start'));
    shard.on('death', (child) => {
      const code = 'exitCode' in child ? child.exitCode : null;
      log.warn({ shard: shard.id, code }, 'shard process ended');
      if (code === FATAL_IN_SHARD) onFatal(`Shard ${shard.id} cannot run; its own line says why.`);
    });
  });
  await manager.spawn({ timeout: -1 });
  return async () => {
    const ending = [...manager.shards.values()].flatMap((shard) => {
      const child = shard.process;
      if (!child) return [];
      const exited = once(child, 'exit');
      shard.kill();
      return [exited];
    });
    await Promise.all(ending);
  };
}
