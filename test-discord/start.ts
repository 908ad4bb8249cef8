import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createCore } from './build.ts';
import { controlGateway } from './gateway/control.ts';
import { openSockets, type SocketSetting } from './gateway/sockets.ts';
import { deliverOverHttp, type Endpoint, verifyEndpoint } from './interactions/endpoint.ts';
import type { Interaction } from './interactions/record.ts';
import { createSigner } from './interactions/signing.ts';
import type { Json } from './json.ts';
import { createApp } from './rest/app.ts';
import { apiApplication } from './state/accounts.ts';
import { controlServers } from './state/control.ts';
import type { TestDiscord, TestDiscordOptions } from './test-discord.ts';
import { createUser } from './user/user.ts';

function listen(server: Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  return promise;
}

/**
 * Starts a test Discord on 127.0.0.1, on a port chosen by the system.
 *
 *     await using discord = await startTestDiscord({ guilds: [{ name: 'One' }], clock });
 *     const client = new Client({ intents, rest: { api: discord.apiUrl } });
 *     const user = discord.user({ guild: discord.guilds[0].id });
 *     const shown = await user.slash('ask', { question: 'Who met?' });
 *     expect(discord.schemaViolations).toEqual([]);
 */
export async function startTestDiscord(options: TestDiscordOptions = {}): Promise<TestDiscord> {
  const signer = createSigner();
  let endpoint: Endpoint | null = null;
  let port = 0;
  const core = createCore(options, {
    application: (bot) => apiApplication(bot, signer.publicKey, endpoint?.url ?? null),
    gatewayUrl: () => `ws://127.0.0.1:${port}`,
    onRevoke: () => control.close(4004),
    onDown: () => dropAll(),
  });
  const { gateway, faults, changes, guilds, commands } = core;
  const { heartbeatIntervalMs = 41_250 } = options;
  const sockets: SocketSetting = { heartbeatIntervalMs, isDown: faults.isDown, notify: changes.notify };
  const control = controlGateway(gateway, sockets);
  const server = createAdaptorServer({ fetch: createApp(core).fetch }) as Server;
  const dropSockets = openSockets(server, gateway, sockets);

  function dropAll(): void {
    dropSockets();
    server.closeAllConnections();
  }

  function deliver(interaction: Interaction, payload: Json): void {
    if (endpoint) void deliverOverHttp(core, endpoint, interaction, payload);
    else gateway.dispatch('INTERACTION_CREATE', payload);
  }

  async function close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    faults.releaseAll();
    server.close(() => resolve());
    dropAll();
    await promise;
  }

  port = await listen(server);
  return {
    ...core.log,
    ...controlServers(core),
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: core.token,
    applicationId: core.applicationId,
    botId: core.bot.id,
    publicKey: signer.publicKey,
    schemaChecked: core.schemaCheck !== null,
    guilds: guilds.ids().map(guilds.handle),
    gateway: control,
    faults,
    interactions: core.interactions.all,
    user: (spec = {}) => createUser(core, deliver, spec),
    commands: (guildId) => commands.list(guildId ?? null),
    register: (list, guildId) => void commands.replaceAll(guildId ?? null, list),
    messages: core.messages.in,
    async setEndpoint(url) {
      const next = url === null ? null : { url, signer };
      if (next) await verifyEndpoint(core, next);
      endpoint = next;
    },
    until: changes.until,
    close,
    [Symbol.asyncDispose]: close,
  };
}
