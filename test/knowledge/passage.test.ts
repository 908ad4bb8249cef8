import { expect, test } from 'vitest';
import { passageOf } from '../../src/knowledge/passage.ts';

test.each([
  ['whole words, whatever their case', 'Art is long, and life short.', ['start the ART', 'shorter'], 'Art is', 'short'],
  ['without the marks around them', '“We won’t,” he said. (No)', [], 'We', 'No'],
  [
    'marks between words stay',
    'The U.S., and he, left at 3',
    ['the U.S.', 'at 3', 'left at 3'],
    'The U.S., and',
    'he, left at 3',
  ],
  ['typographic marks are no difference', 'Kyiv’s men came', ["Kyiv's dogs"], 'Kyiv’s men', 'came'],
  ['no end that shares words with the beginning', 'He also came', ['she also came'], 'He', undefined],
])('%s', (_why, paragraph, others, starts, ends) => {
  expect(passageOf(paragraph, [paragraph, ...others])).toEqual({ starts, ...(ends && { ends }) });
});

test.each([
  ['the paragraph stands twice', 'It rained', ['It rained']],
  ['it has no words', '***', []],
])('nothing where %s', (_why, paragraph, others) => {
  expect(passageOf(paragraph, [paragraph, ...others])).toBeUndefined();
});
