import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDiscord } from '../start.ts';
import type { TestDiscord } from '../test-discord.ts';

let discord: TestDiscord;
let rest: REST;
beforeAll(async () => {
  discord = await startTestDiscord();
  rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
});
afterAll(() => discord.close());

const put = (body: object) => rest.put(Routes.applicationCommands(discord.applicationId), { body });

const command = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'q', description: 'd', ...more });
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}`, value: `${index}` }));
const manyOptions = (count: number) => Array.from({ length: count }, (_, index) => option({ name: `q${index}` }));
/** 79 choices of 100 characters in 9 options: with a description of 72 characters exactly 8,000 in all. */
const large = (description: number) => {
  const full = (index: number) => ({ name: `${index}`.padEnd(50, 'n'), value: 'v'.repeat(50) });
  const own = (count: number) => Array.from({ length: count }, (_, index) => full(index));
  const of = (index: number) => option({ name: `o${index}`, choices: own(index === 8 ? 7 : 9) });
  return command({
    name: 'c',
    description: 'd'.repeat(description),
    options: Array.from({ length: 9 }, (_, index) => of(index)),
  });
};

const commands: [string, object, object, string][] = [
  ['a name of 32', command({ name: 'a'.repeat(32) }), command({ name: 'a'.repeat(33) }), '0.name'],
  ['a name in lower case', command({ name: 'ask' }), command({ name: 'Ask' }), 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a name of one word', command({ name: 'ask-it' }), command({ name: 'ask it' }), 'APPLICATION_COMMAND_INVALID_NAME'],
  [
    'a description of 100',
    command({ description: 'd'.repeat(100) }),
    command({ description: 'd'.repeat(101) }),
    '0.description',
  ],
  ['a description that is not empty', command({ description: 'd' }), command({ description: '' }), '0.description'],
  [
    'choices that differ',
    command({ options: [option({ choices: choices(2) })] }),
    command({ options: [option({ choices: [...choices(1), ...choices(1)] })] }),
    'CHOICE_NAME_ALREADY_EXISTS',
  ],
  ['25 options', command({ options: manyOptions(25) }), command({ options: manyOptions(26) }), '0.options'],
  [
    'required options before the others',
    command({ options: [option({ required: true }), option({ name: 'r' })] }),
    command({ options: [option(), option({ name: 'r', required: true })] }),
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    '25 choices',
    command({ options: [option({ choices: choices(25) })] }),
    command({ options: [option({ choices: choices(26) })] }),
    '0.options[0].choices',
  ],
  ['8,000 characters in all', large(72), large(73), 'APPLICATION_COMMAND_TOO_LARGE'],
];

test.for(commands)('a command may have %s and no more', async ([, allowed, tooMuch, where]) => {
  await expect(put([allowed])).resolves.toHaveLength(1);
  await expect(put([tooMuch])).rejects.toMatchObject({
    status: 400,
    code: 50035,
    message: expect.stringContaining(where),
  });
});

test('two commands of one name are refused, but not a slash command and a menu', async () => {
  await expect(put([command(), command()])).rejects.toThrow('APPLICATION_COMMANDS_DUPLICATE_NAME');
  await expect(put([command(), { type: 3, name: 'ask' }])).resolves.toHaveLength(2);
});
