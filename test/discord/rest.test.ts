/** The way out to Discord on its bad days, each against a Discord, or what stands before it, on the loopback. */
import dns from 'node:dns';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawFile, REST } from '@discordjs/rest';
import {
  type APIInteractionResponse,
  InteractionResponseType,
  PermissionFlagsBits,
  Routes,
} from 'discord-api-types/v10';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { dailyChannel, dailyRest } from '../../src/discord/daily-channel.ts';
import { answerMessage } from '../../src/discord/deliver.ts';
import { createRest, requestingOnce } from '../../src/discord/rest.ts';
import { PATIENT, startTestDiscord, type TestDiscord } from '../../test-discord/index.ts';
import { privateLine } from '../support/messages.ts';

const CALLBACK = /^POST \/interactions\/\d+\/[^/]+\/callback$/;
const MESSAGES = /^POST \/channels\/\d+\/messages$/;
const SAID: APIInteractionResponse = {
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content: 'Said', allowed_mentions: { parse: [] } },
};
const DEFERRAL: APIInteractionResponse = { type: InteractionResponseType.DeferredChannelMessageWithSource };
const FILE: RawFile = { name: 'a.txt', data: Buffer.from('a file'), contentType: 'text/plain' };

/** A way out to a Discord, what it logs, and how often it found the token refused. */
function wayTo({ apiUrl, token = 'parley.test.token' }: { readonly apiUrl: string; readonly token?: string }) {
  const lines: { readonly msg: string }[] = [];
  const log = createLog('warn', { write: (line) => lines.push(JSON.parse(line)) });
  const onInvalidToken = vi.fn();
  const way = { config: { apiUrl, token }, log, onInvalidToken };
  const daily = dailyChannel(dailyRest({ apiUrl, token }, requestingOnce(way)));
  return { rest: createRest(way), daily, log, lines, onInvalidToken };
}

async function discordWith(order: (discord: TestDiscord) => void = () => undefined) {
  const discord = await startTestDiscord(PATIENT);
  onTestFinished(() => discord.close());
  discord.register([{ name: 'ask', description: 'Ask' }]);
  order(discord);
  return { discord, ...wayTo(discord) };
}

/** Somebody has asked, and waits. */
function asked(discord: TestDiscord) {
  const shown = discord.user().slash('ask');
  const { id = '', token = '' } = discord.interactions.at(-1) ?? {};
  const respond = (rest: REST, body = SAID, files: RawFile[] = []) =>
    rest.post(Routes.interactionCallback(id, token), { body, files, auth: false });
  const webhook = Routes.webhook(discord.applicationId, token);
  return { shown, respond, webhook, original: Routes.webhookMessage(discord.applicationId, token) };
}

/** A message of somebody's that is answered with a message. */
function mentioned(discord: TestDiscord) {
  const [guild] = discord.guilds;
  const message = discord.user({ guild: guild?.id ?? '' }).say('hello');
  const mention = { message: message.id, channel: message.channel_id };
  return { channel: message.channel_id, answer: (rest: REST) => answerMessage(rest, mention, privateLine('Said')) };
}

const calls = ({ requests }: TestDiscord, route: RegExp) =>
  requests.filter(({ method, path }) => route.test(`${method} ${path}`));

/** What stands between the bot and Discord, and answers the attempts in turn; the last answer is for all further ones. */
async function behind(...answers: ((response: ServerResponse) => void)[]) {
  const came: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    came.push(response);
    answers[Math.min(came.length, answers.length) - 1]?.(response);
  }).listen(0);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const way = wayTo({ apiUrl: `http://localhost:${port}/api` });
  return {
    came,
    ...way,
    respond: () => way.rest.post(Routes.interactionCallback('1', 'a-secret'), { body: SAID, auth: false }),
  };
}

const taken = (response: ServerResponse) => response.writeHead(204).end();

/** The network cannot say where Discord is, or does not say it in time, the first time it is asked. */
const lookUp = (first: (done: (error: Error) => void) => void) =>
  vi
    .spyOn(dns, 'lookup')
    .mockImplementationOnce(((_host: string, _options: object, done: (error: Error) => void) =>
      first(done)) as typeof dns.lookup);
const notNow = () =>
  lookUp((done) => done(Object.assign(new Error('getaddrinfo EAI_AGAIN localhost'), { code: 'EAI_AGAIN' })));
