/** What answers and posts, opened over the store: everything of a running bot but its connections. */
import { randomUUID } from 'node:crypto';
import type { REST } from '@discordjs/rest';
import { commands } from '../../commands/index.ts';
import { createHandler, type Handler } from '../answer/handler.ts';
import { createRateLimit, PER_USER } from '../answer/rate-limit.ts';
import type { Reply } from '../answer/reply.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { countDue } from '../daily/due.ts';
import { type CommandIds, mentionCommands } from '../discord/command-mentions.ts';
import { dailyChannel, dailyRest } from '../discord/daily-channel.ts';
import { missingToPost } from '../discord/permissions.ts';
import { INVALID_TOKEN } from '../discord/reach.ts';
import { createRest, requestingOnce } from '../discord/rest.ts';
import { type OpenInsights, openInsights } from '../insights/open.ts';
import type { Live } from '../snapshot/live.ts';
import { askSoon, openStore, type Store } from '../store/open.ts';
import { type OpenDaily, openDaily } from './daily.ts';
import { createInFlight, type InFlight } from './in-flight.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { showsPage } from './page.ts';

export interface CommandNames {
  /** A reply with its commands to be pressed, once their ids are known. */
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

/** What is tried on the page is kept until the program ends. */
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
  /** Only if there is a token to post with. */
  readonly daily: OpenDaily | undefined;
  readonly metrics: Metrics;
  /** Answers on their way to Discord. */
  readonly inFlight: InFlight;
}

/**
 * Opens the store and what stands on it; `gatewayReady` is undefined while there is no gateway to speak of. `onFatal` is
 * told if Discord refuses the token.
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
  const missing = (guild: string, channel: string) => missingToPost(rest, guild, channel);
  const open = (token: string) => {
    const channel = dailyChannel(dailyRest({ ...config, token }, requestingOnce(way)), names.named);
    return openDaily(config, channel, store, knowledge, missing, metrics.posted, log);
  };
  const daily = token === undefined ? undefined : open(token);
  const insights = openInsights(settings, store, Date.now, log);
  const elapsed = () => performance.now();
  const handler = createHandler({
    commands,
    current: live.current,
    daily: daily?.service,
    records: insights.records,
    replied: metrics.replied,
    mayAsk: createRateLimit({ ...PER_USER.answers, times: config.answersPerUser }, elapsed),
    mayComplete: createRateLimit(PER_USER.choices, elapsed),
    log,
    now: Date.now,
  });
  const inFlight = createInFlight((err) => log.warn({ err }, 'an answer did not arrive'));
  return { config, live, log, rest, store, handler, names, insights, daily, metrics, inFlight };
}
