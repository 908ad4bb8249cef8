import type { Interaction, RepliableInteraction } from 'discord.js';
import { PATIENT } from '../patient.ts';
import { startTestDiscord } from '../start.ts';
import { answerWith, startClient } from './sample-bot.ts';

const ASK = {
  name: 'ask',
  description: 'Ask a question',
  contexts: [0, 1, 2],
  integration_types: [0, 1],
  options: [
    { type: 3, name: 'question', description: 'What to ask', required: true, autocomplete: true, max_length: 200 },
  ],
};
const DAILY = {
  name: 'daily',
  description: 'The daily post',
  contexts: [0],
  options: [{ type: 1, name: 'set', description: 'Choose a channel', options: [] }],
};
const COMMANDS = [ASK, DAILY, { type: 3, name: 'Check', description: '' }];

/** A Discord with registered commands, a bot that runs `answer`, and a user in its first server. */
export async function stage(
  answer: (interaction: Interaction) => Promise<unknown>,
  options: Parameters<typeof startTestDiscord>[0] = {},
) {
  const discord = await startTestDiscord({ ...PATIENT, ...options });
  discord.register(COMMANDS);
  const bot = await startClient(discord);
  const failures = answerWith(bot.client, answer);
  const user = discord.user({ guild: discord.guilds[0]?.id ?? '' });
  return {
    discord,
    client: bot.client,
    user,
    ...failures,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await discord.close();
    },
  };
}

/** Narrows an interaction to one that can be replied to. */
export const repliable = (interaction: Interaction): RepliableInteraction => {
  if (!interaction.isRepliable()) throw new Error('This interaction takes no reply.');
  return interaction;
};
/** An answer with a plain text. */
export const reply = (content: string) => (interaction: Interaction) => repliable(interaction).reply(content);
