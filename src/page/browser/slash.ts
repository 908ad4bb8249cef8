/** The registered commands to pick from: slash commands, and subcommands by both words of their names. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

export type Declared = APIApplicationCommandBasicOption;
type Registered = RESTPostAPIApplicationCommandsJSONBody;

export interface Slash {
  /** Without the slash; two words for a subcommand. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly Declared[];
}

type Option = NonNullable<RESTPostAPIChatInputApplicationCommandsJSONBody['options']>[number];

const isSubcommand = (option: Option): option is APIApplicationCommandSubcommandOption =>
  option.type === ApplicationCommandOptionType.Subcommand;

/** The slash commands among those registered. */
export function slashCommands(registered: readonly Registered[]): readonly Slash[] {
  return registered.flatMap((command): Slash[] => {
    if (command.type !== ApplicationCommandType.ChatInput) return [];
    const { name, description, options = [] } = command;
    const subcommands = options.filter(isSubcommand);
    if (subcommands.length === 0) return [{ name, description, options: options as Declared[] }];
    return subcommands.map((sub) => ({
      name: `${name} ${sub.name}`,
      description: sub.description,
      options: sub.options ?? [],
    }));
  });
}

/** The names of the commands of a message's Apps menu. */
export function messageCommands(registered: readonly Registered[]): readonly string[] {
  return registered.filter(({ type }) => type === ApplicationCommandType.Message).map(({ name }) => name);
}