const never = () => lookUp(() => undefined);

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a passing fault', () => {
  const faults: [string, (discord: TestDiscord, route: RegExp) => void][] = [
    ['a server’s fault, four times', ({ faults }, route) => faults.fail(503, { route, times: 4 })],
    ['a rate limit', ({ faults }, route) => faults.rateLimit(0.1, { route })],
    ['a connection that breaks before the call', ({ faults }, route) => faults.sever('before', { route, times: 2 })],
    ['a connection that breaks after the call', ({ faults }, route) => faults.sever('after', { route })],
  ];

  test.each(faults)('%s: the first response arrives, once', async (_fault, order) => {
    const { discord, rest } = await discordWith();
    const { shown, respond } = asked(discord);
    order(discord, CALLBACK);
    await respond(rest);
    expect(await shown).toMatchObject({ kind: 'message', message: { content: 'Said' } });
  });

  test.each(faults)('%s: a response with a file arrives too', async (_fault, order) => {
    const { discord, rest } = await discordWith();
    const { shown, respond } = asked(discord);
    order(discord, CALLBACK);
    await respond(rest, SAID, [FILE]);
    expect(await shown).toMatchObject({ kind: 'message', message: { content: 'Said' } });
  });

  test.each(faults)('%s: a mention is answered, once', async (_fault, order) => {
    const { discord, rest } = await discordWith();
    const { channel, answer } = mentioned(discord);
    order(discord, MESSAGES);
    await answer(rest);
    expect(discord.messages(channel).filter(({ author }) => author.id === discord.botId)).toHaveLength(1);
  });

  test.each(faults)('%s: a deferred answer takes the place of the deferral', async (_fault, order) => {
    const { discord, rest } = await discordWith();
    const { shown, respond, original } = asked(discord);
    await respond(rest, DEFERRAL);
    order(discord, /^PATCH \/webhooks\//);
    await rest.patch(original, { body: SAID.data, auth: false });
    expect(await shown).toMatchObject({ message: { content: 'Said' }, deferred: true });
  });
});

describe('the first response', () => {
  test('a name that cannot be looked up for now is looked up again', async () => {
    const { came, respond } = await behind(taken);
    const looks = notNow();
    await respond();
    expect(looks).toHaveBeenCalledTimes(2);
    expect(came).toHaveLength(1);
  });

  test.each([
    ['a connection that does not come about', () => never(), [taken]],
    ['a connection on which nothing comes back', () => undefined, [() => undefined, taken]],
  ])('%s is given up in time for another', async (_fault, order, answers) => {
    const { respond } = await behind(...answers);
    order();
    await respond();
  });

  test('it is given up with what went wrong once it is of no more use', async () => {
    const { came, lines, respond } = await behind((response) => response.writeHead(503).end());
    await expect(respond()).rejects.toMatchObject({ statusCode: 503 });
    expect(came.length).toBeGreaterThan(3);
    expect(lines).toMatchObject([{ msg: 'Discord cannot be reached; trying again' }]);
  });

  test('a wait that Discord asks for is kept', async () => {
    let isEarly = true;
    const { came, respond } = await behind((response) => {
      // Begun before the wait and shorter, so it ends first, however slow the machine is.
      setTimeout(() => {
        isEarly = came.length > 1;
      }, 200);
      response.writeHead(503, { 'retry-after': '0.3' }).end();
    }, taken);
    await respond();
    expect(isEarly).toBe(false);
  });

  test('what is no HTTP is not asked again', async () => {
    const { came, respond } = await behind((response) => response.socket?.end('Nonsense\r\n\r\n'));
    await expect(respond()).rejects.toThrow();
    expect(came).toHaveLength(1);
  });

  test('a second one to an interaction is refused, as it is a fault here', async () => {
    const { discord, rest } = await discordWith();
    const { shown, respond } = asked(discord);
    await respond(rest);
    await expect(respond(rest)).rejects.toMatchObject({ status: 400, code: 40060 });
    await shown;
  });

  test('a refusal is logged without the token', async () => {
    const { discord, rest, log, lines } = await discordWith();
    const response = rest.post(Routes.interactionCallback('1', 'a-secret'), { body: SAID, auth: false });
    log.warn({ err: await response.catch((error: unknown) => error) }, 'refused');
    expect(lines).toMatchObject([{ msg: 'refused', err: { message: 'Unknown interaction' } }]);
    expect(JSON.stringify(lines)).not.toContain('a-secret');
    expect(discord.rejections).toHaveLength(1);
  });

  test('a refusal after a cut connection is told as Discord told it', async () => {
    const { discord, rest } = await discordWith();
    discord.faults.sever('before', { route: CALLBACK });
    const response = rest.post(Routes.interactionCallback('1', 'a-secret'), { body: SAID, auth: false });
    await expect(response).rejects.toMatchObject({ status: 404, code: 10062, message: 'Unknown interaction' });
  });
});

