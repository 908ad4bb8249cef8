import { spawn } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openSnapshot } from '../../src/snapshot/open.ts';
import { type Program, run } from '../../src/terminal/run.ts';
import { emptyFolder } from '../support/folder.ts';
import { small, smallContext } from '../support/knowledge.ts';

const ROOT = join(import.meta.dirname, '../..');
const program: Program = {
  commands,
  open: async () => ({
    ok: true,
    snapshot: { ...smallContext, curated: { knowledge: small, leftOut: [], texts: new Map() } },
  }),
  onError: (_id, error) => {
    throw error;
  },
  now: () => smallContext.now,
};

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.text += chunk.toString();
    done();
  }
}

async function ask(
  given: readonly string[],
  input: Readable & { isTTY?: boolean } = Readable.from([]),
  from = program,
) {
  const [output, errors] = [new Collected(), new Collected()];
  const code = await run(given, { input, output, errors }, from);
  return { code, output: output.text, errors: errors.text };
}

describe('one question', () => {
  test('prints the answer with its source, plainly where it is not a terminal', async () => {
    expect(await ask(['how-many-trout'])).toEqual({
      code: 0,
      errors: '',
      output: [
        'How many trout are in the lake?',
        'Ben Reed says 40.',
        '  ¶2 (Ben Reed)',
        '',
        'As of 16 May 2025',
        '',
        'You can also ask:',
        '• On which day did the mayor come?',
        '',
      ].join('\n'),
    });
  });

  test.each(['will it rain tomorrow', 'lake-depth', '', '/fact trout', '/nothing'])(
    '%j is no error',
    async (question) => {
      const { code, output, errors } = await ask([question]);
      expect([code, errors]).toEqual([0, '']);
      expect(output).not.toBe('');
    },
  );
});

test('lines that are piped in are answered one after another, each by itself', async () => {
  const { code, output, errors } = await ask([], Readable.from(['how-many-trout\n\nlake-de', 'pth']));
  expect([code, errors]).toEqual([0, '']);
  expect(output).toMatch(/^\? how-many-trout\n[\s\S]*Ben Reed says 40\.[\s\S]*\n\n\? lake-depth\n[\s\S]*does not say/);
});

describe('bad usage', () => {
  test.each([
    [['--bogus', '-x'], 'This is not understood: --bogus -x'],
    [['--language'], 'This is not understood: --language'],
    [['two', 'words'], 'The question is one argument: put it in quotes.'],
    [['--json', 'question'], 'With --json, questions come from standard input.'],
    [[], 'There is no question, and no terminal to talk on.'],
  ])('%j', async (given, line) => {
    const { code, output, errors } = await ask(given);
    expect([code, output]).toEqual([2, '']);
    expect(errors.startsWith(`${line}\nUsage:\n  npm run ask -- "QUESTION"`)).toBe(true);
  });

  test('is explained in the language that is named', async () => {
    const { errors } = await ask(['--language', 'uk', 'два', 'слова']);
    expect(errors).toMatch(/^Запитання — це один аргумент.+\nВикористання:\n/);
  });
});

test.each([
  [['--help'], 'Usage:'],
  [['-h', '--language', 'tr'], 'Kullanım:'],
  [['--help', '--language', 'xx'], 'Usage:'],
])('%j prints how it is used', async (given, begins) => {
  const { code, output, errors } = await ask(given);
  expect([code, errors]).toEqual([0, '']);
  expect(output).toContain(`${begins}\n  npm run ask -- "`);
  expect(output.endsWith('\n')).toBe(true);
});

test('broken knowledge: each fault at its file, line and column, and nothing answered', async () => {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'knowledge'), folder, { recursive: true });
  writeFileSync(join(folder, 'words.yaml'), 'synonyms:\n  truce: 5\nnames: []\n');
  const open = () => openSnapshot({ knowledge: folder, articles: undefined, cacheFolder: folder }, () => {});
  const { code, output, errors } = await ask(['when?'], undefined, { ...program, open });
  expect([code, output]).toEqual([1, '']);
  expect(errors).toMatch(/words\.yaml:2:3 .+\n$/);
});

describe('--json', () => {
  test('a line for a line, in order, whatever the pieces they come in', async () => {
    const lines = ['how-many-trout', '', 'Wie tief? 🐟', 'a\u2028b', 'lake-depth'];
    const bytes = Buffer.from(lines.join('\r\n'));
    const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
    const { output } = await ask(['--json'], Readable.from(pieces));
    const answers = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ question }) => question)).toEqual(lines);
    expect(answers[0]).toEqual({
      question: 'how-many-trout',
      language: 'en',
      status: 'answered',
      answer: 'Ben Reed says 40.\n  ¶2 (Ben Reed)',
      entry: 'how-many-trout',
      score: 1,
      citations: [{ article: 'lake-talks', paragraph: 2, said_by: 'Ben Reed' }],
      suggestions: [{ entry: 'which-day', question: 'On which day did the mayor come?' }],
    });
    expect(answers[1]).toMatchObject({ status: 'no_match', entry: null, citations: [] });
    expect(answers[4]).toMatchObject({ status: 'not_stated', entry: 'lake-depth' });
  });

  test('a question that is too long is refused in its own line', async () => {
    const { output } = await ask(['--json'], Readable.from(['x'.repeat(6001)]));
    expect(JSON.parse(output)).toMatchObject({ status: 'no_match', entry: null, score: 0 });
  });

  test('answers each line before the next one comes', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const done = run(['--json'], { input, output, errors: new Collected() }, program);
    input.write('lake-depth\n');
    const [first] = await output.take(1).toArray();
    expect(JSON.parse(String(first)).entry).toBe('lake-depth');
    input.end();
    expect(await done).toBe(0);
  });
});

describe('a conversation', () => {
  const talk = (typed: string) => ask([], Object.assign(Readable.from([typed]), { isTTY: true }));

  test('answers questions and commands, and opens what a number stands for', async () => {
    const { code, output } = await talk('how-many-trout\n2\n/who benny\n\n/quit\nlake-depth\n');
    expect(code).toBe(0);
    const titles = [
      'How many trout are in the lake?',
      ' 2 On which day did the mayor come?',
      'On Monday.',
      'Role: Keeper of the lake',
    ];
    const places = titles.map((title) => output.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(output).not.toContain('How deep is the lake?');
  });

  test('the end of input leaves', async () => {
    expect((await talk('')).code).toBe(0);
  });
});

/** Prints the address of every module as it is loaded. */
const TRACE = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load: (url, context, next) => (process.stderr.write(url + '\\n'), next(url, context)) });
`)}`;

test('the program answers on its own, and loads nothing of discord.js', async () => {
  const child = spawn(process.execPath, ['--import', TRACE, 'src/terminal/main.ts', '--json'], { cwd: ROOT });
  child.stdin.end('How many prisoners will be exchanged?\n');
  const [output, loaded] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(JSON.parse(output)).toMatchObject({ status: 'answered', entry: 'prisoner-number' });
  expect(loaded).toContain('node_modules/fuse.js');
  expect(loaded).not.toContain('node_modules/discord.js');
});
