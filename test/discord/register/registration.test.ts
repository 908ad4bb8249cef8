import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkMessage } from '../../../commands/check-message.ts';
import { commands } from '../../../commands/index.ts';
import { commandsFor } from '../../../src/answer/articles.ts';
import { type Command, defineCommand, type ListedCommand, listed } from '../../../src/answer/command.ts';
import { registrationOf, registrationsOf, sameCommands } from '../../../src/discord/register/registration.ts';
import { openCatalogues } from '../../../src/messages/messages.ts';
import { emptyFolder } from '../../support/folder.ts';
import { small } from '../../support/knowledge.ts';
import { english, reply } from '../../support/messages.ts';

const run = () => reply({ text: 'x' });
const describe = 'command.ask.option.question';
const described = english.say(describe);
const about = english.say('command.ask.description');
const weather = defineCommand({
  name: 'weather',
  description: 'command.ask.description',
  options: {
    days: { type: 'integer', description: describe, min: 1, max: 7 },
    place: { type: 'text', description: describe, required: true, maxLength: 9000, suggest: () => [] },
    unit: {
      type: 'text',
      description: describe,
      maxLength: 10,
      choices: [{ name: 'command.insights.option.days.7', value: 'c' }],
    },
    loud: { type: 'boolean', description: describe },
    where: { type: 'channel', description: describe },
  },
  run,
}) as ListedCommand;

/** The catalogues of a folder with these beside English. */
function spoken(catalogues: Readonly<Record<string, object>>) {
  const folder = emptyFolder();
  for (const [language, texts] of Object.entries(catalogues)) {
    writeFileSync(join(folder, `${language}.json`), JSON.stringify(texts));
  }
  return openCatalogues(folder);
}

test('a slash command, required options first', () => {
  expect(registrationOf(weather, spoken({}))).toEqual({
    type: 1,
    name: 'weather',
    description: about,
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [
      { type: 3, name: 'place', description: described, required: true, max_length: 6000, autocomplete: true },
      { type: 4, name: 'days', description: described, required: false, min_value: 1, max_value: 7 },
      { type: 3, name: 'unit', description: described, required: false, choices: [{ name: '7 days', value: 'c' }] },
      { type: 5, name: 'loud', description: described, required: false },
      { type: 7, name: 'where', description: described, required: false, channel_types: [0, 5] },
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
const givenBack = (command: ListedCommand) => ({
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
  const wanted = listed(commands).map((command) => registrationOf(command));
  expect(sameCommands(listed(commands).map(givenBack).reverse(), wanted)).toBe(true);
});

const changed: [string, ListedCommand][] = [
  ['description', { ...weather, description: 'command.help.description' }],
  [
    'option',
    { ...weather, options: { ...weather.options, loud: { type: 'boolean', description: 'command.help.description' } } },
  ],
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
        { type: 1, name: 'show', description: about, options: [] },
        { type: 1, name: 'hide', description: about, options: [] },
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

test('descriptions and choices go out in the languages that Discord has, each as far as it is translated', () => {
  const by = spoken({
    uk: { [describe]: 'Ваше питання', 'command.insights.option.days.7': '7 днів' },
    tr: { [describe]: 'Sorunuz' },
    tlh: { [describe]: 'yIjatlh' },
  });
  expect(registrationOf(weather, by)).not.toHaveProperty('description_localizations');
  expect(registrationOf(weather, by)).toMatchObject({
    description: about,
    options: [
      { name: 'place', description: described, description_localizations: { tr: 'Sorunuz', uk: 'Ваше питання' } },
      { name: 'days' },
      { name: 'unit', choices: [{ name: '7 days', name_localizations: { uk: '7 днів' }, value: 'c' }] },
      { name: 'loud' },
      { name: 'where' },
    ],
  });
  const [group] = registrationsOf(
    [{ ...weather, name: 'sky show', options: { loud: weather.options.loud } } as Command],
    by,
  );
  expect(group).toMatchObject({
    options: [{ name: 'show', options: [{ description_localizations: { tr: 'Sorunuz', uk: 'Ваше питання' } }] }],
  });
});

test('a message command keeps its name, by which it is known, and is called in each language as that says', () => {
  const by = spoken({ uk: { 'command.check.name': 'Звірити зі статтею' } });
  expect(registrationOf(checkMessage as ListedCommand, by)).toMatchObject({
    name: 'Check against the article',
    name_localizations: { uk: 'Звірити зі статтею' },
  });
  expect(english.say('command.check.name')).toBe(checkMessage.name);
});

test('a message command that is called otherwise where there are several articles is so in English too', () => {
  const several = commandsFor([checkMessage as Command], { articles: [...small.articles, ...small.articles] });
  expect(registrationsOf(several, spoken({ uk: { 'command.check.nameOfSeveral': 'Звірити' } }))).toMatchObject([
    {
      name: 'Check against the article',
      name_localizations: {
        'en-GB': 'Check against the articles',
        'en-US': 'Check against the articles',
        uk: 'Звірити',
      },
    },
  ]);
});

test('a translation that Discord lacks, or has otherwise, is seen', () => {
  const wanted = registrationOf(weather, spoken({ uk: { [describe]: 'Ваше питання' } }));
  expect(sameCommands([wanted], [wanted])).toBe(true);
  expect(sameCommands([registrationOf(weather)], [wanted])).toBe(false);
  expect(sameCommands([registrationOf(weather, spoken({ uk: { [describe]: 'Питання' } }))], [wanted])).toBe(false);
  const called = registrationOf(checkMessage as ListedCommand, spoken({ uk: { 'command.check.name': 'Звірити' } }));
  expect(sameCommands([registrationOf(checkMessage as ListedCommand)], [called])).toBe(false);
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
