/** The services that answer and post, opened on the store: a running bot without its connections. */
import { randomUUID } from 'node:crypto';
import type { REST } from '@discordjs/rest';
import { commands } from '../../commands/index.ts';
import { createHandler, type Handler } from '../answer/handler.ts';
import { createRateLimit, PER_USER } from '../answer/rate-limit.ts';
import type { Reply } from '../answer/reply.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { countDue } from '../daily/due.ts';
import { createDailyService, DEFAULT_PREFERENCES, type Obstacles } from '../daily/service.ts';
import { type CommandIds, mentionCommands } from '../discord/command-mentions.ts';
import { dailyChannel, dailyRest } from '../discord/daily-channel.ts';
import { obstaclesToPost } from '../discord/permissions.ts';
import { INVALID_TOKEN } from '../discord/reach.ts';
import { createRest, requestingOnce } from '../discord/rest.ts';
import { type Greetings, openGreetings } from '../greeting/loop.ts';
import { type OpenInsights, openInsights } from '../insights/open.ts';
import { BASE_LANGUAGE, messagesIn } from '../messages/messages.ts';
import { createNonces } from '../posting/nonce.ts';
import type { Live } from '../snapshot/live.ts';
import { askSoon, openStore, type Store } from '../store/open.ts';
import { createServerArticles } from '../store/server-articles.ts';
import { createServerLanguage } from '../store/server-language.ts';
import { type OpenDaily, openDaily } from './daily.ts';
import { createForgetServer, type ForgetServer } from './forget-server.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { showsPage } from './page.ts';

export interface CommandNames {
  /** A reply with its commands as clickable mentions, once their ids are known. */
  readonly named: (reply: Reply) => Reply;
  readonly know: (ids: CommandIds) => void;
}

function createCommandNames(): CommandNames {
  let known: CommandIds = new Map();
  return {
    named: (reply) => mentionCommands(reply, known),
    know: (ids) => {
      known = ids;
    },
  };
}

/** Questions tried on the page are kept until the program ends. */
const UNTIL_THE_END = { databaseUrl: 'sqlite::memory:', hashKey: randomUUID() };

export interface Services {
  readonly config: Config;
  readonly live: Live;
  readonly log: Logger;
  readonly rest: REST;
  readonly store: Store;
  readonly handler: Handler;
  /** How replies on Discord name the commands. */
  readonly names: CommandNames;
  readonly insights: OpenInsights;
  readonly forgetServer: ForgetServer;
  /** Undefined without a token to post with. */
  readonly daily: OpenDaily | undefined;
  readonly greetings: Greetings | undefined;
  readonly metrics: Metrics;
  /** Answers on their way to Discord. */
  readonly inFlight: InFlight;
}

/**
 * Opens the store and the services on it; `gatewayReady` is undefined if there is no gateway. `onFatal` is called if
 * Discord refuses the token.
 * @throws {Fatal} if the store cannot be used.
 */
export async function openServices(
  config: Config,
  live: Live,
  log: Logger,
  gatewayReady: () => boolean | undefined,
  onFatal: (reason: string) => void,
): Promise<Services> {
  const { token } = config;
  const settings = showsPage(config) ? { ...config, ...UNTIL_THE_END } : config;
  const store = await openStore(settings.databaseUrl, log);
  const way = { config, log, onInvalidToken: () => onFatal(INVALID_TOKEN) };
  const rest = createRest(way);
  const metrics = createMetrics({
    gatewayReady,
    postsDue: async () =>
      token === undefined ? undefined : askSoon((signal) => countDue(store, Date.now(), signal), log),
  });
  const names = createCommandNames();
  const knowledge = () => live.current().knowledge;
  const obstacles: Obstacles = (guild, channel, preferences) => obstaclesToPost(rest, guild, channel, preferences);
  const missing = async (guild: string, channel: string) => {
    const obstacle = await obstacles(guild, channel, DEFAULT_PREFERENCES);
    return obstacle && 'missing' in obstacle ? obstacle.missing : [];
  };
  const insights = openInsights(settings, store, Date.now, log);
  const serverArticles = createServerArticles(store, Date.now, log);
  const forgetServer = createForgetServer(store, insights, serverArticles, Date.now, log);
  const open = (token: string) => dailyChannel(dailyRest({ ...config, token }, requestingOnce(way)), names.named);
  const channel = token === undefined ? undefined : open(token);
  const daily = channel && openDaily(config, channel, store, knowledge, obstacles, forgetServer, metrics.posted, log);
  // On the page, the daily post can be set and shown, but nothing is posted.
  const tried = showsPage(config) ? createDailyService(store, knowledge, async () => null) : undefined;
  const greetings =
    channel &&
    openGreetings({
      ...{ store, channel, missing, log },
      languages: () => live.current().languages,
      owner: randomUUID(),
      nonces: createNonces(() => performance.now()),
      now: Date.now,
      random: Math.random,
    });
  const elapsed = () => performance.now();
  const handler = createHandler({
    commands,
    current: live.current,
    daily: daily?.service ?? tried,
    records: insights.records,
    serverArticles,
    serverLanguage: createServerLanguage(store, knowledge, log),
    replied: metrics.replied,
    mayAsk: createRateLimit({ ...PER_USER.answers, times: config.answersPerUser }, elapsed),
    mayComplete: createRateLimit(PER_USER.choices, elapsed),
    log,
    now: Date.now,
  });
  // `Intl` needs tens of milliseconds for its first date, which the first response cannot spare.
  messagesIn(BASE_LANGUAGE).say('answer.sources.asOf', { date: new Date() });
  const inFlight = createInFlight((err) =>
    log.warn({ err }, 'an answer could not be delivered, or other background work failed'),
  );
  const parts = { handler, names, forgetServer, insights, daily, greetings, metrics, inFlight };
  return { config, live, log, rest, store, ...parts };
}
