/**
 * First responses to interactions, sent by undici, the HTTP client inside @discordjs/rest. They fall under no rate limit
 * that would have to be counted, and without the queues that @discordjs/rest has for those, an answer takes a tenth less
 * of the processor.
 */
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultUserAgent } from '@discordjs/rest';
import { type APIInteractionResponse, APIVersion, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { type Dispatcher, Pool, RetryAgent, util } from 'undici';
import type { Ticket } from './incoming.ts';

/** As long as @discordjs/rest waits. */
const TIMEOUT_MS = 15_000;
/** Before the second attempt, where Discord does not say how long. */
const PAUSE_MS = 100;
/** The third attempt comes after another tenth of a second, the last after twice as long. */
const RETRYING = {
  methods: ['POST' as const],
  maxRetries: 2,
  minTimeout: PAUSE_MS,
  statusCodes: [429, 500, 502, 503, 504],
};
/** Characters of a refusal that are logged. */
const SHOWN = 500;
const ACKNOWLEDGED = new RegExp(`"code":\\s*${RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged}\\b`);
const HEADERS = { 'content-type': 'application/json', 'user-agent': DefaultUserAgent };

/** Sends the first response to an interaction. Rejects where Discord refuses it, or cannot be reached. */
export type Callback = (ticket: Ticket, body: APIInteractionResponse) => Promise<void>;

/** What came of a request: the answer's status, the beginning of its text, and how long to wait before another. */
interface Outcome {
  readonly status: number;
  readonly text: string;
  readonly pauseMs: number;
}

const mayPass = (status: number) => RETRYING.statusCodes.includes(status);

/** The wait that Discord asks for in seconds, in milliseconds. */
function pauseOf(headers: Buffer[]): number {
  const seconds = Number(util.parseHeaders(headers)['retry-after']);
  return seconds > 0 ? Math.min(seconds * 1000, TIMEOUT_MS) : PAUSE_MS;
}

/**
 * Sends a request. With a handler of its own, as the streams that undici makes of bodies take a twentieth of an answer's
 * time, and nearly all bodies here are empty.
 */
function send(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let [status, text, pauseMs] = [0, '', PAUSE_MS];
    let decoder: StringDecoder | undefined;
    dispatcher.dispatch(request, {
      onConnect: () => undefined,
      onHeaders(code, headers) {
        status = code;
        if (mayPass(code)) pauseMs = pauseOf(headers);
        return true;
      },
      onData(chunk) {
        decoder ??= new StringDecoder();
        if (text.length < SHOWN) text += decoder.write(chunk);
        return true;
      },
      onComplete: () => resolve({ status, text: text.slice(0, SHOWN), pauseMs }),
      onError: reject,
    });
  });
}

/** Gives what sends first responses to the Discord at an address. */
export function createCallback(apiUrl: string): Callback {
  const { origin, pathname } = new URL(apiUrl);
  const pool = new Pool(origin, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  // For what comes after a first attempt: a handler that is ready to try again takes a thirtieth of an answer’s time.
  const retrying = new RetryAgent(pool, RETRYING);
  return async ({ id, token }, response) => {
    // The interaction's token is the authority, so it needs no login.
    const request: Dispatcher.DispatchOptions = {
      path: `${pathname}/v${APIVersion}${Routes.interactionCallback(id, token)}`,
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(response),
    };
    // What breaks the first attempt breaks the others too, or has passed.
    const first = await send(pool, request).catch(() => null);
    if (first && first.status < 300) return;
    const isLast = first && !mayPass(first.status);
    if (!isLast) await wait(first?.pauseMs ?? PAUSE_MS);
    const { status, text } = isLast ? first : await send(retrying, request);
    // An earlier attempt took effect, and its connection broke before Discord could say so.
    const hadArrived = !isLast && ACKNOWLEDGED.test(text);
    // Discord's own JSON, or whatever stands between it and here has to say.
    if (status >= 300 && !hadArrived) throw new Error(`Discord refused a response (${status}): ${text}`);
  };
}
