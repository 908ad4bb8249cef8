import type { Core } from '../core.ts';
import type { GuildSpec } from './guild-payload.ts';
import type { GuildHandle } from './guilds.ts';

/** What administrators of servers can do. */
export interface ServerControl {
  /** Invites the bot to another server. */
  join(spec?: GuildSpec): GuildHandle;
  /** Removes the bot from a server. */
  kick(guildId: string): void;
  /** Invites the bot again to a server that removed it. */
  rejoin(guildId: string): void;
  /** Denies the bot permissions in a channel. */
  deny(channelId: string, permissions: bigint): void;
  deleteChannel(channelId: string): void;
}

/** Gives a test control of the servers; the bot gets an event for each change. */
export function controlServers({ guilds, channels, gateway, clock }: Core): ServerControl {
  const now = () => new Date(clock.now()).toISOString();
  return {
    join(spec = {}) {
      const joined = guilds.add({ joinedAt: now(), ...spec });
      gateway.dispatch('GUILD_CREATE', guilds.payload(joined.id) ?? {});
      return joined;
    },
    kick(guildId) {
      guilds.remove(guildId);
      gateway.dispatch('GUILD_DELETE', { id: guildId });
    },
    rejoin(guildId) {
      guilds.restore(guildId, now());
      gateway.dispatch('GUILD_CREATE', guilds.payload(guildId) ?? {});
    },
    deny(channelId, permissions) {
      guilds.deny(channelId, permissions);
      gateway.dispatch('CHANNEL_UPDATE', channels.get(channelId) ?? {});
    },
    deleteChannel(channelId) {
      const gone = channels.get(channelId);
      guilds.deleteChannel(channelId);
      gateway.dispatch('CHANNEL_DELETE', gone ?? {});
    },
  };
}
