/** A request to Discord, tried again while that may help and can do no harm. */
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from '@discordjs/rest';
import { Agent, type Dispatcher, Headers, RetryAgent, type RetryHandler } from 'undici';
import { limits } from './limits.ts';
import { unlessDone } from './refusal.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Init = Parameters<MakeRequest>[1];

/** Before the second attempt; each further pause is twice as long. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/** Faults of the network after which no request can have left. */
const BEFORE_SENDING = ['EAI_AGAIN', 'ENOTFOUND', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'];
const PASSING_FAULTS = [
  ...BEFORE_SENDING,
  ...['ECONNRESET', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'EHOSTUNREACH', 'EPIPE', 'ETIMEDOUT'],
  ...['UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'],
];
/** A rate limit is not among them: REST itself waits those out, as it knows which requests one is for. */
const PASSING_STATUSES = Array.from({ length: 100 }, (_, index) => 500 + index);

/** Requests of one kind, by what they are worth. */
interface Kind {
  /** How long one is of use. */
  readonly patienceMs: number;
  /** Whether a second one does nothing that the first has not done. */
  readonly isRepeatable: boolean;
  readonly agent: Dispatcher;
}

const timeouts = (ms: number) => ({ headersTimeout: ms, bodyTimeout: ms });

/** A first response has 3 seconds in all, so an attempt gives up while there is time for another. */
const hurried = new Agent({ ...timeouts(1000), connect: { timeout: 1500 } });
const unhurried = new Agent(timeouts(15_000));

const FIRST_RESPONSE: Kind = { patienceMs: limits.interaction.firstResponseMs, isRepeatable: true, agent: hurried };
const LATER: Kind = { patienceMs: limits.interaction.tokenMs, isRepeatable: true, agent: unhurried };
/** Unlike messages in a channel, these take no nonce. */
const FOLLOW_UP: Kind = { ...LATER, isRepeatable: false };
/** After a minute nobody waits for a reply to a message; whoever asks for anything else then decides anew. */
const OTHER: Kind = { patienceMs: 60_000, isRepeatable: true, agent: unhurried };

function kindOf(url: string, method = 'GET'): Kind {
  if (url.includes('/interactions/')) return FIRST_RESPONSE;
  if (!url.includes('/webhooks/')) return OTHER;
  return method.toUpperCase() === 'POST' ? FOLLOW_UP : LATER;
}

/** For how many milliseconds a request is of use. */
export const patienceFor = (url: string): number => kindOf(url).patienceMs;

/** What undici tells of a failed attempt: a fault of the connection, or an answer's status and headers. */
interface Failure extends NodeJS.ErrnoException {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

function mayPass({ code, statusCode }: Failure): boolean {
  return statusCode === undefined ? PASSING_FAULTS.includes(code ?? '') : PASSING_STATUSES.includes(statusCode);
}

/** As long as Discord says, or else ever longer, and never as long as everybody else who waits for the same. */
function pauseBefore(attempt: number, { headers }: Failure): number {
  const seconds = Number(headers?.['retry-after']);
  if (seconds > 0) return seconds * 1000;
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return longest * (0.5 + Math.random() / 2);
}

/** Files are put into bytes once, as undici can send a form only the first time. */
async function repeatable(init: Init): Promise<Init> {
  if (!(init.body instanceof globalThis.FormData)) return init;
  const encoded = new globalThis.Response(init.body);
  const headers = new Headers(init.headers);
  headers.set('content-type', encoded.headers.get('content-type') ?? '');
  return { ...init, headers, body: new Uint8Array(await encoded.arrayBuffer()) };
}

/** Makes requests, each as often as may help; `onTrouble` is told of every attempt that fails and is followed by another. */
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
