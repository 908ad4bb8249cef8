import type { Core } from '../core.ts';
import type { GuildSpec } from './guild-payload.ts';
import type { GuildHandle } from './guilds.ts';

/** What people with power over servers do there. */
export interface ServerControl {
  /** Invites the bot to one more server. */
  join(spec?: GuildSpec): GuildHandle;
  /** Throws the bot out of a server. */
  kick(guildId: string): void;
  /** Invites it to a server again from which it was thrown out. */
  rejoin(guildId: string): void;
  /** Takes permissions from the bot in a channel. */
  deny(channelId: string, permissions: bigint): void;
  deleteChannel(channelId: string): void;
}

/** A test's hold on the servers; the bot hears of each change over the gateway. */
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
