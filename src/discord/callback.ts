/**
 * First responses to interactions, sent by undici, the HTTP client inside @discordjs/rest. They fall under no rate limit
 * that would have to be counted, and without the queues that @discordjs/rest has for those, an answer takes a tenth less
 * of the processor. Nor does undici's own RetryAgent stand in between, which takes a thirtieth where nothing is tried again.
 */
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultUserAgent } from '@discordjs/rest';
import { type APIInteractionResponse, APIVersion, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { type Dispatcher, Pool, util } from 'undici';
import type { InteractionReference } from './incoming.ts';
import { limits } from './limits.ts';

/** As long as @discordjs/rest waits. */
const TIMEOUT_MS = 15_000;
const ATTEMPTS = 4;
/** Before the second attempt, where Discord does not say how long; each further wait is twice as long. */
const PAUSE_MS = 100;
/** What may have passed by the next attempt, of statuses and of a connection's faults: as for undici's RetryAgent. */
const PASSING_STATUSES = [429, 500, 502, 503, 504];
const PASSING_FAULTS = [
  ...['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'EHOSTUNREACH', 'EPIPE'],
  'UND_ERR_SOCKET',
];
/** Characters of a refusal that are logged. */
const SHOWN = 500;
const ACKNOWLEDGED = new RegExp(`"code":\\s*${RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged}\\b`);
const HEADERS = { 'content-type': 'application/json', 'user-agent': DefaultUserAgent };

/** Sends the first response to an interaction. Rejects where Discord refuses it, or cannot be reached. */
export type Callback = (reference: InteractionReference, body: APIInteractionResponse) => Promise<void>;

/** What came of an attempt. */
interface Outcome {
  /** The answer's status; none where the connection failed, with `fault`. */
  readonly status?: number;
  readonly fault?: NodeJS.ErrnoException;
  /** The beginning of the answer's text; empty for a status that may pass, as that is not waited for. */
  readonly text: string;
  /** Whether all of the request had gone out. */
  readonly sent: boolean;
  /** How long Discord says to wait before the next, in milliseconds. */
  readonly pauseMs?: number | undefined;
}

/** `Retry-After`, which is in seconds, in milliseconds. */
function pauseOf(headers: Buffer[]): number | undefined {
  const seconds = Number(util.parseHeaders(headers)['retry-after']);
  return seconds > 0 ? seconds * 1000 : undefined;
}

/**
 * Sends a request. With a handler of its own, as the streams that undici makes of bodies take a twentieth of an answer's
 * time, and nearly all bodies here are empty.
 */
function send(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    let [status, text, sent] = [0, '', false];
    let decoder: StringDecoder | undefined;
    dispatcher.dispatch(request, {
      onConnect: () => undefined,
      onBodySent() {
        sent = true;
      },
      onHeaders(code, headers) {
        status = code;
        if (PASSING_STATUSES.includes(code)) resolve({ status, text, sent, pauseMs: pauseOf(headers) });
        return true;
      },
      onData(chunk) {
        decoder ??= new StringDecoder();
        if (text.length < SHOWN) text += decoder.write(chunk);
        return true;
      },
      onComplete: () => resolve({ status, text: text.slice(0, SHOWN), sent }),
      onError: (fault) => resolve({ fault, text: '', sent }),
    });
  });
}

/** Whether another attempt may do better, while there is time for a first response. */
function mayPass({ status, fault, pauseMs = 0 }: Outcome): boolean {
  const passes = fault ? PASSING_FAULTS.includes(fault.code ?? '') : PASSING_STATUSES.includes(status ?? 0);
  return passes && pauseMs < limits.interaction.firstResponseMs;
}

/** Gives what sends first responses to the Discord at an address. */
export function createCallback(apiUrl: string): Callback {
  const { origin, pathname } = new URL(apiUrl);
  const pool = new Pool(origin, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  return async ({ id, token }, response) => {
    // The interaction's token is the authority, so it needs no login.
    const request: Dispatcher.DispatchOptions = {
      path: `${pathname}/v${APIVersion}${Routes.interactionCallback(id, token)}`,
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(response),
    };
    let sentBefore = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await send(pool, request);
      const { status = 0, fault, text, sent, pauseMs = PAUSE_MS * 2 ** (attempt - 1) } = outcome;
      // An earlier attempt took effect, and its connection broke before Discord could say so.
      const hadArrived = sentBefore && ACKNOWLEDGED.test(text);
      if ((status >= 200 && status < 300) || hadArrived) return;
      // Discord's own JSON, or whatever stands between it and here has to say.
      if (attempt === ATTEMPTS || !mayPass(outcome)) {
        throw fault ?? new Error(`Discord refused a response (${status})${text && `: ${text}`}`);
      }
      sentBefore ||= sent;
      await wait(pauseMs);
    }
  };
}
