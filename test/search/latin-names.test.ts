import { expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { fact } from '../../commands/fact.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { withLatinNames } from '../../src/search/latin-names.ts';
import { small } from '../support/knowledge.ts';
import { realContext } from '../support/real.ts';

const context = await realContext();
const asker = { user: 'ada', locale: 'en-GB' };

test.each([
  ['Who is Мединский?', 'Who is Vladimir Medinsky?'],
  ['who is ВЛАДИМИР мединский', 'who is Vladimir Medinsky'],
  ['Зеленськи\u0438\u0306 спитав', 'Volodymyr Zelenskyy спитав'],
  ['did Зеленський ask Путін?', 'did Volodymyr Zelenskyy ask Vladimir Putin?'],
  ['Путинка is no Путин', 'Путинка is no Vladimir Putin'],
  ['Who is Medinsky?', 'Who is Medinsky?'],
])('%j is read as %j', (text, read) => {
  expect(withLatinNames(text, context.knowledge)).toBe(read);
});

test('a knowledge without such names changes nothing', () => {
  expect(withLatinNames('Who is Мединский?', small)).toBe('Who is Мединский?');
});

test.each(['Who is Мединский', 'who is М\u0435d\u0456nsky'])('/ask finds Medinsky for %j', (question) => {
  const answer = (asked: string) => (ask.run({ question: asked }, context, asker) as Reply).text;
  expect(answer(question)).toBe(answer('Who is Vladimir Medinsky'));
  expect(answer(question)).toMatch(/^Vladimir Medinsky/);
});

test('/fact finds what is said by a name in its own alphabet', () => {
  const facts = (search: string) => (fact.run({ search }, context, asker) as Reply).citations;
  expect(facts('Мединский')).toEqual(facts('Vladimir Medinsky'));
});
