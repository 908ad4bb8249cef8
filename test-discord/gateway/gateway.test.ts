import { once } from 'node:events';
import { createInflate } from 'node:zlib';
import { Events, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTestDiscord } from '../start.ts';
import { createClient, startClient } from '../support/sample-bot.ts';

const GUILDS = { heartbeatIntervalMs: 60_000, guilds: [{ name: 'One' }, { name: 'Two', channels: 3 }] };

test('a client identifies and learns of its servers, their channels and roles', async () => {
  await using discord = await startTestDiscord(GUILDS);
  await using bot = await startClient(discord);

  expect(bot.client.guilds.cache.map(({ name }) => name)).toEqual(['One', 'Two']);
  const two = bot.client.guilds.cache.get(discord.guilds[1]?.id ?? '');
  expect(two?.channels.cache.size).toBe(3);
  expect(two?.roles.cache.size).toBe(15);
  expect(discord.gateway.connected()).toEqual([{ shard: [0, 1], intents: GatewayIntentBits.Guilds }]);
  expect(discord.unknownRoutes).toEqual([]);
});

test('a wrong token is refused by the API before the gateway is tried', async () => {
  await using discord = await startTestDiscord();
  const client = createClient(discord);
  await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided');
  expect(discord.rejections).toMatchObject([{ status: 401, error: { code: 0, message: '401: Unauthorized' } }]);
  await client.destroy();
});

