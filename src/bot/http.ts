/** The bot's HTTP server: always health and metrics; Discord's endpoint and the local page if they are configured. */
import { commands } from '../../commands/index.ts';
import { privacySections } from '../answer/privacy.ts';
import { termsSections } from '../answer/terms.ts';
import type { Config } from '../config/config.ts';
import { warnEachMinute } from '../config/log.ts';
import { sendLater } from '../discord/deliver.ts';
import { respond } from '../discord/respond.ts';
import { type Checks, createApp } from '../http/app.ts';
import type { Documents } from '../http/documents.ts';
import type { Interactions } from '../http/interactions.ts';
import { type Listening, listen } from '../http/listen.ts';
import { isLoopback, onlyFromHere } from '../http/only-from-here.ts';
import { publicKeyOf } from '../http/signature.ts';
import { oneOrSeveral } from '../knowledge/of-articles.ts';
import { isReachable } from '../store/open.ts';
import type { OpenCurating } from './curating.ts';
import { showsPage } from './page.ts';
import type { Services } from './services.ts';

/** Each further shard process on this machine takes the next port. */
const portOf = ({ port, ownShards }: Config) => (port === 0 ? 0 : port + (ownShards?.ids[0] ?? 0));

/**
 * `knowledge` is the folder that curators edit in the page.
 * @throws {Fatal} if it cannot listen.
 */
export async function openHttp(
  services: Services,
  knowledge: string,
  gatewayReady: () => boolean | undefined,
): Promise<Listening> {
  const { config, live, handler, names, store, metrics, rest, inFlight, log } = services;
  const { publicKey, host } = config;
  const checks: Checks = {
    knowledge: () => live.current().knowledge.entries.size > 0,
    database: () => isReachable(store, log),
    ...(gatewayReady() !== undefined && { gateway: () => gatewayReady() ?? false }),
  };
  const warn = warnEachMinute(log, Date.now);
  const onRefused = (reason: string) => warn(`an HTTP request is refused: ${reason}`);
  const interactions = (hex: string): Interactions => ({
    publicKey: publicKeyOf(hex),
    now: Date.now,
    respond: (incoming) => respond(incoming, handler, names.named),
    onLater: (reference, later) => inFlight.track(sendLater(rest, reference, later)),
    onMalformed: (err) => log.warn({ err }, 'a request signed by Discord is not a known interaction; refused with 400'),
    onRefused,
  });
  const { keeping } = services.insights;
  const documents: Documents = {
    privacy: (messages) => ({
      title: messages.say('command.privacy.title'),
      sections: privacySections(keeping, messages),
    }),
    terms: (messages) => ({
      title: messages.say('answer.terms.title'),
      sections: termsSections(keeping.contact, oneOrSeveral(live.current().knowledge), messages),
    }),
  };
  const app = createApp({
    checks,
    documents,
    metrics: metrics.text,
    ...(publicKey !== undefined && { interactions: interactions(publicKey) }),
    // Probes and scrapers may use any host name, but hardly on the loopback address: there, a foreign name may belong
    // to a site that resolves to it (DNS rebinding).
    ...(isLoopback(host) && { guard: onlyFromHere }),
    onError: (err) => log.error({ err }, 'an HTTP request failed; answered with 500'),
  });
  let curating: OpenCurating | undefined;
  if (showsPage(config)) {
    // Loaded only if it is shown, because it needs a bundler and a YAML parser.
    const [{ createPage }, { openCurating }] = await Promise.all([import('../page/page.ts'), import('./curating.ts')]);
    const onMalformed = (err: unknown) => log.warn({ err }, 'a request of the page is not a known interaction');
    curating = await openCurating(services, knowledge);
    app.route('/', await createPage({ commands, handler, current: live.current, curating, onMalformed }));
  }
  const server = await listen(app, host, portOf(config), { onRefused });
  log.info({ host, port: server.port, interactions: publicKey !== undefined }, 'HTTP server is up');
  return {
    port: server.port,
    close: async () => {
      await server.close();
      await curating?.close();
    },
  };
}
