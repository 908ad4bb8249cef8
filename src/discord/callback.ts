/**
 * First responses to interactions, sent by undici, the HTTP client inside @discordjs/rest. They fall under no rate limit
 * that would have to be counted, and without the queues that @discordjs/rest has for those, an answer takes a tenth less
 * of the processor. undici waits and tries again where Discord says so or is out of order.
 */
import { DefaultUserAgent } from '@discordjs/rest';
import { type APIInteractionResponse, APIVersion, Routes } from 'discord-api-types/v10';
import { Agent, RetryAgent } from 'undici';
import type { Ticket } from './incoming.ts';

/** As long as @discordjs/rest waits. */
const TIMEOUT_MS = 15_000;
/** The second attempt comes after a tenth of a second, each further one after twice as long. */
const RETRYING = { methods: ['POST' as const], maxRetries: 3, minTimeout: 100 };
/** Characters of a refusal that are logged. */
const SHOWN = 500;
const HEADERS = { 'content-type': 'application/json', 'user-agent': DefaultUserAgent };

/** Sends the first response to an interaction. Rejects where Discord refuses it, or cannot be reached. */
export type Callback = (ticket: Ticket, body: APIInteractionResponse) => Promise<void>;

/** Gives what sends first responses to the Discord at an address. */
export function createCallback(apiUrl: string): Callback {
  const { origin, pathname } = new URL(apiUrl);
  const agent = new RetryAgent(new Agent({ headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS }), RETRYING);
  return async ({ id, token }, response) => {
    // The interaction's token is the authority, so it needs no login.
    const { statusCode, body } = await agent.request({
      origin,
      path: `${pathname}/v${APIVersion}${Routes.interactionCallback(id, token)}`,
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(response),
    });
    if (statusCode < 300) return await body.dump();
    // Discord's own JSON, or whatever stands between it and here has to say.
    throw new Error(`Discord refused a response (${statusCode}): ${(await body.text()).slice(0, SHOWN)}`);
  };
}