test.for([
  ['a wrong token', { token: 'wrong', intents: 1, properties: {} }, 4004],
  ['a privileged intent', { token: 'test-token', intents: GatewayIntentBits.MessageContent, properties: {} }, 4014],
  ['a shard that is not', { token: 'test-token', intents: 1, properties: {}, shard: [2, 2] }, 4010],
] as const)('the gateway closes on %s', async ([, identify, code]) => {
  await using discord = await startTestDiscord();
  const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`);
  await once(socket, 'message');
  socket.send(JSON.stringify({ op: 2, d: identify }));
  expect(await once(socket, 'close')).toMatchObject([code, expect.anything()]);
});

test('what happens while the socket is down is replayed on resume', async () => {
  await using discord = await startTestDiscord(GUILDS);
  await using bot = await startClient(discord);
  const resumed = once(bot.client, Events.ShardResume);
  const joined = once(bot.client, Events.GuildCreate);

  discord.gateway.drop();
  await discord.until(() => discord.gateway.connected().length === 0);
  discord.join({ name: 'Three' });

  expect((await joined)[0]).toMatchObject({ name: 'Three' });
  await resumed;
  expect(discord.gateway.log.resumes).toMatchObject([{ shard: 0, replayed: 1 }]);
  expect(discord.gateway.log.identifies).toHaveLength(1);
});

test('a client that is told to reconnect resumes its session', async () => {
  await using discord = await startTestDiscord(GUILDS);
  await using bot = await startClient(discord);
  const resumed = once(bot.client, Events.ShardResume);
  discord.gateway.reconnect();
  await resumed;
  expect(discord.gateway.log.identifies).toHaveLength(1);
});

test('a client whose session is invalid identifies anew', async () => {
  await using discord = await startTestDiscord(GUILDS);
  await using bot = await startClient(discord);
  const readyAgain = once(bot.client, Events.ShardReady);
  discord.gateway.invalidate(false);
  await readyAgain;
  expect(discord.gateway.log.resumes).toEqual([]);
  expect(discord.gateway.log.identifies[1]).toMatchObject({ tooSoon: true });
  expect(bot.client.guilds.cache.size).toBe(2);
});

test('a session that Discord has forgotten cannot be resumed: the client identifies anew', async () => {
  await using discord = await startTestDiscord(GUILDS);
  await using bot = await startClient(discord);
  const readyAgain = once(bot.client, Events.ShardReady);
  discord.gateway.drop();
  discord.gateway.forgetSessions();
  await readyAgain;
  expect(discord.gateway.log.identifies).toHaveLength(2);
  expect(discord.gateway.log.resumes).toEqual([]);
});

test('a client that hears no acknowledgement takes the connection for dead and resumes', async () => {
  await using discord = await startTestDiscord({ heartbeatIntervalMs: 20 });
  await using bot = await startClient(discord);
  const resumed = once(bot.client, Events.ShardResume);
  discord.gateway.stopAcking();
  await discord.until(() => discord.gateway.connected().length === 0);
  discord.gateway.startAcking();
  await resumed;
  expect(discord.gateway.log.closes).toContain(4200);
});

test('each shard hears of its own servers', async () => {
  await using discord = await startTestDiscord({ guilds: [{}, {}, {}], shards: 2 });
  await using bot = await startClient(discord, { shards: 'auto' });
  expect(bot.client.guilds.cache.map(({ shardId }) => shardId).toSorted()).toHaveLength(3);
  for (const guild of bot.client.guilds.cache.values()) {
    expect(guild.shardId).toBe(Number((BigInt(guild.id) >> 22n) % 2n));
  }
  expect(discord.gateway.log.identifies.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
});

test('identifies that do not wait for their turn are noted', async () => {
  await using discord = await startTestDiscord({ shards: 2, maxConcurrency: 1 });
  await using _bot = await startClient(discord, { shards: 'auto' });
  expect(discord.gateway.log.identifies.map(({ tooSoon }) => tooSoon)).toEqual([false, true]);
});

test('the words of a message reach a bot without the content intent when it is mentioned', async () => {
  await using discord = await startTestDiscord();
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
  await using bot = await startClient(discord, { intents });
  const user = discord.user({ guild: discord.guilds[0]?.id ?? '' });
  const heard: string[] = [];
  bot.client.on(Events.MessageCreate, (message) => void heard.push(message.content));
  const both = once(bot.client, 'heard both');
  bot.client.on(Events.MessageCreate, () => heard.length === 2 && bot.client.emit('heard both'));

  user.say('not for the bot');
  user.say(`<@${discord.botId}> hello`);
  await both;
  expect(heard).toEqual(['', `<@${discord.botId}> hello`]);
});

test('a mention of the bot’s role names the role and keeps its words back', async () => {
  await using discord = await startTestDiscord();
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
  await using bot = await startClient(discord, { intents });
  const [guild] = discord.guilds;
  const said = once(bot.client, Events.MessageCreate);
  discord.user({ guild: guild?.id ?? '' }).say(`<@&${guild?.botRoleId}> hello`);
  const [message] = await said;
  const role = bot.client.guilds.cache.get(guild?.id ?? '')?.roles.botRoleFor(discord.botId);
  expect([message.content, [...message.mentions.roles.keys()]]).toEqual(['', [role?.id]]);
});

test('a token that is revoked closes the gateway for good', async () => {
  await using discord = await startTestDiscord();
  await using bot = await startClient(discord);
  const gone = once(bot.client, Events.ShardDisconnect);
  bot.client.on(Events.ShardError, () => {});
  discord.faults.revokeToken();
  expect(await gone).toMatchObject([{ code: 4004 }, 0]);
  await expect(bot.client.application?.fetch()).rejects.toMatchObject({ status: 401 });
});

test('compression over the whole connection is understood by a plain inflater', async () => {
  await using discord = await startTestDiscord();
  const address = `${discord.apiUrl.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json&compress=zlib-stream`;
  const socket = new WebSocket(address);
  const inflate = createInflate();
  socket.on('message', (data: Buffer) => inflate.write(data));
  const [hello] = await once(inflate, 'data');
  expect(JSON.parse(String(hello))).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
  const ready = once(inflate, 'data');
  socket.send(JSON.stringify({ op: 2, d: { token: discord.token, intents: 0, properties: {} } }));
  expect(JSON.parse(String((await ready)[0]))).toMatchObject({ op: 0, t: 'READY' });
  socket.terminate();
});
