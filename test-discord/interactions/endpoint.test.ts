import { createPublicKey, verify } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { PATIENT } from '../patient.ts';
import { startTestDiscord } from '../start.ts';

/** The bytes before the 32 bytes of an Ed25519 key in SPKI form (RFC 8410). */
const SPKI_PREFIX = '302a300506032b6570032100';

let server: ServerType | undefined;
afterEach(() => void server?.close());

const isSigned = (publicKey: string, body: string, header: (name: string) => string | undefined) =>
  verify(
    null,
    Buffer.from(header('x-signature-timestamp') + body),
    createPublicKey({ key: Buffer.from(SPKI_PREFIX + publicKey, 'hex'), format: 'der', type: 'spki' }),
    Buffer.from(header('x-signature-ed25519') ?? '', 'hex'),
  );

/** An endpoint that answers commands with `answer`; `checks` says whether it verifies signatures. */
function startEndpoint(
  publicKey: string,
  answer: (interaction: { type: number }) => [object, number],
  checks = true,
): Promise<string> {
  const app = new Hono();
  app.post('/', async (context) => {
    const body = await context.req.text();
    if (checks && !isSigned(publicKey, body, (name) => context.req.header(name)))
      return context.text('bad signature', 401);
    const interaction = JSON.parse(body);
    if (interaction.type === 1) return context.json({ type: 1 });
    const [response, status] = answer(interaction);
    return Response.json(response, { status });
  });
  const { promise, resolve } = Promise.withResolvers<string>();
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
    resolve(`http://127.0.0.1:${port}/`),
  );
  return promise;
}

const ASK = { name: 'ask', description: 'Ask' };

test('interactions go to an endpoint, signed, and its answer is the response', async () => {
  await using discord = await startTestDiscord(PATIENT);
  discord.register([ASK]);
  const answer = { type: 4, data: { content: 'By post', allowed_mentions: { parse: [] } } };
  await discord.setEndpoint(await startEndpoint(discord.publicKey, () => [answer, 200]));
  const shown = await discord.user({ guild: discord.guilds[0]?.id ?? '' }).slash('ask');
  expect(shown).toMatchObject({ kind: 'message', message: { content: 'By post' } });
  expect(discord.rejections).toEqual([]);
});

test('an endpoint that does not look at signatures is not taken', async () => {
  await using discord = await startTestDiscord(PATIENT);
  const url = await startEndpoint(discord.publicKey, () => [{}, 200], false);
  await expect(discord.setEndpoint(url)).rejects.toThrow('must answer 401');
});

test('an answer that breaks a limit is refused as over the API', async () => {
  await using discord = await startTestDiscord(PATIENT);
  discord.register([ASK]);
  const answer = { type: 4, data: { content: 'x'.repeat(2001) } };
  await discord.setEndpoint(await startEndpoint(discord.publicKey, () => [answer, 200]));
  void discord.user().slash('ask');
  await discord.until(() => discord.rejections.length > 0);
  expect(discord.rejections).toMatchObject([{ status: 400, error: { code: 50035 } }]);
  expect(discord.messagesWithoutAllowedMentions).toHaveLength(1);
});

test('an endpoint that fails is noted', async () => {
  await using discord = await startTestDiscord(PATIENT);
  discord.register([ASK]);
  await discord.setEndpoint(await startEndpoint(discord.publicKey, () => [{ error: 'oops' }, 500]));
  void discord.user().slash('ask');
  await discord.until(() => discord.rejections.length > 0);
  expect(discord.rejections).toMatchObject([{ status: 500 }]);
});
