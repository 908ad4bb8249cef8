/** The bot's side of Discord's gateway: connecting, registering the commands, and forgetting servers that leave. */
import { commands } from '../../commands/index.ts';
import { commandsFor } from '../answer/articles.ts';
import type { Config } from '../config/config.ts';
import type { Gateway, Server } from '../discord/gateway.ts';
import { presenceOf } from '../discord/presence.ts';
import { registerOrSay, serveGateway } from '../discord/serve.ts';
import { BASE_LANGUAGE, messagesIn } from '../messages/messages.ts';
import type { Services } from './services.ts';

export interface Connection {
  /** Settles once connecting has started and the commands are registered or have failed to; at once without a token. */
  readonly connected: Promise<void>;
  /** Undefined if no gateway is used. */
  readonly isReady: () => boolean | undefined;
  readonly close: () => Promise<void>;
}

/** Whether this process connects to the gateway. */
export const usesGateway = ({ token, usesGateway }: Config): boolean => token !== undefined && usesGateway;

/** Starts to connect and to register. `onFatal` is called if Discord later ends the connection for good. */
export function openConnection(services: Services, onFatal: (reason: string) => void): Connection {
  const { config, live, rest, handler, names, insights, greetings, forgetServer, inFlight, log } = services;
  const { token } = config;
  const abort = new AbortController();
  let gateway: Gateway | undefined;
  const knowledge = () => live.current().knowledge;
  const offered = () => commandsFor(commands, knowledge());
  const presence = () => presenceOf(knowledge(), messagesIn(BASE_LANGUAGE));
  const connect = async (token: string) => {
    const service = {
      config: { ...config, token },
      commands: offered,
      presence,
      rest,
      handler,
      named: names.named,
      onRegistered: names.know,
      track: inFlight.track,
      log,
      signal: abort.signal,
      onServer: (server: Server) => greetings && inFlight.track(greetings.invited(server)),
      onRemoved: (guild: string) => inFlight.track(forgetServer(guild)),
      onFatal,
    };
    if (usesGateway(config)) gateway = await serveGateway(service);
    await registerOrSay(service);
    let registered = offered();
    live.onSwap(() => {
      gateway?.present();
      if (offered() === registered) return;
      registered = offered();
      inFlight.track(registerOrSay(service));
    });
  };
  return {
    connected: (token === undefined ? Promise.resolve() : connect(token)).then(insights.beginDeleting),
    isReady: () => (usesGateway(config) ? (gateway?.isReady() ?? false) : undefined),
    close: async () => {
      abort.abort();
      await gateway?.close();
    },
  };
}
