import { type APIApplicationCommand, type APIMessage, PermissionFlagsBits, REST, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { manualClock } from '../clock.ts';
import { startTestDiscord } from '../start.ts';
import type { TestDiscord } from '../test-discord.ts';

const restOf = (discord: TestDiscord, token = discord.token) =>
  new REST({ api: discord.apiUrl, offset: 0, retries: 1 }).setToken(token);
const channelOf = (discord: TestDiscord) => discord.guilds[0]?.channelId ?? '';
const HELLO = { content: 'hello', allowed_mentions: { parse: [] } };
const MESSAGES = /^POST \/channels\/\d+\/messages$/;

test('a bad token is refused everywhere but where a token of its own is given', async () => {
  await using discord = await startTestDiscord();
  const rest = restOf(discord, 'wrong');
  await expect(rest.get(Routes.user())).rejects.toMatchObject({ status: 401 });
  const callback = rest.post(Routes.interactionCallback('1', 'x'), { body: { type: 1 }, auth: false });
  await expect(callback).rejects.toMatchObject({ code: 10062 });
});

test('a route that is not there is refused and noted', async () => {
  await using discord = await startTestDiscord();
  await expect(restOf(discord).get('/vote/regions')).rejects.toMatchObject({ status: 404 });
  expect(discord.unknownRoutes).toEqual(['GET /vote/regions']);
});

test('one nonce makes one message for a few minutes, and only where it is enforced', async () => {
  const clock = manualClock(Date.UTC(2025, 4, 17));
  await using discord = await startTestDiscord({ clock });
  const post = async (enforce_nonce: boolean) => {
    const body = { ...HELLO, nonce: 'daily-1', enforce_nonce };
    return (await restOf(discord).post(Routes.channelMessages(channelOf(discord)), { body })) as APIMessage;
  };
  const first = await post(true);
  expect((await post(true)).id).toBe(first.id);
  clock.advance(5 * 60_000);
  expect((await post(true)).id).not.toBe(first.id);
  await post(false);
  expect(discord.messages(channelOf(discord))).toHaveLength(3);
});

test('messages are read by pages, newest first, before or after one of them', async () => {
  const clock = manualClock(Date.UTC(2025, 4, 17));
  await using discord = await startTestDiscord({ clock });
  const route = Routes.channelMessages(channelOf(discord));
  for (const content of ['one', 'two', 'three', 'four']) {
    await restOf(discord).post(route, { body: { ...HELLO, content } });
    clock.advance(1000);
  }
  const [one = '', , , four = ''] = discord.messages(channelOf(discord)).map(({ id }) => id);
  const read = async (query: Record<string, string>) => {
    const page = (await restOf(discord).get(route, { query: new URLSearchParams(query) })) as APIMessage[];
    return page.map(({ content }) => content);
  };
  expect(await read({})).toEqual(['four', 'three', 'two', 'one']);
  expect(await read({ limit: '1' })).toEqual(['four']);
  expect(await read({ before: four, limit: '2' })).toEqual(['three', 'two']);
  // The adjacent ones, not the newest.
  expect(await read({ after: one, limit: '2' })).toEqual(['three', 'two']);
  expect(await read({ after: four })).toEqual([]);
});

test('commands are registered, replaced by name, changed and taken back', async () => {
  await using discord = await startTestDiscord();
  const rest = restOf(discord);
  const all = Routes.applicationCommands(discord.applicationId);
  const ask = { name: 'ask', description: 'Ask', name_localizations: { de: 'frage' } };

  const [first] = (await rest.put(all, { body: [ask] })) as APIApplicationCommand[];
  const [second] = (await rest.put(all, {
    body: [{ ...ask, description: 'Ask a question' }],
  })) as APIApplicationCommand[];
  expect(second?.id).toBe(first?.id);
  expect(second?.version).not.toBe(first?.version);
  expect(((await rest.get(all)) as object[])[0]).not.toHaveProperty('name_localizations');
  const localised = await rest.get(all, { query: new URLSearchParams({ with_localizations: 'true' }) });
  expect(localised).toMatchObject([{ name_localizations: { de: 'frage' } }]);

  await rest.patch(Routes.applicationCommand(discord.applicationId, first?.id ?? ''), {
    body: { description: 'Again' },
  });
  expect(discord.commands()).toMatchObject([{ name: 'ask', description: 'Again' }]);
  await rest.delete(Routes.applicationCommand(discord.applicationId, first?.id ?? ''));
  expect(discord.commands()).toEqual([]);

  const guildId = discord.guilds[0]?.id ?? '';
  await rest.post(Routes.applicationGuildCommands(discord.applicationId, guildId), { body: ask });
  expect(discord.commands(guildId)).toMatchObject([{ name: 'ask', guild_id: guildId }]);
  expect(discord.schemaViolations).toEqual([]);
});

test('a server tells of itself, and no more once the bot has left', async () => {
  await using discord = await startTestDiscord({ guilds: [{ name: 'One', channels: 4, locale: 'fr' }] });
  const rest = restOf(discord);
  const id = discord.guilds[0]?.id ?? '';
  expect(await rest.get(Routes.guild(id))).toMatchObject({ name: 'One', preferred_locale: 'fr' });
  expect(await rest.get(Routes.guildChannels(id))).toHaveLength(4);
  expect(await rest.get(Routes.guildRoles(id))).toMatchObject({ length: 15 });
  expect(await rest.get(Routes.guildMember(id, discord.botId))).toMatchObject({ user: { id: discord.botId } });
  await rest.delete(Routes.userGuild(id));
  await expect(rest.get(Routes.guild(id))).rejects.toMatchObject({ code: 10004 });
  expect(() => discord.rejoin('1')).toThrow('kick it out first');
  discord.rejoin(id);
  expect(await rest.get(Routes.guild(id))).toMatchObject({ id, name: 'One' });
});

test('a channel that the bot may not write in, may not see, or that is gone refuses its messages', async () => {
  await using discord = await startTestDiscord();
  const channel = channelOf(discord);
  const post = () => restOf(discord).post(Routes.channelMessages(channel), { body: HELLO });
  await post();
  discord.deny(channel, PermissionFlagsBits.SendMessages);
  await expect(post()).rejects.toMatchObject({ status: 403, code: 50013 });
  discord.deny(channel, PermissionFlagsBits.ViewChannel);
  await expect(post()).rejects.toMatchObject({ status: 403, code: 50001 });
  discord.deleteChannel(channel);
  await expect(post()).rejects.toMatchObject({ status: 404, code: 10003 });
});

test('where the bot may not read the history it may write, and may not reply', async () => {
  await using discord = await startTestDiscord();
  const channel = channelOf(discord);
  const asked = discord.user({ guild: discord.guilds[0]?.id ?? '' }).say('hello');
  const post = (more: object) => restOf(discord).post(Routes.channelMessages(channel), { body: { ...HELLO, ...more } });
  const reply = { message_reference: { message_id: asked.id } };
  await post(reply);
  discord.deny(channel, PermissionFlagsBits.ReadMessageHistory);
  await expect(post(reply)).rejects.toMatchObject({ status: 403, code: 160002 });
  await post({});
});

test('a page of Cloudflare’s comes in place of an answer, and an error code with a status', async () => {
  await using discord = await startTestDiscord();
  discord.faults.page(403);
  const page = await fetch(`${discord.apiUrl}/v10/gateway`);
  expect(page.status).toBe(403);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await page.text()).toContain('Cloudflare');
  discord.faults.fail(403, { code: 40333 });
  await expect(restOf(discord).get(Routes.user())).rejects.toMatchObject({ status: 403, code: 40333 });
});

