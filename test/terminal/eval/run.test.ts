import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { parseLabelled } from '../../../src/terminal/eval/labelled.ts';
import { run } from '../../../src/terminal/eval/run.ts';
import { type Answer, score } from '../../../src/terminal/eval/score.ts';
import { emptyFolder } from '../../support/folder.ts';
import { smallContext } from '../../support/knowledge.ts';

const labelled = (fields: object) => {
  const [first] = parseLabelled(JSON.stringify({ question: 'q', ...fields }), 'f');
  if (!first) throw new Error('nothing parsed');
  return first;
};
const answer = (status: Answer['status'], paragraph = 2, words = 'Forty'): Answer => ({
  question: 'q',
  language: 'en',
  status,
  answer: words,
  entry: 'e',
  score: 1,
  citations: status === 'no_match' ? [] : [{ article: 'a', paragraph, said_by: 's' }],
  suggestions: [],
});
const outcome = (fields: object, given: Answer) => {
  const { right, falseAnswer } = score(labelled(fields), given);
  return [right, falseAnswer];
};

describe('a right answer', () => {
  const wanted = { expect: 'answer', paragraphs: [2, 3], must: '^forty' };
  test.each([
    ['cites one of the paragraphs and matches, whatever the case', answer('answered'), true],
    ['cites no other paragraph', answer('answered', 4), false],
    ['matches', answer('answered', 2, 'Nine'), false],
    ['is answered', answer('not_stated'), false],
  ])('%s', (_rule, given, right) => {
    expect(outcome(wanted, given)).toEqual([right, false]);
  });
});

describe('what is not stated', () => {
  test('is said to be so', () => {
    expect(outcome({ expect: 'not_stated' }, answer('not_stated'))).toEqual([true, false]);
    expect(outcome({ expect: 'not_stated' }, answer('no_match'))).toEqual([false, false]);
  });

  test('or rightly answered from the paragraphs that settle it; any other answer is false', () => {
    expect(outcome({ expect: 'not_stated', paragraphs: [2], must: 'forty' }, answer('answered'))).toEqual([
      true,
      false,
    ]);
    expect(outcome({ expect: 'not_stated', paragraphs: [3] }, answer('answered'))).toEqual([false, true]);
    expect(outcome({ expect: 'not_stated' }, answer('answered'))).toEqual([false, true]);
  });
});

test('what is out of scope is found nowhere; an answer to it is false', () => {
  expect(outcome({ expect: 'out_of_scope' }, answer('no_match'))).toEqual([true, false]);
  expect(outcome({ expect: 'out_of_scope' }, answer('not_stated'))).toEqual([false, false]);
  expect(outcome({ expect: 'out_of_scope' }, answer('answered'))).toEqual([false, true]);
});

describe('npm run eval', () => {
  const file = (lines: readonly string[]) => {
    const path = join(emptyFolder(), 'questions.jsonl');
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  async function evaluate(given: readonly string[], isTTY = false) {
    const [out, errors] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY })];
    const to = { commands, context: smallContext, onError: () => {} };
    const code = await run(given, out, errors, to);
    out.end();
    errors.end();
    return { code, output: await text(out), errors: await text(errors) };
  }
  const good = [
    '{"question":"how-many-trout","expect":"answer","paragraphs":[2],"must":"40","persona":"brief"}',
    '',
    '{"question":"which-day","expect":"out_of_scope","persona":"abrupt"}',
    '{"question":"lake-depth","expect":"not_stated","persona":"brief"}',
  ];

  test('shows on a terminal how far it is, and leaves nothing of that', async () => {
    const questions = file(good);
    expect((await evaluate([questions])).errors).toBe('');
    const { errors } = await evaluate([questions], true);
    expect(errors).toBe(['1/3', '2/3', '3/3', ''].map((shown) => `\r\u001b[K${shown}`).join(''));
  });

  test('prints a row a persona and the total, then the misses with what came instead', async () => {
    const { code, output } = await evaluate([file(good)]);
    expect(code).toBe(0);
    expect(output).toBe(
      `${[
        'persona  questions        right      answers         gaps  out of scope  false answers  wrong openings',
        'abrupt           1    0/1 0.0 %            –            –     0/1 0.0 %    1/1 100.0 %       0/1 0.0 %',
        'brief            2  2/2 100.0 %  1/1 100.0 %  1/1 100.0 %             –      0/1 0.0 %       0/2 0.0 %',
        'total            3   2/3 66.7 %  1/1 100.0 %  1/1 100.0 %     0/1 0.0 %     1/2 50.0 %       0/3 0.0 %',
        '',
        'asks for  questions        right      answers         gaps  out of scope  false answers  wrong openings',
        'how many          1  1/1 100.0 %  1/1 100.0 %            –             –              –       0/1 0.0 %',
        'what              1  1/1 100.0 %            –  1/1 100.0 %             –      0/1 0.0 %       0/1 0.0 %',
        'when              1    0/1 0.0 %            –            –     0/1 0.0 %    1/1 100.0 %       0/1 0.0 %',
        'total             3   2/3 66.7 %  1/1 100.0 %  1/1 100.0 %     0/1 0.0 %     1/2 50.0 %       0/3 0.0 %',
        '',
        'FALSE "which-day" (abrupt)',
        '  wanted out_of_scope',
        '  got    answered which-day 1.00: On Monday.',
        '           ¶1 · ¶2',
      ].join('\n')}\n`,
    );
  });

  test('--json gives the same to programs', async () => {
    const { rows, misses } = JSON.parse((await evaluate([file(good), '--json'])).output);
    expect(rows.at(-1)).toMatchObject({ name: 'total', questions: 3, answers: [1, 1], falseAnswers: [1, 2] });
    expect(misses).toHaveLength(1);
  });

  test.each([
    ['no JSON', ['{"question":"q","expect":"answer"}', '{'], ':2 '],
    ['an unknown label', ['{"question":"q","expect":"maybe"}'], ':1 expect: '],
    ['a pattern that is none', ['{"question":"q","expect":"answer","must":"("}'], ':1 must: '],
  ])('%s is bad usage, at its line', async (_what, lines, place) => {
    const bad = file(lines);
    const { code, output, errors } = await evaluate([bad]);
    expect([code, output]).toEqual([2, '']);
    expect(errors.startsWith(bad + place)).toBe(true);
  });

  test('--help shows what a line looks like', async () => {
    const { code, output, errors } = await evaluate(['--help']);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('{"question": "what did it cost", "expect": "not_stated"}');
  });

  test.each([[[]], [['a', 'b']], [['--bogus']], [['missing.jsonl']], [['.']]])('%j is bad usage', async (given) => {
    const { code, errors } = await evaluate(given);
    expect(code).toBe(2);
    expect(errors).toContain('Usage: npm run eval -- FILE.jsonl [--json]\n');
  });
});
