/** The running bot: its services, its HTTP server and its connection to Discord, with an orderly shutdown. */
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import type { Listening } from '../http/listen.ts';
import type { Live } from '../snapshot/live.ts';
import { type Connection, openConnection, usesGateway } from './gateway.ts';
import { openHttp } from './http.ts';
import { createInFlight } from './in-flight.ts';
import { openServices, type Services } from './services.ts';

/** The process has 5 seconds to end; the remaining second is for exiting. */
const LAST_ANSWERS_MS = 4000;
/** Questions are recorded after the answers, and then the store is closed. */
const LAST_WRITES_MS = 500;

export interface Bot extends Pick<Connection, 'connected'> {
  /** The port of the HTTP server. */
  readonly port: number;
  /** Accepts no more requests, finishes those under way within 5 seconds, and resolves. */
  readonly stop: () => Promise<void>;
}

async function stop(
  { insights, store, daily, greetings, inFlight, log }: Services,
  server: Listening,
  connection: Connection,
) {
  inFlight.track(Promise.all([connection.close(), server.close(), daily?.stop(), greetings?.stop()]));
  const left = await inFlight.drained(LAST_ANSWERS_MS);
  const closing = createInFlight((err) =>
    log.warn({ err }, 'the last questions could not be recorded, or the database not closed; stopping anyway'),
  );
  closing.track(insights.stop().then(() => store.destroy()));
  await closing.drained(LAST_WRITES_MS);
  log.info({ unfinished: left }, 'stopped');
}

/**
 * Serves HTTP. With a token, it starts to register the commands, and to connect to the gateway unless that is off.
 * `knowledge` is the folder of the knowledge's files. `onFatal` is called if Discord later refuses the token, or ends
 * the connection for good.
 * @throws {Fatal} if the HTTP server cannot listen or the store cannot be used; `connected` rejects with one if Discord
 * refuses the token.
 */
export async function startBot(
  config: Config,
  knowledge: string,
  live: Live,
  log: Logger,
  onFatal: (reason: string) => void,
): Promise<Bot> {
  let connection: Connection | undefined;
  const gatewayReady = () => (connection ? connection.isReady() : usesGateway(config) ? false : undefined);
  const services = await openServices(config, live, log, gatewayReady, onFatal);
  const server = await openHttp(services, knowledge, gatewayReady);
  connection = openConnection(services, onFatal);
  const { connected } = connection;
  return { port: server.port, connected, stop: () => stop(services, server, connection) };
}
