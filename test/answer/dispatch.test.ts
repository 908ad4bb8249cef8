import { describe, expect, test } from 'vitest';
import { complete } from '../../src/answer/autocomplete.ts';
import { type Command, defineCommand } from '../../src/answer/command.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import type { Given } from '../../src/answer/values.ts';
import { asker, smallContext } from '../support/knowledge.ts';
import { english, privateLine, reply } from '../support/messages.ts';

const echo = defineCommand({
  name: 'echo',
  description: 'command.ask.description',
  options: {
    text: {
      type: 'text',
      description: 'command.ask.option.question',
      required: true,
      maxLength: 5,
      suggest: (typed) => [
        { name: 'as typed', value: typed },
        { name: 'fixed', value: '1' },
      ],
    },
    colour: {
      type: 'text',
      description: 'command.insights.option.days',
      maxLength: 10,
      choices: [
        { name: 'command.insights.option.days.7', value: 'r' },
        { name: 'command.insights.option.days.30', value: 'b' },
      ],
    },
    times: { type: 'integer', description: 'command.fact.option.page', min: 1, max: 3 },
    loud: { type: 'boolean', description: 'command.ask.option.private' },
    where: { type: 'channel', description: 'command.daily.set.option.channel' },
  },
  run: (values) => reply({ text: JSON.stringify(values) }),
});
const failing = defineCommand({
  name: 'failing',
  description: 'command.fact.description',
  options: {
    what: {
      type: 'text',
      description: 'command.fact.option.search',
      maxLength: 10,
      suggest: () => {
        throw new Error('no list');
      },
    },
  },
  run: () => Promise.reject(new Error('no answer')),
});
const guarded = defineCommand({
  name: 'guarded',
  description: 'command.insights.description',
  options: {
    what: {
      type: 'text',
      description: 'command.fact.option.search',
      maxLength: 10,
      suggest: () => [{ name: 'one', value: '1' }],
    },
  },
  managersOnly: true,
  run: () => reply({ text: 'in' }),
});
const commands: readonly Command[] = [echo, failing, guarded];

function to() {
  const errors: [string, unknown][] = [];
  return {
    errors,
    commands,
    context: smallContext,
    onError: (id: string, error: unknown) => void errors.push([id, error]),
  };
}
const ask = (command: string, options: Given = {}, guild?: { id: string; canManage: boolean }) =>
  dispatch({ command, options, asker: guild ? { ...asker, guild } : asker }, to());

describe('dispatch', () => {
  test('parses values once, by their declaration, also where a button has them as text', async () => {
    const options = { text: 'hi', colour: '30 days', times: '2', loud: 'true', where: '123' };
    expect(await ask('echo', options)).toEqual(
      reply({ text: '{"text":"hi","colour":"b","times":2,"loud":true,"where":"123"}' }),
    );
  });

  test.each<[Given, string]>([
    [{}, `\`text\` is missing: ${english.say('command.ask.option.question')}`],
    [{ text: '123456' }, '`text` has 6 characters; at most 5 are allowed. Please shorten it.'],
    [{ text: 'a', colour: 'green' }, '`colour` is one of: 7 days, 30 days.'],
    [{ text: 'a', times: 4 }, '`times` is a whole number from 1 to 3.'],
    [{ text: 'a', times: 1.5 }, '`times` is a whole number from 1 to 3.'],
    [{ text: 'a', times: 'two' }, '`times` is a whole number from 1 to 3.'],
    [{ text: 'a', loud: 'yes' }, '`loud` is true or false.'],
    [{ text: 'a', other: 1 }, 'There is no option `other` here; `/help` lists what there is.'],
    [{ text: 'a', constructor: 'x' }, 'There is no option `constructor` here; `/help` lists what there is.'],
  ])('%j is refused in a private line', async (options, line) => {
    expect(await ask('echo', options)).toEqual(privateLine(line));
  });

  test('an unknown command is from an older version', async () => {
    expect(await ask('gone')).toEqual(
      privateLine('That is from an older version of the bot. `/help` lists what it can do now.'),
    );
  });

  test('a command for managers runs for them alone, and only in a server', async () => {
    const refusal = privateLine('`/guarded` is for people with the Manage Server permission, in a server.');
    expect(await ask('guarded')).toEqual(refusal);
    expect(await ask('guarded', {}, { id: '1', canManage: false })).toEqual(refusal);
    expect(await ask('guarded', {}, { id: '1', canManage: true })).toEqual(reply({ text: 'in' }));
  });

  test('an error is noted whole under the id that the person sees, and shows nothing of itself', async () => {
    const target = to();
    const answer = await dispatch({ command: 'failing', options: {}, asker }, target);
    const [[id, error] = ['', null]] = target.errors;
    expect(error).toEqual(new Error('no answer'));
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(answer).toEqual(
      privateLine(`Something went wrong here, and it has been noted as \`${id}\`. Please try again.`),
    );
  });
});

describe('complete', () => {
  test('gives what the command suggests for what was typed', () => {
    const target = to();
    expect(complete({ command: 'echo', option: 'text', typed: 'x', asker }, target)).toEqual([
      { name: 'as typed', value: 'x' },
      { name: 'fixed', value: '1' },
    ]);
  });

  test('looks at a hundred characters of what was typed and no more', () => {
    const typed = 'x'.repeat(100_000);
    expect(complete({ command: 'echo', option: 'text', typed, asker }, to())[0]?.value).toBe('x'.repeat(100));
  });

  test('offers nothing of a command for managers to anybody else', () => {
    const offered = (guild?: { id: string; canManage: boolean }) =>
      complete({ command: 'guarded', option: 'what', typed: '', asker: { ...asker, ...(guild && { guild }) } }, to());
    expect([offered(), offered({ id: '1', canManage: false })]).toEqual([[], []]);
    expect(offered({ id: '1', canManage: true })).toEqual([{ name: 'one', value: '1' }]);
  });

  test('offers nothing for what has no suggestions, and nothing where they fail, which is noted', () => {
    const target = to();
    for (const [command, option] of [
      ['echo', 'times'],
      ['echo', 'toString'],
      ['gone', 'text'],
    ] as const) {
      expect(complete({ command, option, typed: '', asker }, target)).toEqual([]);
    }
    expect(complete({ command: 'failing', option: 'what', typed: '', asker }, target)).toEqual([]);
    expect(target.errors).toEqual([['autocomplete', new Error('no list')]]);
  });
});
