import {
  ActionRowBuilder,
  ApplicationIntegrationType,
  ButtonBuilder,
  ButtonStyle,
  Events,
  GatewayIntentBits,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  type RepliableInteraction,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { manualClock } from './clock.ts';
import { answerWith, startClient } from './sample-bot.ts';
import { startTestDiscord } from './start.ts';

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

/** A Discord with the commands registered, a bot that does `answer`, and a user in its first server. */
async function stage(
  answer: (interaction: Interaction) => Promise<unknown>,
  options: Parameters<typeof startTestDiscord>[0] = {},
) {
  const discord = await startTestDiscord(options);
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

const repliable = (interaction: Interaction): RepliableInteraction => {
  if (!interaction.isRepliable()) throw new Error('This interaction takes no reply.');
  return interaction;
};
const reply = (content: string) => (interaction: Interaction) => repliable(interaction).reply(content);

test('a slash command is answered, and the user sees the answer', async () => {
  await using s = await stage(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`You asked ${interaction.options.getString('question')}`);
  });
  const shown = await s.user.slash('ask', { question: 'Who met?' });
  expect(shown).toMatchObject({
    kind: 'message',
    ephemeral: false,
    deferred: false,
    message: { content: 'You asked Who met?' },
  });
  expect(s.discord.messagesWithoutAllowedMentions).toEqual([]);
  expect(s.discord.schemaViolations).toEqual([]);
});

test('a deferred answer is shown when it comes, with what follows it', async () => {
  await using s = await stage(async (interaction) => {
    const command = repliable(interaction);
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.editReply('Here it is');
    await command.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
  });
  const shown = await s.user.slash('ask', { question: 'Who met?' });
  expect(shown).toMatchObject({
    kind: 'message',
    ephemeral: true,
    deferred: true,
    message: { content: 'Here it is', flags: 64 },
  });
  await s.discord.until(() => shown.interaction.followUps.length === 1);
  expect(shown.interaction.followUps[0]?.content).toBe('And more');
});

test('autocomplete shows choices', async () => {
  await using s = await stage(async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: interaction.options.getFocused(), value: 'w' }]);
  });
  const shown = await s.user.autocomplete('ask', { question: 'wh' });
  expect(shown).toMatchObject({ kind: 'choices', choices: [{ name: 'wh', value: 'w' }] });
});

test('a button changes its message, a menu and a modal carry what was put in', async () => {
  const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder({ customId: 'more', label: 'More', style: ButtonStyle.Primary }),
    new ButtonBuilder({ customId: 'form', label: 'Form', style: ButtonStyle.Secondary }),
    new ButtonBuilder({ customId: 'off', label: 'Off', style: ButtonStyle.Secondary, disabled: true }),
  );
  const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder({
      customId: 'pick',
      options: [
        { label: 'A', value: 'a' },
        { label: 'B', value: 'b' },
      ],
    }),
  );
  const input = new TextInputBuilder({ customId: 'why', label: 'Why', style: TextInputStyle.Short, minLength: 2 });
  const modal = new ModalBuilder({ customId: 'report', title: 'Report' }).addComponents(
    new ActionRowBuilder<TextInputBuilder>().addComponents(input),
  );
  await using s = await stage(async (interaction) => {
    if (interaction.isChatInputCommand()) return interaction.reply({ content: 'Start', components: [buttons, menu] });
    if (interaction.isStringSelectMenu()) return interaction.update(`Picked ${interaction.values.join()}`);
    if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue('why'));
    if (!interaction.isButton()) return;
    if (interaction.customId === 'form') return interaction.showModal(modal);
    await interaction.deferUpdate();
    return interaction.editReply({ content: 'More' });
  });
  const start = await s.user.slash('ask', { question: 'Who met?' });
  if (start.kind !== 'message') throw new Error(start.kind);

  expect(await s.user.select(start.message, 'pick', ['b'])).toMatchObject({
    kind: 'update',
    message: { content: 'Picked b' },
  });
  expect(await s.user.click(start.message, 'more')).toMatchObject({
    kind: 'update',
    deferred: true,
    message: { id: start.message.id, content: 'More' },
  });
  const form = await s.user.click(start.message, 'form');
  expect(await s.user.submit(form, { why: 'wrong' })).toMatchObject({ kind: 'message', message: { content: 'wrong' } });
  await expect(s.user.submit(form, { why: 'x' })).rejects.toThrow('2 to 4000 are asked for');
  await expect(s.user.click(start.message, 'off')).rejects.toThrow('is disabled');
  await expect(s.user.select(start.message, 'pick', ['c'])).rejects.toThrow('has no option "c"');
  expect(s.errors).toEqual([]);
  expect(s.discord.schemaViolations).toEqual([]);
});

