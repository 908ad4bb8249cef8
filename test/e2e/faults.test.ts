/** What goes wrong on the way to Discord, and that answers come all the same. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INVALID_TOKEN } from '../../src/discord/reach.ts';
import { textOf } from '../discord/within-limits.ts';
import { isAnswered, pointedAt, run, startDiscord, type Together, together } from './process.ts';

const CALLBACK = /^POST \/interactions\/\d+\/[^/]+\/callback$/;
const MESSAGES = /^POST \/channels\/\d+\/messages$/;

/** 100 answers are under way when the signal comes. */
async function endInTheMidst({ discord, bot }: Together, signal: NodeJS.Signals): Promise<void> {
  const held = discord.faults.hold({ route: CALLBACK, times: 100 });
  const callbacks = () => discord.requests.filter(({ method, path }) => CALLBACK.test(`${method} ${path}`)).length;
  const before = callbacks();
  const answers = Array.from({ length: 100 }, () => discord.user().slash('summary'));
  await discord.until(() => callbacks() === before + 100, { what: '100 answers under way' });
  bot.signal(signal);
  await discord.until(() => discord.gateway.connected().length === 0, { what: 'the end of the connection' });
  held.release();
  expect((await Promise.all(answers)).filter(({ kind }) => kind === 'message')).toHaveLength(100);
  expect(await bot.exited).toEqual({ code: 0, errors: '' });
}

describe('connected to Discord', () => {
  let both: Together;
  beforeAll(async () => {
    both = await together({}, { ANSWERS_PER_USER: '2' });
  });
  afterAll(() => both[Symbol.asyncDispose]());
  const somebody = () => both.discord.user({ guild: both.discord.guilds[0]?.id ?? '' });

  test('health says so', async () => {
    const { port } = await both.bot.logged('HTTP server is up');
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { checks: { knowledge: true, gateway: true } }]);
  });

  test('who asks for more answers than the operator gives a person is told to wait, and nobody else is', async () => {
    const [ada, ben] = [both.discord.user(), both.discord.user()];
    const shown = [await ada.slash('help'), await ada.slash('help'), await ada.slash('help'), await ben.slash('help')];
    const told = shown.map((one) => one.kind === 'message' && /wait a few seconds/.test(JSON.stringify(one)));
    expect(told).toEqual([false, false, true, false]);
  });

  test('a reply that meets a rate limit, or a server’s fault, is sent again', async () => {
    const { discord } = both;
    discord.faults.rateLimit(0.1, { route: CALLBACK });
    await isAnswered(discord);
    discord.faults.fail(503, { route: CALLBACK });
    await isAnswered(discord);
  });

  test('a 401 by mistake costs nothing, and a token that was not reset goes on', async () => {
    const { discord } = both;
    discord.faults.fail(401, { route: MESSAGES });
    await somebody().mention('summary');
    await somebody().mention('summary');
  });

  test('who mentions the bot’s role, which hides what they ask, is told how to ask', async () => {
    const { discord } = both;
    const { id = '', botRoleId } = discord.guilds[0] ?? {};
    const asked = discord.user({ guild: id }).say(`<@&${botRoleId}> how many prisoners?`);
    const answer = await discord.until(() =>
      discord.messages(asked.channel_id).find((message) => message.message_reference?.message_id === asked.id),
    );
    expect(textOf(answer)).toMatch(/^### .*\nDiscord does not show me .*<\/ask:\d+>/);
  });

  test('where the bot may not answer, the log says what it lacks', async () => {
    const { discord, bot } = both;
    const guild = discord.join();
    discord.deny(guild.channelId, PermissionFlagsBits.SendMessages);
    const asked = discord.user({ guild: guild.id }).say(`<@${discord.botId}> how many prisoners?`);
    const line = await bot.logged('Discord refused an answer to a mention; the bot lacks permissions');
    expect(line).toMatchObject({ channel: asked.channel_id, missing: ['Send Messages'] });
  });

  test('a thousand interactions at once are all answered', async () => {
    // What is shown is that none is lost. How long they take is for `npm run bench:discord`.
    const { discord } = both;
    const question = 'How many prisoners will be exchanged?';
    const shown = await Promise.all(Array.from({ length: 1000 }, () => discord.user().slash('ask', { question })));
    expect(shown.filter(({ kind }) => kind === 'message')).toHaveLength(1000);
    expect(discord.rejections.filter(({ route }) => CALLBACK.test(route))).toEqual([]);
  });

  test('a connection that drops in the midst of an answer: the answer arrives, and the session is resumed', async () => {
    const { discord, bot } = both;
    const held = discord.faults.hold({ route: CALLBACK });
    const answer = discord.user().slash('summary');
    await held.arrived;
    discord.gateway.drop();
    held.release();
    expect(await answer).toMatchObject({ kind: 'message' });
    await bot.logged('connection resumed');
    await isAnswered(discord);
    expect(discord.gateway.log.identifies).toHaveLength(1);
  });

  test('SIGTERM in the midst of 100 answers: all arrive, then it ends well', () => endInTheMidst(both, 'SIGTERM'));
});

test('SIGINT in the midst of 100 answers: all arrive, then it ends well', async () => {
  await using both = await together();
  await endInTheMidst(both, 'SIGINT');
});

test('a token that REST alone finds reset ends the bot with one line', async () => {
  await using both = await together();
  const { discord, bot } = both;
  for (const route of [MESSAGES, /@me$/]) discord.faults.fail(401, { route });
  discord.user({ guild: discord.guilds[0]?.id ?? '' }).say(`<@${discord.botId}> summary`);
  expect(await bot.exited).toEqual({ code: 1, errors: `${INVALID_TOKEN}\n` });
});

test('a page of Cloudflare’s at the start is said and waited out', async () => {
  await using discord = await startDiscord();
  discord.faults.page(403);
  await using bot = run('src/main.ts', pointedAt(discord));
  expect(await bot.logged(/blocks this machine; waiting/)).toMatchObject({ status: 403, seconds: 30 });
  bot.signal('SIGTERM');
  expect(await bot.exited).toEqual({ code: 0, errors: '' });
});

test('a wrong token ends the bot with one line, once Discord has refused to say whose it is', async () => {
  await using discord = await startDiscord();
  await using bot = run('src/main.ts', { ...pointedAt(discord), DISCORD_TOKEN: 'another.test.token' });
  expect(await bot.exited).toEqual({ code: 1, errors: `${INVALID_TOKEN}\n` });
  expect(discord.requests.map(({ path }) => path)).toEqual(['/gateway/bot', '/users/@me']);
});

test('a fault of the program ends it with 70, which whoever watches over it starts again; 1 is for a person to mend', async () => {
  const stray = "process.on('SIGUSR2', () => { throw new Error('a stray one') })";
  await using both = await together({}, { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(stray)}` });
  both.bot.signal('SIGUSR2');
  expect(await both.bot.exited).toEqual({ code: 70, errors: expect.stringContaining('a stray one') });
});
