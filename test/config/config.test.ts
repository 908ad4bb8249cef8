import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { variables } from '../../src/config/variables.ts';

const messageOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'no error';
};

test('nothing set gives the defaults', () => {
  expect(readConfig({})).toMatchObject({
    token: undefined,
    apiUrl: 'https://discord.com/api',
    port: 3000,
    host: '127.0.0.1',
    shards: undefined,
    ownShards: undefined,
    usesGateway: true,
    logLevel: 'info',
  });
});

test('an empty variable counts as absent, and spaces around a value go', () => {
  expect(readConfig({ DISCORD_TOKEN: '', PORT: ' 8080 ', SHARDS: '  ' })).toMatchObject({
    token: undefined,
    port: 8080,
  });
});

test('all faults come in one message, each with its mend, and no value in it', () => {
  const message = messageOf({
    DISCORD_TOKEN: 'hunter2',
    DISCORD_GUILD_ID: 'my server',
    DISCORD_API_URL: 'ftp://x',
    DISCORD_PUBLIC_KEY: 'hunter2',
    PORT: '65536',
    SHARDS: '0',
    LOG_LEVEL: 'loud',
  });
  expect(message.split('\n')).toEqual([
    'The environment (or .env) is not right:',
    '  DISCORD_TOKEN: a bot token has three parts joined by dots; reset and copy it under "Bot" in the developer portal',
    '  DISCORD_GUILD_ID: a Discord id is 17 to 20 digits; copy it with Developer Mode on',
    '  DISCORD_API_URL: an address such as http://127.0.0.1:8080/api',
    '  DISCORD_PUBLIC_KEY: a public key is 64 hexadecimal digits, from "General Information" in the developer portal',
    '  PORT: a port is a number from 0 to 65535',
    '  SHARDS: "auto" or a number from 1',
    '  LOG_LEVEL: one of fatal, error, warn, info, debug, trace, silent',
  ]);
});

describe('shards', () => {
  test('are of this process, of a number in all', () => {
    expect(readConfig({ SHARD_IDS: '0,2', SHARD_COUNT: '4' }).ownShards).toEqual({ ids: [0, 2], count: 4 });
    expect(readConfig({ SHARDS: 'auto' }).shards).toBe('auto');
    expect(readConfig({ SHARDS: '3' }).shards).toBe(3);
  });
  test.each([
    [{ SHARDS: '2', SHARD_IDS: '0', SHARD_COUNT: '2' }, 'SHARDS: set either SHARDS, or SHARD_IDS with SHARD_COUNT'],
    [{ SHARD_IDS: '0' }, 'SHARD_COUNT: set it beside SHARD_IDS, to the number of shards in all'],
    [{ SHARD_COUNT: '2' }, 'SHARD_IDS: set it beside SHARD_COUNT, to the shards of this process'],
    [{ SHARD_IDS: '0,2', SHARD_COUNT: '2' }, 'SHARD_IDS: 2 is not below SHARD_COUNT (2); ids count from 0'],
  ])('%j is refused', (environment, line) => {
    expect(messageOf(environment)).toBe(`The environment (or .env) is not right:\n  ${line}`);
  });
});

describe('without the gateway', () => {
  const publicKey = '0'.repeat(64);
  test('goes by the HTTP endpoint', () => {
    expect(readConfig({ GATEWAY: 'off', DISCORD_PUBLIC_KEY: publicKey }).usesGateway).toBe(false);
  });
  test.each([
    [{}, 'GATEWAY: off leaves the HTTP endpoint alone; set DISCORD_PUBLIC_KEY, which turns it on'],
    [
      { DISCORD_PUBLIC_KEY: publicKey, SHARDS: '2' },
      'GATEWAY: shards are connections to the gateway; with off, leave SHARDS and SHARD_IDS out',
    ],
    [
      { DISCORD_PUBLIC_KEY: publicKey, SHARD_IDS: '0', SHARD_COUNT: '2' },
      'GATEWAY: shards are connections to the gateway; with off, leave SHARDS and SHARD_IDS out',
    ],
  ])('%j is refused', (environment, line) => {
    expect(messageOf({ ...environment, GATEWAY: 'off' })).toBe(`The environment (or .env) is not right:\n  ${line}`);
  });
});

test('.env.example has every variable, in order, each under its line, and is a good environment as it stands', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const wanted = Object.entries(variables).map(
    ([name, { about, ...rest }]) => `# ${about}\n${name}=${'example' in rest ? rest.example : ''}\n`,
  );
  expect(example).toBe(wanted.join('\n'));
  expect(readConfig(parse(example))).toEqual(readConfig({}));
});