test('a message menu carries the message', async () => {
  await using s = await stage(async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`It says "${interaction.targetMessage.content}"`);
  });
  const message = s.user.say('They agreed on a truce');
  expect(await s.user.messageMenu('Check', message)).toMatchObject({
    message: { content: 'It says "They agreed on a truce"' },
  });
});

test('a mention is answered with a reply to it', async () => {
  await using discord = await startTestDiscord();
  await using bot = await startClient(discord, {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  });
  bot.client.on(Events.MessageCreate, (message) => {
    if (message.author.id !== bot.client.user?.id) void message.reply('Yes?');
  });
  const answer = await discord.user({ guild: discord.guilds[0]?.id ?? '' }).mention('hello');
  expect(answer.content).toBe('Yes?');
});

test.for([
  ['a server', {}, InteractionContextType.Guild, ApplicationIntegrationType.GuildInstall],
  [
    'a server, by a user who installed it',
    { install: 'user' },
    InteractionContextType.Guild,
    ApplicationIntegrationType.UserInstall,
  ],
  ['a direct message', { guild: '' }, InteractionContextType.BotDM, ApplicationIntegrationType.GuildInstall],
  [
    'somebody else’s direct message',
    { guild: '', privateChannel: true },
    InteractionContextType.PrivateChannel,
    ApplicationIntegrationType.UserInstall,
  ],
] as const)('an interaction in %s says so', async ([, spec, context, owner]) => {
  const seen: Interaction[] = [];
  await using s = await stage(async (interaction) => {
    seen.push(interaction);
    await repliable(interaction).reply('Seen');
  });
  const user = s.discord.user({ guild: s.discord.guilds[0]?.id ?? '', locale: 'de', ...spec });
  await user.slash('ask', { question: 'Who met?' });
  const [interaction] = seen;
  const owners = { ...interaction?.authorizingIntegrationOwners } as Record<string, unknown>;
  expect(interaction).toMatchObject({ context, locale: 'de', channelId: user.channelId });
  expect(interaction?.authorizingIntegrationOwners?.[owner]).toBeDefined();
  expect(interaction?.appPermissions.has(PermissionFlagsBits.EmbedLinks)).toBe(true);
  expect(Object.keys(owners)).not.toEqual([]);
});

test('what Discord would not offer cannot be used', async () => {
  await using s = await stage(reply('Never'));
  const direct = s.discord.user();
  await expect(direct.slash('daily set')).rejects.toThrow('not offered in context 1');
  await expect(s.user.slash('nothing')).rejects.toThrow('is registered');
  await expect(s.user.slash('ask')).rejects.toThrow('needs the option "question"');
  await expect(s.user.slash('daily')).rejects.toThrow('name a subcommand');
  await expect(s.user.slash('ask', { question: 'x'.repeat(201) })).rejects.toThrow('at most 200');
  expect(s.discord.interactions).toEqual([]);
});

test('a second response is refused', async () => {
  await using s = await stage(async (interaction) => {
    const command = repliable(interaction);
    await command.reply('First');
    const again = s.client.rest.post(`/interactions/${command.id}/${command.token}/callback`, {
      body: { type: 4, data: { content: 'Second' } },
      auth: false,
    });
    await again;
  });
  await s.user.slash('ask', { question: 'Who met?' });
  expect(await s.firstError).toMatchObject({ status: 400, code: 40060 });
});

