import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { library } from '../search/ranking/examples.ts';
import { emptyFolder } from '../support/folder.ts';

const MATCH = join(import.meta.dirname, '../../bench/match.ts');

function file(name: string, lines: readonly unknown[]): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}

function match(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MATCH, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const TRAINING = [
  { text: 'red apple', label: 'a label, with "marks"' },
  { text: 'green apple', label: 'a label, with "marks"' },
  { text: 'fast car', label: 'null' },
  { text: 'slow car', label: 'null' },
];
const training = () => file('train.jsonl', TRAINING);

const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('one line for each question, in order, with the best label even where it declines', () => {
  const questions = file('test.jsonl', [
    { text: 'a red apple', label: null },
    { text: 'zzz', label: 'null' },
    { text: 'fast car' },
  ]);
  const { status, stdout, stderr } = match('--train', training(), '--test', questions);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = linesOf(stdout);
  expect(lines.map(({ label }) => label)).toEqual(['a label, with "marks"', expect.any(String), 'null']);
  expect(lines[1]?.answered).toBe(false);
  const fields = ['label', 'score', 'confidence', 'answered', 'asked', 'offered'];
  for (const line of lines) expect(Object.keys(line)).toEqual(fields);
});

test('between an answer and none it asks, and offers three labels, the best first', () => {
  const questions = file(
    'unsure.jsonl',
    // From a phrasing word for word to what none of them holds.
    ['how do I renew a book', 'where is the library', 'how do I get there', 'zzz'].map((text) => ({
      text,
      label: null,
    })),
  );
  const { stdout } = match('--train', file('library.jsonl', library), '--test', questions);
  const lines = linesOf(stdout);
  expect(lines.map(({ answered, asked }) => (answered ? 'answers' : asked ? 'asks' : 'declines'))).toEqual([
    'answers',
    'asks',
    'asks',
    'declines',
  ]);
  for (const { label, asked, offered } of lines) {
    if (asked) expect(offered).toEqual([label, expect.any(String), expect.any(String)]);
    else expect(offered).toEqual([]);
  }
});

test.each<[string, () => string[], RegExp]>([
  ['no sets', () => [], /Name both sets/],
  ['an option it does not know', () => ['--trian', 'x'], /--trian/],
  ['a file that is not there', () => ['--train', 'nowhere.jsonl', '--test', training()], /cannot be read/],
  [
    'a line that is no JSON',
    () => ['--train', file('bad.jsonl', ['{"text"']), '--test', training()],
    /bad\.jsonl:1 is no JSON/,
  ],
  [
    'a phrasing without a label',
    () => ['--train', file('bare.jsonl', [{ text: 'x' }]), '--test', training()],
    /has no label/,
  ],
  [
    'a line without a text',
    () => ['--train', training(), '--test', file('no.jsonl', [{ label: 'x' }])],
    /no\.jsonl:1 has no "text"/,
  ],
])('%s: a sentence, and exit 2', (_case, args, sentence) => {
  const { status, stdout, stderr } = match(...args());
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(sentence);
});
