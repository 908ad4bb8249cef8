/**
 * Discord's channels as the daily post needs them: every response, or its absence, translated to the post's own terms.
 */
import { DefaultRestOptions, DiscordAPIError, RateLimitError, type REST, type RESTOptions } from '@discordjs/rest';
import {
  type APIMessage,
  type RESTGetAPICurrentUserGuildsResult,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { Reason } from '../answer/daily.ts';
import type { Reply } from '../answer/reply.ts';
import type { Config } from '../config/config.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Channel, Followed, Seen, Sent } from '../posting/channel.ts';
import { cut } from '../text/quote.ts';
import { limits } from './limits.ts';
import { titlesOf } from './message-text.ts';
import { missingPermissions, ownId } from './permissions.ts';
import { render } from './render.ts';
import { createdAt } from './snowflake.ts';
import { openRest } from './steady-rest.ts';

const TIMEOUT_MS = 20_000;
const PAGE = 100;
/** The most pages of messages to search. */
const PAGES = 10;
/** The longest wait for Discord between two pages; the ledger handles longer waits. */
const LOOK_WAIT_MS = 5000;

/**
 * A REST client that reports what happened and retries nothing: the ledger decides on retries, and its waits outlive
 * the process. Answers have a client of their own, so that they do not queue behind posts.
 */
export function dailyRest(
  { apiUrl, token }: Pick<Config, 'apiUrl'> & { readonly token: string },
  makeRequest: RESTOptions['makeRequest'] = DefaultRestOptions.makeRequest,
): REST {
  const rejectOnRateLimit: RESTOptions['rejectOnRateLimit'] = ({ method, timeToReset }) =>
    method !== 'GET' || timeToReset > LOOK_WAIT_MS;
  return openRest({ api: apiUrl, retries: 0, timeout: TIMEOUT_MS, rejectOnRateLimit, makeRequest }).setToken(token);
}

function reasonOf(error: DiscordAPIError): Reason {
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownChannel:
      return { key: 'discord.daily.noChannel' };
    case RESTJSONErrorCodes.MissingAccess:
      return { key: 'discord.daily.notShown' };
    case RESTJSONErrorCodes.MissingPermissions:
      return { key: 'discord.daily.mayNotPost' };
    default:
      return { key: 'discord.daily.refused', values: { error: error.message, code: error.code } };
  }
}

/** What an error when sending means. A post has certainly not been made only if Discord itself refused it. */
function meaning(error: unknown): Exclude<Sent, { kind: 'sent' }> {
  if (error instanceof RateLimitError) return { kind: 'limited', waitMs: error.retryAfter };
  if (!(error instanceof DiscordAPIError)) return { kind: 'unclear', reason: String(error) };
  // The operator can replace a token that was reset, and the post can still be made within its window.
  if (error.status === 401 || error.status === 429) return { kind: 'limited', waitMs: 0 };
  return { kind: 'refused', reason: reasonOf(error) };
}

/**
 * The bot's own post whose title has one of the endings, among a channel's messages since a time, newest first; null if
 * there are too many messages to search.
 */
async function search(
  rest: REST,
  channel: string,
  endings: readonly string[],
  since: number,
): Promise<APIMessage | 'absent' | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const me = await ownId(rest, signal);
  let before: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query, signal })) as APIMessage[];
    const own = messages.find(
      (message) =>
        message.author.id === me && titlesOf(message).some((title) => endings.some((ending) => title.endsWith(ending))),
    );
    if (own) return own;
    before = messages.at(-1)?.id;
    if (before === undefined || messages.length < PAGE || createdAt(before) < since) return 'absent';
  }
  return null;
}

async function look(rest: REST, channel: string, endings: readonly string[], since: number): Promise<Seen> {
  try {
    // Without this permission Discord returns an empty list, as if the channel had no post of ours.
    const missing = await missingPermissions(rest, channel, ['ViewChannel', 'ReadMessageHistory']);
    const [first, second] = missing;
    if (first) {
      const values = { missing: second ? 'both' : first };
      return { kind: 'hidden', reason: { key: 'discord.daily.mayNotLook', values } };
    }
    const found = await search(rest, channel, endings, since);
    if (found === null) return { kind: 'hidden', reason: { key: 'discord.daily.tooMany' } };
    return found === 'absent' ? { kind: 'absent' } : { kind: 'found', message: found.id };
  } catch (error) {
    const { kind } = meaning(error);
    if (kind === 'refused') return { kind: 'hidden', reason: String(error) };
    return { kind: 'unclear', reason: String(error) };
  }
}

/**
 * Whether a server has removed the bot: it refuses like one that hides a channel, so the list of the bot's servers
 * decides.
 */
async function hasLeft(rest: REST, guild: string): Promise<boolean> {
  const query = new URLSearchParams({ after: String(BigInt(guild) - 1n), limit: '1' });
  try {
    const servers = (await rest.get(Routes.userGuilds(), { query })) as RESTGetAPICurrentUserGuildsResult;
    return servers.every(({ id }) => id !== guild);
  } catch {
    // Unknown for now; it is asked again at the next refusal.
    return false;
  }
}

const PUBLISHED = RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted;

/** Takes a step after a post; Discord accepts each once for a message, and says so if it is repeated. */
async function follow(act: () => Promise<unknown>, isDone: number, denied: MessageKey): Promise<Followed> {
  try {
    await act();
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === isDone) return { kind: 'done' };
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingPermissions) {
      return { kind: 'refused', reason: { key: denied } };
    }
    return meaning(error);
  }
}

/** Discord's channels, through a client from `dailyRest`; `named` adds command mentions to a post. */
export function dailyChannel(rest: REST, named: (post: Reply) => Reply = (post) => post): Channel {
  return {
    look: (channel, endings, since) => look(rest, channel, endings, since),
    hasLeft: (guild) => hasLeft(rest, guild),
    publish: (channel, message) =>
      follow(
        () => rest.post(Routes.channelMessageCrosspost(channel, message)),
        PUBLISHED,
        'discord.daily.mayNotPublish',
      ),
    openThread: (channel, message, name) => {
      const body = { name: cut(name, limits.thread.name) };
      const open = () => rest.post(Routes.threads(channel, message), { body });
      return follow(open, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage, 'discord.daily.mayNotOpenThread');
    },
    send: async (channel, post, nonce, role = null) => {
      try {
        const body = { ...render(named(post), { role }), nonce, enforce_nonce: true };
        const { id } = (await rest.post(Routes.channelMessages(channel), { body })) as APIMessage;
        return { kind: 'sent', message: id };
      } catch (error) {
        return meaning(error);
      }
    },
  };
}