test('a response after 3 seconds is refused, and the user sees that none came', async () => {
  const clock = manualClock(Date.UTC(2025, 4, 17));
  const held = Promise.withResolvers<void>();
  await using s = await stage(
    async (interaction) => {
      await held.promise;
      await repliable(interaction).reply('Too late');
    },
    { clock },
  );
  const shown = s.user.slash('ask', { question: 'Who met?' });
  await s.discord.until(() => s.discord.interactions.length === 1);
  clock.advance(3_000);
  expect(await shown).toMatchObject({ kind: 'failed', text: 'The application did not respond' });
  clock.advance(1);
  held.resolve();
  expect(await s.firstError).toMatchObject({ status: 404, code: 10062 });
});

test('the token of an interaction dies after 15 minutes', async () => {
  const clock = manualClock(Date.UTC(2025, 4, 17));
  await using s = await stage(reply('In time'), { clock });
  const { interaction } = await s.user.slash('ask', { question: 'Who met?' });
  const edit = () =>
    s.client.rest.patch(`/webhooks/${s.discord.applicationId}/${interaction.token}/messages/@original`, {
      body: { content: 'Later', allowed_mentions: { parse: [] } },
      auth: false,
    });
  clock.advance(15 * 60_000);
  await expect(edit()).resolves.toMatchObject({ content: 'Later' });
  clock.advance(1);
  await expect(edit()).rejects.toMatchObject({ status: 401, code: 50027 });
});

test.for([
  ['a deferral that carries more than its flag', { type: 5, data: { flags: 64, content: 'x' } }, 'data.content'],
  ['a deferral with another flag', { type: 5, data: { flags: 4 } }, 'data.flags'],
  ['content of 2,001', { type: 4, data: { content: 'x'.repeat(2001) } }, 'data.content'],
  ['choices for a command', { type: 8, data: { choices: [] } }, 'type[BASE_TYPE_CHOICES]'],
  ['an update without a message', { type: 7, data: { content: 'x' } }, 'type[BASE_TYPE_CHOICES]'],
  [
    'a modal with a long title',
    { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [] } },
    'data.title',
  ],
  [
    'a modal with 6 rows',
    {
      type: 9,
      data: {
        custom_id: 'm',
        title: 'x',
        components: Array.from({ length: 6 }, (_, id) => ({
          type: 1,
          components: [{ type: 4, custom_id: `${id}`, style: 1, label: 'x' }],
        })),
      },
    },
    'data.components[BASE_TYPE_BAD_LENGTH]',
  ],
] as const)('%s is refused', async ([, body, where]) => {
  await using s = await stage(async (interaction) => {
    const command = repliable(interaction);
    await command.client.rest
      .post(`/interactions/${command.id}/${command.token}/callback`, { body, auth: false })
      .finally(() => command.reply('Then this'));
  });
  await s.user.slash('ask', { question: 'Who met?' });
  expect(await s.firstError).toMatchObject({ status: 400, code: 50035, message: expect.stringContaining(where) });
});

test.for([
  ['26 choices', Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })), 'data.choices['],
  ['a name of 101', [{ name: 'x'.repeat(101), value: 'x' }], 'data.choices[0].name'],
  ['an empty name', [{ name: '', value: 'x' }], 'data.choices[0].name'],
  ['a value of 101', [{ name: 'x', value: 'x'.repeat(101) }], 'data.choices[0].value'],
] as const)('%s for autocomplete is refused', async ([, choices, where]) => {
  await using s = await stage(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    await interaction.respond([...choices]).finally(() => interaction.respond([{ name: 'x', value: 'x' }]));
  });
  expect(await s.user.autocomplete('ask', { question: 'w' })).toMatchObject({ choices: [{ name: 'x' }] });
  expect(s.discord.rejections).toMatchObject([{ status: 400, error: { code: 50035 } }]);
  expect(String(await s.firstError)).toContain(where);
});

test('a message that leaves its mentions open is noted', async () => {
  await using s = await stage((interaction) => {
    const command = repliable(interaction);
    const body = { type: 4, data: { content: 'hello' } };
    return command.client.rest.post(`/interactions/${command.id}/${command.token}/callback`, { body, auth: false });
  });
  await s.user.slash('ask', { question: 'Who met?' });
  expect(s.discord.messagesWithoutAllowedMentions).toMatchObject([{ body: { content: 'hello' } }]);
});
