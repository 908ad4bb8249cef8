import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIInteractionResponse, InteractionResponseType } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { type Callback, createCallback } from '../../src/discord/callback.ts';
import type { InteractionReference } from '../../src/discord/incoming.ts';
import { stage } from '../../test-discord/stage.ts';
import { startTestDiscord } from '../../test-discord/start.ts';
import type { TestDiscord } from '../../test-discord/test-discord.ts';

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
  const came: { readonly at: number; readonly response: ServerResponse }[] = [];
  const server = createServer((_request, response) => {
    came.push({ at: performance.now(), response });
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
  const { came, callback } = await behind((response) => response.writeHead(429, { 'retry-after': '0.4' }).end(), taken);
  await callback(reference, PONG);
  const [first, second] = came;
  expect(Number(second?.at) - Number(first?.at)).toBeGreaterThan(390);
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
  expect(came[0]?.response.socket?.destroyed).toBe(false);
});

test('what is no HTTP is not asked again', async () => {
  const { came, callback } = await behind((response) => response.socket?.end('Nonsense\r\n\r\n'));
  await expect(callback(reference, PONG)).rejects.toThrow();
  expect(came).toHaveLength(1);
});

async function answeredBy(
  respond: (callback: Callback, reference: InteractionReference, discord: TestDiscord) => Promise<void>,
) {
  const answered = Promise.withResolvers<void>();
  await using s = await stage(async (interaction) => {
    const reference = { id: interaction.id, token: interaction.token, application: interaction.applicationId };
    answered.resolve(respond(createCallback(s.discord.apiUrl), reference, s.discord));
  });
  // Looked at here, as both may be done before the stage is taken down.
  const [shown, outcome] = await Promise.allSettled([s.user.slash('ask', { question: 'Who met?' }), answered.promise]);
  return { shown, outcome };
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
