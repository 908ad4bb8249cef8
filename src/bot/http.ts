/** The HTTP side of the bot: health and metrics always, Discord's endpoint and the local page where they belong. */
import { commands } from '../../commands/index.ts';
import type { Handler } from '../answer/handler.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { respond } from '../discord/respond.ts';
import { createApp, type Routes } from '../http/app.ts';
import type { Interactions } from '../http/interactions.ts';
import { type Listening, listen } from '../http/listen.ts';
import { publicKeyOf } from '../http/signature.ts';
import { isLoopback } from '../page/only-from-here.ts';
import type { Live } from '../snapshot/live.ts';

/** A bot that is not on Discord yet can be tried on a page. One with a public key stands behind a proxy, open to all. */
export const showsPage = ({ token, publicKey, host }: Pick<Config, 'token' | 'publicKey' | 'host'>): boolean =>
  token === undefined && publicKey === undefined && isLoopback(host);

/** A further shard process on this machine takes the next port. */
const portOf = ({ port, ownShards }: Config) => (port === 0 ? 0 : port + (ownShards?.ids[0] ?? 0));

export interface HttpServices
  extends Pick<Routes, 'checks' | 'metrics'>,
    Pick<Interactions, 'onLater'>,
    Pick<Live, 'current'> {
  readonly config: Config;
  readonly handler: Handler;
  readonly log: Logger;
}

/** @throws {Fatal} where it cannot listen. */
export async function openHttp({
  config,
  handler,
  current,
  checks,
  metrics,
  onLater,
  log,
}: HttpServices): Promise<Listening> {
  const { publicKey, host } = config;
  const interactions = (hex: string): Interactions => ({
    publicKey: publicKeyOf(hex),
    now: Date.now,
    respond: (incoming) => respond(incoming, handler),
    onLater,
    onMalformed: (err) => log.warn({ err }, 'signed by Discord, but no interaction'),
  });
  const app = createApp({
    checks,
    metrics,
    ...(publicKey !== undefined && { interactions: interactions(publicKey) }),
    onError: (err) => log.error({ err }, 'an HTTP request failed'),
  });
  if (showsPage(config)) {
    // Loaded only where it is shown, as it brings a bundler along.
    const { createPage } = await import('../page/page.ts');
    const onMalformed = (err: unknown) => log.warn({ err }, 'the page sent no interaction');
    app.route('/', await createPage({ commands, handler, current, onMalformed }));
  }
  const server = await listen(app, host, portOf(config));
  log.info({ host, port: server.port, interactions: publicKey !== undefined }, 'HTTP server is up');
  return server;
}
