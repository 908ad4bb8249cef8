/** The running bot: its parts put together, and ended in good order. */
import { randomUUID } from 'node:crypto';
import { REST } from '@discordjs/rest';
import { commands } from '../../commands/index.ts';
import { createHandler } from '../answer/handler.ts';
import { createRateLimit, PER_USER } from '../answer/rate-limit.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { countDue } from '../daily/ledger.ts';
import { createCallback } from '../discord/callback.ts';
import { sendLater } from '../discord/deliver.ts';
import type { Gateway } from '../discord/gateway.ts';
import { missingToPost } from '../discord/permissions.ts';
import { registerOrSay, serveGateway } from '../discord/serve.ts';
import type { Checks } from '../http/app.ts';
import type { Interactions } from '../http/interactions.ts';
import { openInsights } from '../insights/open.ts';
import type { Live } from '../snapshot/live.ts';
import { forgetServer } from '../store/forget.ts';
import { askSoon, isReachable, openStore } from '../store/open.ts';
import { openDaily } from './daily.ts';
import { openHttp, showsPage } from './http.ts';
import { createInFlight } from './in-flight.ts';
import { createMetrics } from './metrics.ts';

/** Whoever ends the process gives it 5 seconds; the rest is for exiting. */
const LAST_ANSWERS_MS = 4000;
/** What was asked is written down after the answers, and then the store is closed. */
const LAST_WRITES_MS = 500;

/** Discord's REST with a client of our own, which outlives the gateway's, so that the last answers get out. */
export function createRest({ apiUrl, token }: Pick<Config, 'apiUrl' | 'token'>): REST {
  const rest = new REST({ api: apiUrl });
  return token === undefined ? rest : rest.setToken(token);
}

export interface Bot {
  /** Settles when the gateway is being connected to and the commands are registered, or not; at once without a token. */
  readonly connected: Promise<void>;
  /** The port that HTTP is served on. */
  readonly port: number;
  /** Takes nothing more, finishes what is being answered within 5 seconds, and resolves. */
  readonly stop: () => Promise<void>;
}

/** What is tried on the page is kept until the program ends. */
const UNTIL_THE_END = { databaseUrl: 'sqlite::memory:', hashKey: randomUUID() };

/**
 * Serves HTTP, and where there is a token begins to register, and to connect to the gateway unless that is off.
 * `onFatal` is told where Discord later ends the connection for good.
 * @throws {Fatal} where the HTTP server cannot listen or the store cannot be used; `connected` rejects with one where
 * Discord refuses the token.
 */
export async function startBot(
  config: Config,
  live: Live,
  log: Logger,
  onFatal: (reason: string) => void,
): Promise<Bot> {
  let gateway: Gateway | undefined;
  const abort = new AbortController();
  const inFlight = createInFlight((err) => log.warn({ err }, 'an answer did not arrive'));
  const closing = createInFlight((err) => log.warn({ err }, 'the store was not closed'));
  const mayAsk = createRateLimit({ ...PER_USER.answers, times: config.answersPerUser });
  const mayComplete = createRateLimit(PER_USER.choices);
  const rest = createRest(config);
  const { token } = config;
  const onGateway = token !== undefined && config.usesGateway;
  const isConnected = () => gateway?.isReady() ?? false;
  const missing = (guild: string, channel: string) => missingToPost(rest, guild, channel);
  const knowledge = () => live.current().knowledge;
  const settings = showsPage(config) ? { ...config, ...UNTIL_THE_END } : config;
  const store = await openStore(settings.databaseUrl, log);
  const metrics = createMetrics({
    gatewayReady: () => (onGateway ? isConnected() : undefined),
    postsDue: async () =>
      token === undefined ? undefined : askSoon((signal) => countDue(store, Date.now(), signal), log),
  });
  const daily =
    token === undefined ? undefined : openDaily({ ...config, token }, store, knowledge, missing, metrics.posted, log);
  const insights = openInsights(settings, store, Date.now, log);
  const handler = createHandler({
    commands,
    current: live.current,
    daily: daily?.service,
    records: insights.records,
    replied: metrics.replied,
    mayAsk,
    mayComplete,
    log,
    now: Date.now,
  });

  const checks: Checks = {
    knowledge: () => live.current().knowledge.entries.size > 0,
    database: () => isReachable(store, log),
    ...(onGateway && { gateway: isConnected }),
  };
  const onLater: Interactions['onLater'] = (reference, later) => inFlight.track(sendLater(rest, reference, later));
  const server = await openHttp({
    config,
    handler,
    current: live.current,
    checks,
    metrics: metrics.text,
    onLater,
    log,
  });

  const forget = async (guild: string) => {
    // What was asked there a moment ago is not to be written after it.
    await insights.settled();
    await forgetServer(store, guild);
    log.info({ guild }, 'a server that has removed the bot is forgotten');
  };
  const connect = async (token: string) => {
    const service = {
      config: { ...config, token },
      commands,
      rest,
      callback: createCallback(config.apiUrl),
      handler,
      track: inFlight.track,
      log,
      signal: abort.signal,
      onRemoved: (guild: string) => inFlight.track(forget(guild)),
      onFatal,
    };
    if (onGateway) gateway = await serveGateway(service);
    await registerOrSay(service);
  };
  return {
    port: server.port,
    connected: token === undefined ? Promise.resolve() : connect(token),
    stop: async () => {
      abort.abort();
      inFlight.track(Promise.all([gateway?.close(), server.close(), daily?.stop()]));
      const left = await inFlight.drained(LAST_ANSWERS_MS);
      closing.track(insights.stop().then(() => store.destroy()));
      await closing.drained(LAST_WRITES_MS);
      log.info({ unfinished: left }, 'stopped');
    },
  };
}
