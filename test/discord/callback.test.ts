import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIInteractionResponse, InteractionResponseType } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { type Callback, createCallback } from '../../src/discord/callback.ts';
import type { InteractionReference } from '../../src/discord/incoming.ts';
import { PATIENT, startTestDiscord, type TestDiscord } from '../../test-discord/index.ts';

const reference = { id: '1234567890123456789', token: 'a-secret-token', application: '1' };
const SAID: APIInteractionResponse = {
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content: 'Said', allowed_mentions: { parse: [] } },
};
const isCallback = ({ path }: { path: string }) => path.endsWith('/callback');
const PONG = { type: InteractionResponseType.Pong } as const;
const UNKNOWN = /^Discord refused a response \(404\): .*Unknown interaction.*10062/;

test('a refusal says what Discord said, and holds no token', async () => {
  await using discord = await startTestDiscord();
  const refused = createCallback(discord.apiUrl)(reference, PONG);
  await expect(refused).rejects.toThrow(UNKNOWN);
  await expect(refused).rejects.not.toThrow(/secret/);
});

test.each([
  ['a server’s fault', ({ faults }: TestDiscord) => faults.fail(503, { times: 2 })],
  ['a rate limit', ({ faults }: TestDiscord) => faults.rateLimit(0.1, { times: 1 })],
  ['a connection that breaks', ({ faults }: TestDiscord) => faults.sever('before', { times: 1 })],
])('after %s it is sent again', async (_trouble, order) => {
  await using discord = await startTestDiscord();
  order(discord);
  await expect(createCallback(discord.apiUrl)(reference, PONG)).rejects.toThrow(UNKNOWN);
});

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
  return { came, callback: createCallback(`http://127.0.0.1:${port}/api`) };
}

const taken = (response: ServerResponse) => response.writeHead(204).end();

test('a wait that Discord asks for is kept', async () => {
  let isEarly = true;
  const { came, callback } = await behind((response) => {
    // Begun before the wait and shorter, so it ends first, however slow the machine is.
    setTimeout(() => {
      isEarly = came.length > 1;
    }, 200);
    response.writeHead(429, { 'retry-after': '0.3' }).end();
  }, taken);
  await callback(reference, PONG);
  expect(came).toHaveLength(2);
  expect(isEarly).toBe(false);
});

test('a wait beyond the time for a first response is not begun', async () => {
  const { came, callback } = await behind((response) => response.writeHead(429, { 'retry-after': '3' }).end());
  await expect(callback(reference, PONG)).rejects.toThrow(/^Discord refused a response \(429\)$/);
  expect(came).toHaveLength(1);
});

test('it is sent four times at most', async () => {
  const { came, callback } = await behind((response) => response.writeHead(503).end());
  await expect(callback(reference, PONG)).rejects.toThrow('Discord refused a response (503)');
  expect(came).toHaveLength(4);
});

test('what a server at fault has yet to say holds up no further attempt', async () => {
  const { came, callback } = await behind((response) => response.writeHead(503).write('<h1>'), taken);
  await callback(reference, PONG);
  expect(came[0]?.socket?.destroyed).toBe(false);
});

test('what is no HTTP is not asked again', async () => {
  const { came, callback } = await behind((response) => response.socket?.end('Nonsense\r\n\r\n'));
  await expect(callback(reference, PONG)).rejects.toThrow();
  expect(came).toHaveLength(1);
});

/** What a user is shown, and what comes of responding to what that user asked. */
async function answeredBy(
  respond: (callback: Callback, reference: InteractionReference, discord: TestDiscord) => Promise<void>,
) {
  await using discord = await startTestDiscord(PATIENT);
  discord.register([{ name: 'ask', description: 'Ask' }]);
  const shown = discord.user().slash('ask');
  const { id = '', token = '' } = discord.interactions[0] ?? {};
  const responding = respond(
    createCallback(discord.apiUrl),
    { id, token, application: discord.applicationId },
    discord,
  );
  const [seen, outcome] = await Promise.allSettled([shown, responding]);
  return { shown: seen, outcome };
}

test('a response whose connection broke after it took effect has arrived', async () => {
  const { shown, outcome } = await answeredBy(async (callback, reference, { faults, requests }) => {
    faults.sever('after', { route: /callback$/, times: 1 });
    await callback(reference, SAID);
    expect(requests.filter(isCallback)).toHaveLength(2);
  });
  expect(outcome).toEqual({ status: 'fulfilled', value: undefined });
  expect(shown).toMatchObject({ value: { kind: 'message' } });
});

test('a second response to one interaction is refused, as it is a fault here', async () => {
  const { outcome } = await answeredBy(async (callback, reference) => {
    await callback(reference, SAID);
    await callback(reference, SAID);
  });
  expect(outcome).toMatchObject({ reason: { message: expect.stringMatching(/\(400\): .*40060/) } });
});

test('what is no answer of Discord’s is told as it stands', async () => {
  const { callback } = await behind((response) => response.writeHead(403).end('<h1>Blocked</h1>'));
  await expect(callback(reference, PONG)).rejects.toThrow('Discord refused a response (403): <h1>Blocked</h1>');
});
