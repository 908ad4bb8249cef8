/** The reference: a bot of discord.js with its defaults, which answers "pong" to everything. */
import { Client, Events, GatewayIntentBits } from 'discord.js';

const { DISCORD_API_URL = '', DISCORD_TOKEN = '' } = process.env;

// The benchmark sets it to an empty string, which discord.js would read as 0 shards.
delete process.env.SHARD_COUNT;

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  shards: 'auto',
  rest: { api: DISCORD_API_URL },
});
client.on(Events.ShardReady, (shard) => {
  process.stdout.write(`${JSON.stringify({ msg: 'connected to Discord', shard })}\n`);
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply('pong');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => client.destroy());
await client.login(DISCORD_TOKEN);
