/** What goes wrong on the way to Discord, and that answers come all the same. */
import { expect, test } from 'vitest';
import { INVALID_TOKEN } from '../../src/discord/reach.ts';
import { manualClock } from '../../test-discord/index.ts';
import { pointedAt, run, startDiscord, together, up } from './process.ts';

const CALLBACK = /^POST \/interactions\/\d+\/[^/]+\/callback$/;

test('a connection that drops in the midst of an answer: the answer arrives, and the session is resumed', async () => {
  await using both = await together();
  const { discord, bot } = both;
  const held = discord.faults.hold({ route: CALLBACK });
  const answer = discord.user().slash('summary');
  await held.arrived;
  discord.gateway.drop();
  held.release();
  expect(await answer).toMatchObject({ kind: 'message' });
  await bot.logged('connection resumed');
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
  expect(discord.gateway.log.identifies).toHaveLength(1);
});

test('an invalid session is begun anew', async () => {
  await using both = await together();
  const { discord } = both;
  discord.gateway.invalidate(false);
  await discord.until(() => discord.gateway.log.identifies.length === 2 && discord.gateway.connected().length === 1, {
    what: 'a second identify',
  });
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
});

test('a token that is revoked while running ends the bot with one line', async () => {
  await using both = await together();
  const { discord, bot } = both;
  discord.faults.revokeToken();
  expect(await bot.exited).toEqual({ code: 1, errors: `${INVALID_TOKEN}\n` });
  expect(discord.gateway.log.identifies).toHaveLength(1);
});

test('a wrong token ends the bot with one line, after one request', async () => {
  await using discord = await startDiscord();
  await using bot = run('src/main.ts', { ...pointedAt(discord), DISCORD_TOKEN: 'another.test.token' });
  expect(await bot.exited).toEqual({ code: 1, errors: `${INVALID_TOKEN}\n` });
  expect(discord.requests).toHaveLength(1);
});

test('a reply that meets a rate limit, or a server’s fault, is sent again', async () => {
  await using both = await together();
  const { discord } = both;
  discord.faults.rateLimit(0.1, { route: CALLBACK });
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
  discord.faults.fail(503, { route: CALLBACK });
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
});

test('while Discord is down the bot waits, at its start and later, and is there when Discord is', async () => {
  await using discord = await startDiscord();
  discord.faults.goDown();
  await using bot = run('src/main.ts', pointedAt(discord));
  await bot.logged('Discord cannot be reached; trying again');
  discord.faults.comeBack();
  await up(bot);
  discord.faults.goDown();
  await bot.logged('connection lost; reconnecting');
  // It tries anew at even pauses and keeps no count, so that ten minutes are no other than these seconds.
  await discord.until(() => discord.gateway.log.turnedAway >= 10, { what: 'ten attempts' });
  discord.faults.comeBack();
  await discord.until(() => discord.gateway.connected().length === 1, { what: 'a connection' });
  expect(await discord.user().slash('summary')).toMatchObject({ kind: 'message' });
});

test('a thousand interactions at once are all answered', async () => {
  // Discord's time stands still: what is shown is that none is lost. How long they take is for `npm run bench:discord`.
  await using both = await together({ clock: manualClock(Date.now()) });
  const { discord } = both;
  const question = 'How many prisoners will be exchanged?';
  const shown = await Promise.all(Array.from({ length: 1000 }, () => discord.user().slash('ask', { question })));
  expect(shown.filter(({ kind }) => kind === 'message')).toHaveLength(1000);
  expect(discord.rejections).toEqual([]);
});

test('who asks for more answers than the operator gives a person is told to wait, and nobody else is', async () => {
  await using both = await together({}, { ANSWERS_PER_USER: '2' });
  const [ada, ben] = [both.discord.user(), both.discord.user()];
  const shown = [await ada.slash('help'), await ada.slash('help'), await ada.slash('help'), await ben.slash('help')];
  const told = shown.map((one) => one.kind === 'message' && /wait a few seconds/.test(JSON.stringify(one)));
  expect(told).toEqual([false, false, true, false]);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s in the midst of 100 answers: all arrive, then it ends well',
  async (signal) => {
    await using both = await together();
    const { discord, bot } = both;
    const held = discord.faults.hold({ route: CALLBACK, times: 100 });
    const answers = Array.from({ length: 100 }, () => discord.user().slash('summary'));
    const callbacks = () => discord.requests.filter(({ method, path }) => CALLBACK.test(`${method} ${path}`));
    await discord.until(() => callbacks().length === 100, { what: '100 answers under way' });
    bot.signal(signal);
    await discord.until(() => discord.gateway.connected().length === 0, { what: 'the end of the connection' });
    held.release();
    expect((await Promise.all(answers)).filter(({ kind }) => kind === 'message')).toHaveLength(100);
    expect(await bot.exited).toEqual({ code: 0, errors: '' });
  },
);

test('a fault of the program ends it with 70, which whoever watches over it starts again; 1 is for a person to mend', async () => {
  await using discord = await startDiscord();
  const stray = "setTimeout(() => { throw new Error('a stray one') }, 1000)";
  const set = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(stray)}` };
  await using bot = run('src/main.ts', { ...pointedAt(discord), ...set });
  expect(await bot.exited).toEqual({ code: 70, errors: expect.stringContaining('a stray one') });
});