describe('what may have arrived', () => {
  test('a follow-up, which would be seen twice, is not sent again', async () => {
    const { discord, rest } = await discordWith();
    const { shown, respond, webhook } = asked(discord);
    await respond(rest);
    discord.faults.sever('after', { route: /^POST \/webhooks\// });
    await expect(rest.post(webhook, { body: SAID.data, auth: false })).rejects.toMatchObject({
      code: 'UND_ERR_SOCKET',
    });
    await shown;
    expect(discord.interactions[0]?.followUps).toHaveLength(1);
  });

  test('a follow-up that has not left is', async () => {
    const { discord } = await discordWith();
    const { rest } = wayTo({ ...discord, apiUrl: discord.apiUrl.replace('127.0.0.1', 'localhost') });
    const { shown, respond, webhook } = asked(discord);
    await respond(rest);
    discord.faults.goDown();
    discord.faults.comeBack();
    const looks = notNow();
    await rest.post(webhook, { body: SAID.data, auth: false });
    await shown;
    expect(looks).toHaveBeenCalledTimes(2);
    expect(discord.interactions[0]?.followUps).toHaveLength(1);
  });

  test('a deletion has been done, where the message is gone', async () => {
    const { discord, rest } = await discordWith();
    const { respond, original } = asked(discord);
    await respond(rest, DEFERRAL);
    discord.faults.sever('after', { route: /^DELETE / });
    await rest.delete(original, { auth: false });
    await expect(rest.delete(original, { auth: false })).rejects.toMatchObject({ code: 10008 });
  });
});

describe('a rate limit of a day', () => {
  test('what nobody will wait for is dropped, and so is what comes after it', async () => {
    const { discord, rest } = await discordWith();
    const [first, second] = [mentioned(discord), mentioned(discord)];
    discord.faults.rateLimit(86_400, { route: MESSAGES, global: true });
    await expect(first.answer(rest)).rejects.toThrow(/^Discord lets it through in 8640\d seconds, too late$/);
    await expect(second.answer(rest)).rejects.toThrow('too late');
    expect(calls(discord, MESSAGES)).toHaveLength(1);
  });

  test('so is a first response whose time is over by then', async () => {
    const { discord, rest } = await discordWith();
    const { respond } = asked(discord);
    discord.faults.rateLimit(3, { route: CALLBACK });
    await expect(respond(rest)).rejects.toThrow('too late');
    expect(calls(discord, CALLBACK)).toHaveLength(1);
  });
});

/** REST's waits for a limit on everything, which the test lets pass. */
function waitsOf(rest: REST) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  let count = 0;
  rest.on('restDebug', (line) => {
    if (line.includes('Global rate limit hit')) count += 1;
  });
  return { begun: (times: number) => vi.waitUntil(() => count === times, { timeout: 60_000 }) };
}

describe('whoever stands before Discord and blocks the machine', () => {
  const blocks: [string, (discord: TestDiscord) => void, number][] = [
    ['with a page and 429', ({ faults }) => faults.page(429, { times: 2 }), 429],
    ['with a page and 403', ({ faults }) => faults.page(403, { times: 2 }), 403],
    ['with Cloudflare’s code', ({ faults }) => faults.fail(403, { code: 40333, times: 2 }), 403],
    ['with 429 and no word of how long', ({ faults }) => faults.fail(429, { times: 2 }), 429],
  ];

  test.each(blocks)('%s is waited out, and said once', async (_how, order, status) => {
    const { discord, rest, lines } = await discordWith(order);
    const waits = waitsOf(rest);
    const me = rest.get(Routes.user());
    for (const attempt of [1, 2]) {
      await waits.begun(attempt);
      expect(discord.requests).toHaveLength(attempt);
      await vi.advanceTimersByTimeAsync(31_000);
    }
    expect(await me).toMatchObject({ id: discord.botId });
    expect(lines).toMatchObject([{ msg: expect.stringContaining('blocks this machine'), status, seconds: 30 }]);
  });

  test('meanwhile nothing else goes out', async () => {
    const { discord, rest } = await discordWith(({ faults }) => faults.page(429));
    const waits = waitsOf(rest);
    const me = rest.get(Routes.user());
    await waits.begun(1);
    const answered = mentioned(discord).answer(rest);
    await waits.begun(2);
    expect(discord.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(31_000);
    await Promise.all([me, answered]);
    expect(discord.requests).toHaveLength(3);
  });

  test('a first response, for which it is of no use to wait, is dropped', async () => {
    const { discord, rest } = await discordWith(({ faults }) => faults.page(429));
    await expect(asked(discord).respond(rest)).rejects.toThrow('too late');
    expect(discord.requests).toHaveLength(1);
  });
});

describe('a 401', () => {
  test('by mistake is no end of the token', async () => {
    const { discord, rest, onInvalidToken } = await discordWith(({ faults }) => faults.fail(401));
    await mentioned(discord).answer(rest);
    expect(calls(discord, MESSAGES).map(({ status }) => status)).toEqual([401, 200]);
    await mentioned(discord).answer(rest);
    expect(onInvalidToken).not.toHaveBeenCalled();
  });

  test('that stays, or of which nothing can be learnt, fails its request alone', async () => {
    const { discord, rest, onInvalidToken } = await discordWith();
    for (const order of [
      () => discord.faults.fail(401, { route: MESSAGES, times: 2 }),
      () => {
        discord.faults.fail(401, { route: MESSAGES });
        discord.faults.fail(400, { route: /@me$/ });
      },
    ]) {
      order();
      await expect(mentioned(discord).answer(rest)).rejects.toThrow(
        'Discord refused a request (401), and not its token',
      );
    }
    await mentioned(discord).answer(rest);
    expect(onInvalidToken).not.toHaveBeenCalled();
  });

  test('of a token that was reset is told', async () => {
    const { discord, rest, onInvalidToken } = await discordWith(({ faults }) => faults.revokeToken());
    await expect(mentioned(discord).answer(rest)).rejects.toMatchObject({ status: 401 });
    expect(onInvalidToken).toHaveBeenCalledOnce();
  });

  test('of an interaction’s token says nothing of the bot’s', async () => {
    const { discord, rest, onInvalidToken } = await discordWith();
    const patch = rest.patch(Routes.webhookMessage(discord.applicationId, 'of-yesterday'), { body: {}, auth: false });
    await expect(patch).rejects.toMatchObject({ status: 401, code: 50027 });
    expect(discord.requests).toHaveLength(1);
    expect(onInvalidToken).not.toHaveBeenCalled();
  });
});

describe('a daily post', () => {
  const post = (discord: TestDiscord) => [discord.guilds[0]?.channelId ?? '', privateLine('Said'), 'nonce'] as const;

  test('outlives a 401 by mistake', async () => {
    const { discord, daily } = await discordWith(({ faults }) => faults.fail(401));
    expect(await daily.send(...post(discord))).toMatchObject({ kind: 'sent' });
  });

  test('is made once, and no fault is waited out', async () => {
    const { discord, daily } = await discordWith(({ faults }) => faults.fail(503));
    expect(await daily.send(...post(discord))).toMatchObject({ kind: 'unclear' });
    expect(discord.requests).toHaveLength(1);
  });

  test('is not refused by who is not Discord', async () => {
    const { discord, daily, lines } = await discordWith(({ faults }) => faults.page(403));
    expect(await daily.send(...post(discord))).toMatchObject({ kind: 'limited' });
    expect(lines).toMatchObject([{ msg: expect.stringContaining('blocks this machine') }]);
  });
});

describe('an answer to a message', () => {
  test('where the bot may not reply is a message of its own', async () => {
    const { discord, rest } = await discordWith();
    const { channel, answer } = mentioned(discord);
    discord.deny(channel, PermissionFlagsBits.ReadMessageHistory);
    await answer(rest);
    expect(discord.messages(channel).at(-1)).toMatchObject({
      components: [{ content: 'Said' }],
      author: { id: discord.botId },
    });
  });
});
