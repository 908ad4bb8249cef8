import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InteractionResponseType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { createCallback } from '../../src/discord/callback.ts';
import { startTestDiscord } from '../support/discord/start.ts';
import type { TestDiscord } from '../support/discord/test-discord.ts';

const ticket = { id: '1234567890123456789', token: 'a-secret-token', application: '1' };
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

test('what is no answer of Discord’s is told as it stands', async () => {
  const server = createServer((_request, response) => response.writeHead(403).end('<h1>Blocked</h1>')).listen(0);
  const { port } = server.address() as AddressInfo;
  await expect(createCallback(`http://127.0.0.1:${port}/api`)(ticket, PONG)).rejects.toThrow(
    'Discord refused a response (403): <h1>Blocked</h1>',
  );
  server.close();
});
