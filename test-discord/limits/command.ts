import { ApplicationCommandType } from 'discord-api-types/v10';
import { type Problem, refuseIf, tooManyCommands } from '../errors.ts';
import { asList, asObject, asText, type Json } from '../json.ts';
import { checkName, checkOptions } from './options.ts';
import { checkRequiredText, problem, repeated, textLength } from './text.ts';

// https://discord.com/developers/docs/interactions/application-commands
const DESCRIPTION = 100;
const MENU_NAME = 32;
const TOTAL = 8000;
/** How many commands of each type an application may have in one scope. */
const COMMANDS = { [ApplicationCommandType.ChatInput]: 100, [ApplicationCommandType.Message]: 15 } as const;

/** The length of the longest of a text and its translations, which counts towards the size of a command. */
function longest(text: unknown, translations: unknown): number {
  const texts = [text, ...Object.values(asObject(translations))];
  return Math.max(...texts.map((value) => textLength(asText(value))));
}

function size(part: unknown): number {
  const { name, name_localizations, description, description_localizations, value, options, choices } = asObject(part);
  const own =
    longest(name, name_localizations) + longest(description, description_localizations) + textLength(asText(value));
  return [...asList(options), ...asList(choices)].reduce((sum: number, inner) => sum + size(inner), own);
}

function checkCommand(path: Problem['path'], command: Json): Problem[] {
  const { type = ApplicationCommandType.ChatInput, name, description, options } = command;
  if (type !== ApplicationCommandType.ChatInput) {
    return [
      ...checkRequiredText([...path, 'name'], name, MENU_NAME),
      ...(description
        ? [problem([...path, 'description'], 'APPLICATION_COMMAND_MENU_DESCRIPTION', 'Menus have no description')]
        : []),
    ];
  }
  return [
    ...checkName([...path, 'name'], name),
    ...checkRequiredText([...path, 'description'], description, DESCRIPTION),
    ...checkOptions([...path, 'options'], asList(options)),
    ...(size(command) > TOTAL
      ? [problem(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${TOTAL})`)]
      : []),
  ];
}

/** Refuses a command that breaks a limit. */
export function requireCommand(command: Json): void {
  refuseIf(checkCommand([], command));
}

/** Refuses a scope's list of commands if one breaks a limit, or a name is repeated. */
export function requireCommands(commands: Json[]): void {
  const kinds = commands.map(({ type = ApplicationCommandType.ChatInput }) => type);
  for (const [type, most] of Object.entries(COMMANDS)) {
    if (kinds.filter((kind) => kind === Number(type)).length > most) throw tooManyCommands();
  }
  refuseIf([
    ...commands.flatMap((command, index) => checkCommand([index], command)),
    ...repeated(commands.map(({ name }, index) => `${kinds[index]} ${name}`)).map((index) =>
      problem([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
    ),
  ]);
}
