/** The commands in the form that Discord registers, and whether they differ from those it has. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type Command, type ListedCommand, listed, type Option, type TextOption } from '../../answer/command.ts';
import { BASE_LANGUAGE, type Catalogues, catalogues, type MessageKey } from '../../messages/messages.ts';
import { limits } from '../limits.ts';

/** What is needed to say something in several languages. */
type Spoken = Pick<Catalogues, 'messagesIn' | 'translationsOf'>;

const LOCALES = new Set<string>(Object.values(Locale));

/** A message in English, and in each other language that Discord has. */
function spoken(key: MessageKey, { messagesIn, translationsOf }: Spoken) {
  const translations = [...translationsOf(key)].filter(([language]) => LOCALES.has(language));
  return {
    text: messagesIn(BASE_LANGUAGE).say(key),
    localizations: translations.length > 0 ? Object.fromEntries(translations) : undefined,
  };
}

function described(key: MessageKey, by: Spoken) {
  const { text, localizations } = spoken(key, by);
  return { description: text, ...(localizations && { description_localizations: localizations }) };
}

function named(key: MessageKey, by: Spoken) {
  const { text, localizations } = spoken(key, by);
  return { name: text, ...(localizations && { name_localizations: localizations }) };
}

function textOption(name: string, option: TextOption, by: Spoken): APIApplicationCommandStringOption {
  const { description, required = false, choices, suggest, maxLength } = option;
  const base = { type: ApplicationCommandOptionType.String, name, ...described(description, by), required } as const;
  if (choices) return { ...base, choices: choices.map(({ name: key, value }) => ({ ...named(key, by), value })) };
  const max_length = Math.min(maxLength, limits.command.textOption);
  return { ...base, max_length, ...(suggest && { autocomplete: true }) };
}

function optionOf(name: string, option: Option, by: Spoken): APIApplicationCommandBasicOption {
  const base = { name, ...described(option.description, by), required: option.required ?? false };
  switch (option.type) {
    case 'text':
      return textOption(name, option, by);
    case 'integer': {
      const max = option.max === undefined ? {} : { max_value: option.max };
      return { type: ApplicationCommandOptionType.Integer, ...base, min_value: option.min, ...max };
    }
    case 'boolean':
      return { type: ApplicationCommandOptionType.Boolean, ...base };
    case 'role':
      return { type: ApplicationCommandOptionType.Role, ...base };
    case 'channel': {
      const channel_types = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
      return { type: ApplicationCommandOptionType.Channel, ...base, channel_types: [...channel_types] };
    }
  }
}

/** Where a command may be used: everywhere, or for managers' commands in servers that have the bot. */
function availability(managersOnly: boolean) {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  if (!managersOnly)
    return { integration_types: [GuildInstall, UserInstall], contexts: [Guild, BotDM, PrivateChannel] };
  const default_member_permissions = PermissionFlagsBits.ManageGuild.toString();
  return { integration_types: [GuildInstall], contexts: [Guild], default_member_permissions };
}

/** A command's options; required ones first, as Discord demands. */
function optionsOf(command: ListedCommand, by: Spoken): APIApplicationCommandBasicOption[] {
  const options = Object.entries(command.options).map(([option, declared]) => optionOf(option, declared, by));
  return [...options.filter((option) => option.required), ...options.filter((option) => !option.required)];
}

/** What a command is called in place of its name, by which it stays known: in English too, if that says otherwise. */
function calledInstead(name: string, title: MessageKey, by: Spoken) {
  const { text, localizations } = spoken(title, by);
  const english = text === name ? undefined : { [Locale.EnglishGB]: text, [Locale.EnglishUS]: text };
  return english || localizations ? { name_localizations: { ...english, ...localizations } } : {};
}

/** A command as Discord registers it. */
export function registrationOf(
  command: ListedCommand,
  by: Spoken = catalogues,
): RESTPostAPIApplicationCommandsJSONBody {
  const { name, title, description, kind = 'slash', managersOnly = false } = command;
  if (kind === 'message command') {
    const called = title === undefined ? {} : calledInstead(name, title, by);
    return { type: ApplicationCommandType.Message, name, ...called, ...availability(managersOnly) };
  }
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...described(description, by),
    options: optionsOf(command, by),
    ...availability(managersOnly),
  };
}

/** Commands whose names begin with the same word, as its subcommands. */
function groupOf(name: string, commands: readonly ListedCommand[], by: Spoken): RESTPostAPIApplicationCommandsJSONBody {
  const subcommands = commands.map((command) => ({
    type: ApplicationCommandOptionType.Subcommand as const,
    name: command.name.slice(name.length + 1),
    ...described(command.description, by),
    options: optionsOf(command, by),
  }));
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    // Shown nowhere, because a group cannot be run, but required.
    description: subcommands.map((subcommand) => subcommand.name).join(', '),
    options: subcommands,
    ...availability(commands.every(({ managersOnly }) => managersOnly)),
  };
}

/** The group of a slash command whose name has two words; null for any other command. */
function groupName({ name, kind }: ListedCommand): string | null {
  return kind === 'message command' || !name.includes(' ') ? null : name.slice(0, name.indexOf(' '));
}

/** All commands as Discord registers them, those of two words grouped under the first word. */
export function registrationsOf(
  commands: readonly Command[],
  by: Spoken = catalogues,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const groups = Map.groupBy(listed(commands), groupName);
  return [
    ...(groups.get(null) ?? []).map((command) => registrationOf(command, by)),
    ...[...groups].flatMap(([name, theirs]) => (name === null ? [] : groupOf(name, theirs, by))),
  ];
}

/** What Discord returns for a field that was left out. */
const LEFT_OUT: readonly unknown[] = [undefined, null, false, ''];

/** A value in canonical form: absent, null, false and empty are the same, and keys are sorted. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, part]) => !LEFT_OUT.includes(part) && !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, plain(part)]));
}

/** Only the fields of a registration; the rest (id, version, application) is Discord's own. */
const FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'integration_types',
  'contexts',
  'default_member_permissions',
];

function comparable(command: object): string {
  const fields = Object.entries(command).filter(([key]) => FIELDS.includes(key));
  return JSON.stringify(plain(Object.fromEntries(fields)));
}

/** Whether Discord already has exactly these commands, in whatever order. */
export function sameCommands(registered: readonly object[], wanted: readonly object[]): boolean {
  const forms = (commands: readonly object[]) => JSON.stringify(commands.map(comparable).sort());
  return forms(registered) === forms(wanted);
}
