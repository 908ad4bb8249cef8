import type { APIMessage } from 'discord-api-types/v10';
import type { WaitOptions } from './changes.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { GatewayControl } from './gateway/control.ts';
import type { Interaction } from './interactions/record.ts';
import type { Json } from './json.ts';
import type { Log } from './log.ts';
import type { ServerControl } from './state/control.ts';
import type { GuildSpec } from './state/guild-payload.ts';
import type { GuildHandle } from './state/guilds.ts';
import type { UserSpec } from './user/place.ts';
import type { TestUser } from './user/user.ts';

/** What a test Discord starts with. */
export interface TestDiscordOptions {
  /** The servers that the bot is in: one unless said otherwise. */
  guilds?: GuildSpec[];
  token?: string;
  applicationId?: string;
  /** The machine's own clock unless said otherwise. */
  clock?: Clock;
  /** Milliseconds that a first response may take: Discord's 3,000 unless a slow machine must not fail the test. */
  responseMs?: number;
  /** Discord's description of its API; the file that `DISCORD_OPENAPI` names unless said otherwise. */
  openapi?: string | undefined;
  /** Shards that `GET /gateway/bot` recommends. */
  shards?: number;
  maxConcurrency?: number;
  heartbeatIntervalMs?: number;
}

/** A Discord on loopback, for the time of a test. */
export interface TestDiscord extends AsyncDisposable, Log, ServerControl {
  /** For discord.js: `rest: { api: discord.apiUrl }`. */
  apiUrl: string;
  token: string;
  applicationId: string;
  botId: string;
  /** Verifies what is sent to an interactions endpoint: 32 bytes in hexadecimal. */
  publicKey: string;
  /** Whether bodies are held against Discord's description of its API. */
  schemaChecked: boolean;
  guilds: GuildHandle[];
  gateway: GatewayControl;
  faults: Faults;
  /** All that users began, with what became of it. */
  interactions: Interaction[];
  user(spec?: UserSpec): TestUser;
  /** The commands registered everywhere, or in one guild. */
  commands(guildId?: string): Json[];
  /** Registers commands as if it had been done before. */
  register(commands: Json[], guildId?: string): void;
  /** A channel's messages, newest last. */
  messages(channelId: string): APIMessage[];
  /** Sends interactions to a URL from now on, once it passes Discord's own trial; null: over the gateway. */
  setEndpoint(url: string | null): Promise<void>;
  /** Resolves with what `look` gives as soon as that is truthy; driven by events. */
  until<T>(look: () => T, options?: WaitOptions): Promise<NonNullable<T>>;
  close(): Promise<void>;
}
