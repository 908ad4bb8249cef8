import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';
import { asList, asObject, type Json } from '../json.ts';
import { checkCount, checkRequiredText, checkText, problem, repeated } from './text.ts';

// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const OPTIONS = 25;
const CHOICES = 25;
const DESCRIPTION = 100;
const CHOICE = 100;

/** Checks the name of a slash command or an option: one word, in lower case if the script has one. */
export function checkName(path: Problem['path'], name: unknown): Problem[] {
  if (typeof name === 'string' && NAME.test(name) && name === name.toLowerCase()) return [];
  return [problem(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
}

function checkChoices(path: Problem['path'], option: Json): Problem[] {
  const choices = asList(option.choices).map(asObject);
  const both = option.autocomplete === true && choices.length > 0;
  return [
    ...checkCount([...path, 'choices'], choices, CHOICES),
    ...choices.flatMap(({ name, value }, index) => [
      ...checkRequiredText([...path, 'choices', index, 'name'], name, CHOICE),
      ...(typeof value === 'string' ? checkText([...path, 'choices', index, 'value'], value, CHOICE) : []),
    ]),
    ...repeated(choices.map(({ name }) => name)).map((index) =>
      problem(
        [...path, 'choices', index],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Option choice name is already used',
      ),
    ),
    ...(both ? [problem(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'Autocomplete cannot have choices')] : []),
  ];
}

function checkOption(path: Problem['path'], option: Json): Problem[] {
  return [
    ...checkName([...path, 'name'], option.name),
    ...checkRequiredText([...path, 'description'], option.description, DESCRIPTION),
    ...checkChoices(path, option),
    ...checkOptions([...path, 'options'], asList(option.options)),
  ];
}

/** Checks the options of a command or a subcommand, and nested ones. */
export function checkOptions(path: Problem['path'], list: unknown[]): Problem[] {
  const options = list.map(asObject);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const late = options.findIndex(
    ({ required }, index) => required === true && firstOptional >= 0 && index > firstOptional,
  );
  const isGroup = ({ type }: Json) =>
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
  const mixed = options.some(isGroup) && !options.every(isGroup);
  return [
    ...checkCount(path, options, OPTIONS),
    ...options.flatMap((option, index) => checkOption([...path, index], option)),
    ...(late >= 0
      ? [
          problem(
            [...path, late],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]
      : []),
    ...(mixed
      ? [problem(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command and option types cannot be mixed')]
      : []),
    ...repeated(options.map(({ name }) => name)).map((index) =>
      problem([...path, index], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name is already used'),
    ),
  ];
}
