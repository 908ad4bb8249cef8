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
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { startTestDiscord } from '../start.ts';
import { startClient } from '../support/sample-bot.ts';
import { repliable, reply, stage } from '../support/stage.ts';

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
