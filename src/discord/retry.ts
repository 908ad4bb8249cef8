/** Retries requests to Discord while that may help and can do no harm. */
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from '@discordjs/rest';
import { Agent, type Dispatcher, Headers, RetryAgent, type RetryHandler } from 'undici';
import { limits } from './limits.ts';
import { unlessDone } from './refusal.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Init = Parameters<MakeRequest>[1];

/** The pause before the second attempt; each further one is twice as long. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** Network errors after which the request cannot have been sent. */
const BEFORE_SENDING = ['EAI_AGAIN', 'ENOTFOUND', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'];
const PASSING_FAULTS = [
  ...BEFORE_SENDING,
  ...['ECONNRESET', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'EHOSTUNREACH', 'EPIPE', 'ETIMEDOUT'],
  ...['UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'],
];
/** A rate limit is not among them: REST itself waits for those, because it knows which requests they apply to. */
const PASSING_STATUSES = Array.from({ length: 100 }, (_, index) => 500 + index);

/** A kind of request, by how it may be retried. */
interface Kind {
  /** How long the request is useful. */
  readonly patienceMs: number;
  /** Whether the request is idempotent. */
  readonly isRepeatable: boolean;
  readonly agent: Dispatcher;
}

const timeouts = (ms: number) => ({ headersTimeout: ms, bodyTimeout: ms });

/** A first response has 3 seconds in all, so an attempt times out while there is time for another. */
const hurried = new Agent({ ...timeouts(1000), connect: { timeout: 1500 } });
const unhurried = new Agent(timeouts(15_000));

const FIRST_RESPONSE: Kind = { patienceMs: limits.interaction.firstResponseMs, isRepeatable: true, agent: hurried };
const LATER: Kind = { patienceMs: limits.interaction.tokenMs, isRepeatable: true, agent: unhurried };
/** Unlike messages in a channel, these take no nonce. */
const FOLLOW_UP: Kind = { ...LATER, isRepeatable: false };
/** After a minute nobody waits for a reply to a message; for any other request, the caller can decide again. */
const OTHER: Kind = { patienceMs: 60_000, isRepeatable: true, agent: unhurried };

function kindOf(url: string, method = 'GET'): Kind {
  if (url.includes('/interactions/')) return FIRST_RESPONSE;
  if (!url.includes('/webhooks/')) return OTHER;
  return method.toUpperCase() === 'POST' ? FOLLOW_UP : LATER;
}

/** For how many milliseconds a request is useful. */
export const patienceFor = (url: string): number => kindOf(url).patienceMs;

/** What undici reports about a failed attempt: a connection error, or a response's status and headers. */
interface Failure extends NodeJS.ErrnoException {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

function mayPass({ code, statusCode }: Failure): boolean {
  return statusCode === undefined ? PASSING_FAULTS.includes(code ?? '') : PASSING_STATUSES.includes(statusCode);
}

/** As long as Discord says, or else exponential backoff; with jitter, so that clients do not retry together. */
function pauseBefore(attempt: number, { headers }: Failure): number {
  const seconds = Number(headers?.['retry-after']);
  if (seconds > 0) return seconds * 1000;
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return longest * (0.5 + Math.random() / 2);
}

/** Serialises a form with files to bytes, because undici can send a form only once. */
async function repeatable(init: Init): Promise<Init> {
  if (!(init.body instanceof globalThis.FormData)) return init;
  const encoded = new globalThis.Response(init.body);
  const headers = new Headers(init.headers);
  headers.set('content-type', encoded.headers.get('content-type') ?? '');
  return { ...init, headers, body: new Uint8Array(await encoded.arrayBuffer()) };
}

/** Makes requests and retries them as often as may help; `onTrouble` is called for each failure that is retried. */
export function retrying(onTrouble: (error: Error) => void): MakeRequest {
  return async (url, init) => {
    const { patienceMs, isRepeatable, agent } = kindOf(url, init.method);
    const until = Date.now() + patienceMs;
    let mayHaveArrived = false;
    const retry: RetryHandler.RetryCallback = (error: Failure, { state }, proceed) => {
      mayHaveArrived ||= !BEFORE_SENDING.includes(error.code ?? '');
      const pauseMs = pauseBefore(state.counter, error);
      const isWorthIt = mayPass(error) && (isRepeatable || !mayHaveArrived) && Date.now() + pauseMs < until;
      if (!isWorthIt) return proceed(error);
      onTrouble(error);
      wait(pauseMs, undefined, { signal: init.signal ?? undefined }).then(
        () => proceed(),
        () => proceed(error),
      );
    };
    const dispatcher = new RetryAgent(agent, { retry, statusCodes: PASSING_STATUSES });
    const response = await DefaultRestOptions.makeRequest(url, { ...(await repeatable(init)), dispatcher });
    return mayHaveArrived ? await unlessDone(response, init.method ?? 'GET') : response;
  };
}
