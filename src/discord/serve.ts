/** Runs the bot on Discord's gateway: connects, registers, and answers until it is closed. */
import { DiscordAPIError, type REST } from '@discordjs/rest';
import type { GatewayPresenceUpdateData } from 'discord-api-types/v10';
import type { Command } from '../answer/command.ts';
import type { Handler } from '../answer/handler.ts';
import type { Reply } from '../answer/reply.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../config/log.ts';
import { BASE_LANGUAGE, messagesIn } from '../messages/messages.ts';
import { type CommandIds, commandIds } from './command-mentions.ts';
import { answerMessage, sendResponses } from './deliver.ts';
import { connectGateway, type Gateway, type Server } from './gateway.ts';
import { readInteraction } from './incoming.ts';
import { type Mention, readMention } from './mention.ts';
import { missingToAnswer } from './permissions.ts';
import { untilReached } from './reach.ts';
import { listRegistered, register } from './register/register.ts';
import { respond } from './respond.ts';

export interface Service {
  readonly rest: REST;
  readonly config: Config & { readonly token: string };
  /** The commands currently offered. */
  readonly commands: () => readonly Command[];
  readonly presence: () => GatewayPresenceUpdateData;
  readonly handler: Handler;
  /** Adds command mentions to a reply. */
  readonly named: (reply: Reply) => Reply;
  /** Tracks a promise as under way until it settles. */
  readonly track: (work: Promise<unknown>) => void;
  readonly log: Logger;
  /** Aborts the attempts to connect. */
  readonly signal: AbortSignal;
  /** Called for each server of the bot, whenever it connects and when it is invited. */
  readonly onServer: (server: Server) => void;
  /** Called for each server that has removed the bot. */
  readonly onRemoved: (guild: string) => void;
  readonly onFatal: (reason: string) => void;
}

async function answerInteraction(raw: unknown, service: Service): Promise<void> {
  const incoming = readInteraction(raw);
  if (incoming.kind === 'ping') return;
  await sendResponses(service.rest, incoming.reference, await respond(incoming, service.handler, service.named));
}

async function answerMention(mention: Mention, { rest, handler, named, log }: Service): Promise<void> {
  const reply = await handler.answer(mention.request);
  // Nothing in a channel is private, and refusing every message would itself be a flood.
  if (reply.isRateLimited) return;
  const messages = messagesIn(reply.language);
  const unread = mention.isUnread ? `${messages.say('discord.mention.unread')}\n\n` : '';
  const told = named({ ...reply, text: unread + reply.text });
  try {
    await answerMessage(rest, mention, told);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status !== 403) throw error;
    const { channel } = mention;
    const missing = (await missingToAnswer(rest, channel)).map((key) => messagesIn(BASE_LANGUAGE).say(key));
    log.warn({ channel, missing, err: error }, 'Discord refused an answer to a mention; the bot lacks permissions');
  }
}

/** Only one shard process registers, for all of them. */
const registersHere = ({ ownShards }: Config) => !ownShards || ownShards.ids.includes(0);

export interface Registering extends Pick<Service, 'config' | 'commands' | 'rest' | 'log' | 'signal'> {
  /** Called with the commands' ids once they are known. */
  readonly onRegistered: (ids: CommandIds) => void;
}

/**
 * Registers the commands, or logs that Discord refused them: the commands registered earlier still work. A process that
 * does not register fetches the registered ones.
 * @throws {Fatal} if Discord refuses the token.
 */
export async function registerOrSay(registering: Registering): Promise<void> {
  const { config, commands, rest, log, signal, onRegistered } = registering;
  const offered = commands();
  const told = async () => {
    if (!registersHere(config)) return listRegistered(rest, config);
    const { outcome, registered } = await register(rest, offered, config);
    log.info({ outcome }, 'commands registered');
    return registered;
  };
  try {
    onRegistered(commandIds(offered, await untilReached(told, log, signal)));
  } catch (err) {
    if (!(err instanceof DiscordAPIError)) throw err;
    log.error({ err }, 'Discord refused the commands; those registered earlier stay');
  }
}

/** @throws {Fatal} if Discord refuses the token. */
export function serveGateway(service: Service): Promise<Gateway> {
  const { track, onServer, onRemoved, onFatal } = service;
  const listeners = {
    onInteraction: (raw: unknown) => track(answerInteraction(raw, service)),
    onMessage: (raw: unknown, bot: string, role: string | undefined) => {
      const mention = readMention(raw, bot, role);
      if (mention) track(answerMention(mention, service));
    },
    onServer,
    onRemoved,
    onFatal,
  };
  return connectGateway(service, listeners);
}
