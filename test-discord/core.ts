import type { APIUser } from 'discord-api-types/v10';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { FaultState } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Posts } from './interactions/posts.ts';
import type { Interactions } from './interactions/record.ts';
import type { Json } from './json.ts';
import type { Log } from './log.ts';
import type { SchemaCheck } from './schema/check.ts';
import type { Channels } from './state/channels.ts';
import type { Commands } from './state/commands.ts';
import type { Guilds } from './state/guilds.ts';
import type { Messages } from './state/messages.ts';

/** Everything that the parts of the test Discord share. */
export interface Core {
  applicationId: string;
  token: string;
  clock: Clock;
  nextId(): string;
  changes: Changes;
  log: Log;
  /** Null if no API description was given. */
  schemaCheck: SchemaCheck | null;
  faults: FaultState;
  bot: APIUser;
  /** The bot's own application, as the API returns it. */
  application(): Json;
  users: Map<string, APIUser>;
  guilds: Guilds;
  channels: Channels;
  messages: Messages;
  commands: Commands;
  interactions: Interactions;
  posts: Posts;
  gateway: Gateway;
  /** How many shards are recommended and how many may identify at once. */
  sharding: { shards: number; maxConcurrency: number };
  gatewayUrl(): string;
}
