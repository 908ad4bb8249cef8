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

/** The options of a test Discord. */
export interface TestDiscordOptions {
  /** The bot's servers; by default one. */
  guilds?: GuildSpec[];
  token?: string;
  applicationId?: string;
  /** By default the machine's own clock. */
  clock?: Clock;
  /**
   * The deadline for a first response in milliseconds: by default Discord's 3,000; more if a slow machine must not fail
   * the test.
   */
  responseMs?: number;
  /** The file with Discord's description of its API; by default the one that `DISCORD_OPENAPI` names. */
  openapi?: string | undefined;
  /** How many shards `GET /gateway/bot` recommends. */
  shards?: number;
  maxConcurrency?: number;
  heartbeatIntervalMs?: number;
}

/** A Discord on the loopback address, for one test. */
export interface TestDiscord extends AsyncDisposable, Log, ServerControl {
  /** For discord.js: `rest: { api: discord.apiUrl }`. */
  apiUrl: string;
  token: string;
  applicationId: string;
  botId: string;
  /** The key to verify requests to an interactions endpoint: 32 bytes in hexadecimal. */
  publicKey: string;
  /** Whether bodies are checked against Discord's description of its API. */
  schemaChecked: boolean;
  guilds: GuildHandle[];
  gateway: GatewayControl;
  faults: Faults;
  /** All interactions that users have started, with their results. */
  interactions: Interaction[];
  user(spec?: UserSpec): TestUser;
  /** The commands registered everywhere, or in one guild. */
  commands(guildId?: string): Json[];
  /** Registers commands in advance. */
  register(commands: Json[], guildId?: string): void;
  /** A channel's messages, newest last. */
  messages(channelId: string): APIMessage[];
  /** Sends interactions to a URL from now on, once it passes Discord's validation; null: over the gateway. */
  setEndpoint(url: string | null): Promise<void>;
  /** Resolves with the result of `look` as soon as it is truthy; driven by events. */
  until<T>(look: () => T, options?: WaitOptions): Promise<NonNullable<T>>;
  close(): Promise<void>;
}
