/**
 * First responses to interactions, sent by undici, the HTTP client inside @discordjs/rest. They fall under no rate limit
 * that would have to be counted, and without the queues that @discordjs/rest has for those, an answer takes a tenth less
 * of the processor. undici waits and tries again where Discord says so or is out of order.
 */
import { StringDecoder } from 'node:string_decoder';
import { DefaultUserAgent } from '@discordjs/rest';
import { type APIInteractionResponse, APIVersion, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { type Dispatcher, Pool, RetryAgent } from 'undici';
import type { Ticket } from './incoming.ts';

/** As long as @discordjs/rest waits. */
const TIMEOUT_MS = 15_000;
/** The second attempt comes after a tenth of a second, each further one after twice as long. */
const RETRYING = { methods: ['POST' as const], maxRetries: 3, minTimeout: 100 };
/** Characters of a refusal that are logged. */
const SHOWN = 500;
const ACKNOWLEDGED = new RegExp(`"code":\\s*${RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged}\\b`);
const HEADERS = { 'content-type': 'application/json', 'user-agent': DefaultUserAgent };

/** Sends the first response to an interaction. Rejects where Discord refuses it, or cannot be reached. */
export type Callback = (ticket: Ticket, body: APIInteractionResponse) => Promise<void>;

/** What came of a request: the answer's status, the beginning of its text, and how many times it was sent. */
interface Outcome {
  readonly status: number;
  readonly text: string;
  readonly attempts: number;
}

/**
 * Sends a request. With a handler of its own, as the streams that undici makes of bodies take a twentieth of an answer's
 * time, and nearly all bodies here are empty.
 */
function send(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let [status, text, attempts] = [0, '', 0];
    const decoder = new StringDecoder();
    dispatcher.dispatch(request, {
      onConnect: () => undefined,
      onBodySent() {
        attempts++;
      },
      onHeaders(code) {
        status = code;
        return true;
      },
      onData(chunk) {
        if (text.length < SHOWN) text += decoder.write(chunk);
        return true;
      },
      onComplete: () => resolve({ status, text: text.slice(0, SHOWN), attempts }),
      onError: reject,
    });
  });
}

/** Whether an earlier attempt took effect, and its connection broke before Discord could say so. */
const hadArrived = ({ text, attempts }: Outcome) => attempts > 1 && ACKNOWLEDGED.test(text);

/** Gives what sends first responses to the Discord at an address. */
export function createCallback(apiUrl: string): Callback {
  const { origin, pathname } = new URL(apiUrl);
  const pool = new Pool(origin, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  const dispatcher = new RetryAgent(pool, RETRYING);
  return async ({ id, token }, response) => {
    // The interaction's token is the authority, so it needs no login.
    const outcome = await send(dispatcher, {
      path: `${pathname}/v${APIVersion}${Routes.interactionCallback(id, token)}`,
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(response),
    });
    const { status, text } = outcome;
    // Discord's own JSON, or whatever stands between it and here has to say.
    if (status >= 300 && !hadArrived(outcome)) throw new Error(`Discord refused a response (${status}): ${text}`);
  };
}
