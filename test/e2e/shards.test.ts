/** Several shards on one machine, a process each. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDiscord } from '../../test-discord/index.ts';
import { pointedAt, type Running, run, startDiscord } from './process.ts';

describe('two shards', () => {
  let discord: TestDiscord;
  let bot: Running;
  beforeAll(async () => {
    discord = await startDiscord({ shards: 2 });
    bot = run('src/main.ts', { ...pointedAt(discord), SHARDS: 'auto' });
    await Promise.all([bot.logged('connected to Discord', 2), bot.logged('commands registered')]);
  });
  afterAll(async () => {
    await bot[Symbol.asyncDispose]();
    await discord.close();
  });

  const isServed = async () =>
    expect(await discord.user({ guild: discord.guilds[0]?.id ?? '' }).slash('summary')).toMatchObject({
      kind: 'message',
    });

  test('are connected and answer', async () => {
    expect(discord.gateway.connected().map(({ shard }) => shard)).toEqual(
      expect.arrayContaining([
        [0, 2],
        [1, 2],
      ]),
    );
    await isServed();
  });

  test('are all reloaded by SIGHUP to the first, which ends none', async () => {
    bot.signal('SIGHUP');
    await bot.logged('knowledge reloaded', 2);
    const reloaded = bot.lines.filter(({ msg }) => msg === 'knowledge reloaded');
    expect(new Set(reloaded.map(({ pid }) => pid)).size).toBe(2);
    expect(bot.lines.filter(({ msg }) => msg === 'shard process ended')).toEqual([]);
    await isServed();
  });

  test('end with the first', async () => {
    bot.signal('SIGTERM');
    expect((await bot.exited).code).toBe(0);
    await discord.until(() => discord.gateway.connected().length === 0, { what: 'the end of both' });
  });
});

test('a token refused to a shard ends them all, without another start', async () => {
  await using discord = await startDiscord();
  await using bot = run('src/main.ts', { ...pointedAt(discord), SHARDS: '1' });
  await discord.until(() => discord.gateway.connected().length === 1, { what: 'a shard' });
  discord.faults.revokeToken();
  expect((await bot.exited).code).toBe(1);
  expect(discord.gateway.log.identifies).toHaveLength(1);
});
