import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { type Command, defineCommand } from '../../../src/answer/command.ts';
import { reply } from '../../../src/answer/reply.ts';
import { registrationOf, registrationsOf, sameCommands } from '../../../src/discord/register/registration.ts';

const run = () => reply({ text: 'x' });
const describe = 'What it is';
const weather = defineCommand({
  name: 'weather',
  description: 'The weather',
  options: {
    days: { type: 'integer', description: describe, min: 1, max: 7 },
    place: { type: 'text', description: describe, required: true, maxLength: 9000, suggest: () => [] },
    unit: { type: 'text', description: describe, maxLength: 10, choices: [{ name: 'Celsius', value: 'c' }] },
    loud: { type: 'boolean', description: describe },
    where: { type: 'channel', description: describe },
  },
  run,
}) as Command;

test('a slash command, required options first', () => {
  expect(registrationOf(weather)).toEqual({
    type: 1,
    name: 'weather',
    description: 'The weather',
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [
      { type: 3, name: 'place', description: describe, required: true, max_length: 6000, autocomplete: true },
      { type: 4, name: 'days', description: describe, required: false, min_value: 1, max_value: 7 },
      { type: 3, name: 'unit', description: describe, required: false, choices: [{ name: 'Celsius', value: 'c' }] },
      { type: 5, name: 'loud', description: describe, required: false },
      { type: 7, name: 'where', description: describe, required: false, channel_types: [0, 5] },
    ],
  });
});

test('a command of managers is for servers and hidden from others', () => {
  expect(registrationOf({ ...weather, managersOnly: true })).toMatchObject({
    integration_types: [0],
    contexts: [0],
    default_member_permissions: '32',
  });
});

test('a message command has neither description nor options', () => {
  const menu = registrationOf({ ...weather, name: 'Check it', kind: 'message command' });
  expect(menu).toEqual({ type: 3, name: 'Check it', integration_types: [0, 1], contexts: [0, 1, 2] });
});

/** As Discord gives a command back: with fields of its own, those left out filled in, and keys in another order. */
const givenBack = (command: Command) => ({
  id: '1',
  application_id: '2',
  version: '3',
  nsfw: false,
  dm_permission: true,
  name_localizations: null,
  default_member_permissions: null,
  description: '',
  ...Object.fromEntries(
    Object.entries(JSON.parse(JSON.stringify(registrationOf(command)).replaceAll('"required":false,', ''))).reverse(),
  ),
});

test('what Discord gives back is the same, in any order', () => {
  const wanted = commands.map(registrationOf);
  expect(sameCommands(commands.map(givenBack).reverse(), wanted)).toBe(true);
});

const changed: [string, Command][] = [
  ['description', { ...weather, description: 'Another' }],
  ['option', { ...weather, options: { ...weather.options, loud: { type: 'boolean', description: 'Another' } } }],
  ['order of options', { ...weather, options: Object.fromEntries(Object.entries(weather.options).reverse()) }],
  ['reach', { ...weather, managersOnly: true }],
];
test.each(changed)('a change of %s is seen', (_what, command) => {
  expect(sameCommands([givenBack(weather)], [registrationOf(command)])).toBe(false);
});

test('a command that is gone or new is seen', () => {
  expect(sameCommands([givenBack(weather)], [])).toBe(false);
  expect(sameCommands([], [registrationOf(weather)])).toBe(false);
});

test('commands of two words become subcommands, for managers where all of them are', () => {
  const command = (name: string, managersOnly: boolean) => ({ ...weather, name, options: {}, managersOnly });
  const groups = (...commands: Command[]) => registrationsOf(commands);
  expect(groups(command('sky show', true), command('sea', false), command('sky hide', true))).toMatchObject([
    { name: 'sea', integration_types: [0, 1] },
    {
      type: 1,
      name: 'sky',
      default_member_permissions: '32',
      options: [
        { type: 1, name: 'show', description: 'The weather', options: [] },
        { type: 1, name: 'hide', description: 'The weather', options: [] },
      ],
    },
  ]);
  expect(groups(command('sky show', true), command('sky hide', false))[0]).not.toHaveProperty(
    'default_member_permissions',
  );
  expect(groups({ ...weather, name: 'Check it', kind: 'message command' })).toMatchObject([
    { type: 3, name: 'Check it' },
  ]);
});

test('every command is within Discord’s limits', () => {
  const wanted = registrationsOf(commands);
  expect(new Set(wanted.map(({ name, type }) => `${type} ${name}`)).size).toBe(wanted.length);
  for (const command of wanted) {
    if (command.type === 3) {
      expect(command.name).toMatch(/^.{1,32}$/u);
      continue;
    }
    expect(command.name).toMatch(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
    const direct = 'options' in command ? (command.options ?? []) : [];
    const options = direct.flatMap((option) => ('options' in option ? [option, ...(option.options ?? [])] : [option]));
    const described = [command, ...options];
    for (const { description } of described as { description: string }[]) {
      expect(description.length).toBeGreaterThanOrEqual(1);
      expect(description.length).toBeLessThanOrEqual(100);
    }
    expect(direct.length).toBeLessThanOrEqual(25);
    for (const { name } of options) expect(name).toMatch(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
    expect(JSON.stringify(command).length).toBeLessThanOrEqual(8000);
  }
});