test('discord.js waits as long as a 429 says, on one route and on all', async () => {
  await using discord = await startTestDiscord();
  const rest = restOf(discord);
  const waits: { global: boolean; timeToReset: number }[] = [];
  rest.options.rejectOnRateLimit = ({ global, retryAfter }) => {
    waits.push({ global, timeToReset: retryAfter });
    return false;
  };
  discord.faults.rateLimit(0.05, { route: MESSAGES });
  await rest.post(Routes.channelMessages(channelOf(discord)), { body: HELLO });
  discord.faults.rateLimit(0.05, { route: /^GET \/users\/@me$/, global: true });
  await rest.get(Routes.user());
  expect(discord.requests.map(({ status }) => status)).toEqual([429, 200, 429, 200]);
  expect(waits.map(({ global }) => global)).toContain(true);
  expect(discord.messages(channelOf(discord))).toHaveLength(1);
});

test('discord.js tries again after a 5xx, as often as it was told', async () => {
  await using discord = await startTestDiscord();
  const post = () => restOf(discord).post(Routes.channelMessages(channelOf(discord)), { body: HELLO });
  discord.faults.fail(503, { route: MESSAGES });
  await post();
  expect(discord.requests.map(({ status }) => status)).toEqual([503, 200]);
  discord.faults.fail(500, { times: 2 });
  await expect(post()).rejects.toMatchObject({ status: 500 });
});

test('a call is answered when the test lets it be', async () => {
  await using discord = await startTestDiscord();
  const held = discord.faults.hold({ route: MESSAGES });
  const post = restOf(discord).post(Routes.channelMessages(channelOf(discord)), { body: HELLO });
  await held.arrived;
  expect(discord.messages(channelOf(discord))).toEqual([]);
  held.release();
  await post;
  expect(discord.messages(channelOf(discord))).toHaveLength(1);
});

test.for([
  ['before', 0],
  ['after', 1],
] as const)('a connection that breaks %s a call took effect', async ([when, posted]) => {
  await using discord = await startTestDiscord();
  discord.faults.sever(when, { route: MESSAGES, times: 2 });
  const rest = restOf(discord);
  rest.options.retries = 0;
  await expect(rest.post(Routes.channelMessages(channelOf(discord)), { body: HELLO })).rejects.toThrow();
  expect(discord.messages(channelOf(discord))).toHaveLength(posted);
});

test('nothing answers while Discord is down, and everything afterwards', async () => {
  await using discord = await startTestDiscord();
  const rest = restOf(discord);
  rest.options.retries = 0;
  discord.faults.goDown();
  await expect(rest.get(Routes.user())).rejects.toThrow();
  expect(discord.requests).toEqual([]);
  discord.faults.comeBack();
  await expect(rest.get(Routes.user())).resolves.toMatchObject({ id: discord.botId });
});

test('a wait that comes to nothing says what it waited for and what happened instead', async () => {
  await using discord = await startTestDiscord();
  await restOf(discord).get(Routes.user());
  const controller = new AbortController();
  const wait = discord.until(() => null, { what: 'a miracle', signal: controller.signal });
  controller.abort();
  await expect(wait).rejects.toThrow('Waited for a miracle: the test called it off. Latest calls: GET /users/@me 200');
});
