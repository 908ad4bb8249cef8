import { createChanges } from './changes.ts';
import { systemClock } from './clock.ts';
import type { Core } from './core.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { createPosts } from './interactions/posts.ts';
import { createInteractions } from './interactions/record.ts';
import type { Json } from './json.ts';
import { describeLog, emptyLog } from './log.ts';
import { createSchemaCheck, type SchemaCheck } from './schema/check.ts';
import { createSnowflakes } from './snowflake.ts';
import { apiUser } from './state/accounts.ts';
import { createChannels } from './state/channels.ts';
import { createCommands } from './state/commands.ts';
import { createGuilds } from './state/guilds.ts';
import { createMessages } from './state/messages.ts';
import type { TestDiscordOptions } from './test-discord.ts';

/** What the parts need from the server around them. */
export interface Surroundings {
  application(bot: Core['bot']): Json;
  gatewayUrl(): string;
  onRevoke(): void;
  onDown(): void;
}

/** The API description is large, so it is read and compiled once in a process. */
const schemaChecks = new Map<string, SchemaCheck | null>();

function readSchemaCheck(file = ''): SchemaCheck | null {
  const known = schemaChecks.get(file);
  if (known !== undefined) return known;
  const check = file ? createSchemaCheck(file) : null;
  if (!check) {
    process.stderr.write(
      'DISCORD_OPENAPI is not set: bodies are not checked against Discord’s description of its API.\n',
    );
  }
  schemaChecks.set(file, check);
  return check;
}

/** The parts of a test Discord, assembled without a server. */
export function createCore(options: TestDiscordOptions, surroundings: Surroundings): Core {
  const { guilds: specs = [{}], token = 'test-token', applicationId = '1372900000000000001' } = options;
  const { clock = systemClock(), openapi = process.env.DISCORD_OPENAPI } = options;
  const { shards = 1, maxConcurrency = 16 } = options;
  const { gatewayUrl } = surroundings;

  const log = emptyLog();
  const changes = createChanges(() => describeLog(log));
  const nextId = createSnowflakes(clock.now);
  const bot = apiUser(applicationId, 'test-bot', true);
  const users = new Map([[bot.id, bot]]);
  const guilds = createGuilds(specs, bot);
  const channels = createChannels(guilds, nextId);
  const messages = createMessages(clock.now, nextId, (id) => users.get(id));
  const faults = createFaults(surroundings);
  const gateway = createGateway({
    token: () => (faults.isRevoked() ? null : token),
    botId: bot.id,
    ready: () => ({
      user: { ...bot, verified: true, mfa_enabled: true },
      application: { id: applicationId, flags: 0 },
    }),
    guilds,
    maxConcurrency,
    now: clock.now,
    nextId,
    notify: changes.notify,
    resumeUrl: gatewayUrl,
  });

  return {
    applicationId,
    token,
    clock,
    nextId,
    changes,
    log,
    schemaCheck: readSchemaCheck(openapi),
    faults,
    bot,
    application: () => surroundings.application(bot),
    users,
    guilds,
    channels,
    messages,
    commands: createCommands(applicationId, nextId),
    interactions: createInteractions(clock, nextId, changes.notify, options.responseMs),
    posts: createPosts({ bot, applicationId }, messages, channels, gateway.dispatch),
    gateway,
    sharding: { shards, maxConcurrency },
    gatewayUrl,
  };
}
