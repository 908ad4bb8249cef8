import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIInteractionResponse, InteractionResponseType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { type Callback, createCallback } from '../../src/discord/callback.ts';
import type { Ticket } from '../../src/discord/incoming.ts';
import { stage } from '../support/discord/stage.ts';
import { startTestDiscord } from '../support/discord/start.ts';
import type { TestDiscord } from '../support/discord/test-discord.ts';

const ticket = { id: '1234567890123456789', token: 'a-secret-token', application: '1' };
const SAID: APIInteractionResponse = {
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { content: 'Said', allowed_mentions: { parse: [] } },
};
const isCallback = ({ path }: { path: string }) => path.endsWith('/callback');
const PONG = { type: InteractionResponseType.Pong } as const;
const UNKNOWN = /^Discord refused a response \(404\): .*Unknown interaction.*10062/;

test('a refusal says what Discord said, and holds no token', async () => {
  await using discord = await startTestDiscord();
  const refused = createCallback(discord.apiUrl)(ticket, PONG);
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
  await expect(createCallback(discord.apiUrl)(ticket, PONG)).rejects.toThrow(UNKNOWN);
});

test('a wait that Discord asks for is kept', async () => {
  const came: number[] = [];
  const server = createServer((_request, response) => {
    came.push(performance.now());
    if (came.length === 1) response.writeHead(429, { 'retry-after': '0.4' }).end();
    else response.writeHead(204).end();
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  await createCallback(`http://127.0.0.1:${port}/api`)(ticket, PONG);
  server.close();
  const [first = 0, second = 0] = came;
  expect(second - first).toBeGreaterThan(390);
});

async function answeredBy(respond: (callback: Callback, ticket: Ticket, discord: TestDiscord) => Promise<void>) {
  const answered = Promise.withResolvers<void>();
  await using s = await stage(async (interaction) => {
    const ticket = { id: interaction.id, token: interaction.token, application: interaction.applicationId };
    answered.resolve(respond(createCallback(s.discord.apiUrl), ticket, s.discord));
  });
  // Looked at here, as both may be done before the stage is taken down.
  const [shown, outcome] = await Promise.allSettled([s.user.slash('ask', { question: 'Who met?' }), answered.promise]);
  return { shown, outcome };
}

test('a response whose connection broke after it took effect has arrived', async () => {
  const { shown, outcome } = await answeredBy(async (callback, ticket, { faults, requests }) => {
    faults.sever('after', { route: /callback$/, times: 1 });
    await callback(ticket, SAID);
    expect(requests.filter(isCallback)).toHaveLength(2);
  });
  expect(outcome).toEqual({ status: 'fulfilled', value: undefined });
  expect(shown).toMatchObject({ value: { kind: 'message' } });
});

test('a second response to one interaction is refused, as it is a fault here', async () => {
  const { outcome } = await answeredBy(async (callback, ticket) => {
    await callback(ticket, SAID);
    await callback(ticket, SAID);
  });
  expect(outcome).toMatchObject({ reason: { message: expect.stringMatching(/\(400\): .*40060/) } });
});

test('what is no answer of Discord’s is told as it stands', async () => {
  const server = createServer((_request, response) => response.writeHead(403).end('<h1>Blocked</h1>')).listen(0);
  const { port } = server.address() as AddressInfo;
  await expect(createCallback(`http://127.0.0.1:${port}/api`)(ticket, PONG)).rejects.toThrow(
    'Discord refused a response (403): <h1>Blocked</h1>',
  );
  server.close();
});
