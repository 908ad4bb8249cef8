import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { TestDiscord } from '../test-discord.ts';

/** An unmodified discord.js, except for the address of the API; it may identify again at once. */
export function createClient(discord: TestDiscord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl, offset: 0 },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...options,
  });
}

/** A client that is logged in and ready, and is destroyed at the end of its scope. */
export async function startClient(
  discord: TestDiscord,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client } & AsyncDisposable> {
  const client = createClient(discord, options);
  const ready = Promise.withResolvers<unknown>();
  client.once(Events.ClientReady, ready.resolve);
  await client.login(discord.token);
  await ready.promise;
  return { client, [Symbol.asyncDispose]: () => client.destroy() };
}

/** Answers every interaction with `answer`; returns its errors, and a promise of the first. */
export function answerWith(
  client: Client,
  answer: (interaction: Interaction) => Promise<unknown>,
): { errors: unknown[]; firstError: Promise<unknown> } {
  const errors: unknown[] = [];
  const first = Promise.withResolvers<unknown>();
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => {
      errors.push(error);
      first.resolve(error);
    });
  });
  return { errors, firstError: first.promise };
}
