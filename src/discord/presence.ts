/** What Discord shows beside the bot's name. */
import { ActivityType, type GatewayPresenceUpdateData, PresenceUpdateStatus } from 'discord-api-types/v10';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Messages } from '../messages/messages.ts';
import { cut } from '../text/quote.ts';
import { limits } from './limits.ts';

/** "Listening to /ask about 3 articles"; a single article is named by its headline. */
export function presenceOf({ articles }: Knowledge, { say }: Messages): GatewayPresenceUpdateData {
  const [only, ...others] = articles;
  const about =
    only && others.length === 0
      ? say('discord.presence.one', { headline: only.headline })
      : say('discord.presence.several', { count: articles.length });
  return {
    activities: [{ type: ActivityType.Listening, name: cut(about, limits.activity) }],
    status: PresenceUpdateStatus.Online,
    since: null,
    afk: false,
  };
}
