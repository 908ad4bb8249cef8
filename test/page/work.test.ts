import { expect, it } from 'vitest';
import { alignedTexts } from '../../src/knowledge/article-text.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { workOf } from '../../src/page/work.ts';
import { type Change, TEXT, writeKnowledge, writeText } from '../knowledge/fixture.ts';

function work(changes: readonly Change[], text?: string) {
  const loaded = loadKnowledge(writeKnowledge(changes));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { knowledge, leftOut } = loaded;
  return workOf({
    knowledge,
    leftOut,
    texts: text === undefined ? new Map() : alignedTexts(writeText(text), knowledge),
  });
}

const DRAFT: readonly Change[] = [
  { file: 'lake/article.yaml', from: 'date: 2024', to: 'draft: true\ndate: 2024' },
  { file: 'lake/article.yaml', from: 'gist: What each side makes of it.', to: 'gist: ""' },
];

it('is nothing if all is written', () => {
  expect(work([])).toEqual({ toDo: [], warnings: [], languages: [], drafts: [] });
});

it('names what is to be written, what costs something, and how much is translated', () => {
  const changes = [
    { file: 'lake/phrasings/meeting.yaml', from: '  - where-met asked in way 7\n', to: '' },
    { file: 'lake/languages/uk/summary.yaml', to: 'summary-meeting: Зустріч.\n' },
  ];
  const { toDo, warnings, languages, drafts } = work(changes);
  expect(toDo).toContainEqual({
    file: 'lake/languages/uk/speakers.yaml',
    message: 'speakers that are not translated: `kyiv`, `petrov`',
  });
  expect(warnings.map(({ message }) => message.split(':')[0])).toEqual(['`where-met` has 39 phrasings', 'uk']);
  expect(languages).toEqual([expect.stringMatching(/^uk: 4 % translated \(1 of 24\)/)]);
  expect(drafts).toEqual([]);
});

it('names what is wrong with a draft that is left out, with its line', () => {
  const { toDo, drafts } = work([{ file: 'pond/article.yaml', to: 'draft: true\nheadline: [\n' }]);
  expect(toDo[0]).toMatchObject({ file: expect.stringMatching(/\/pond\/article\.yaml:\d+:\d+$/) });
  expect(drafts).toEqual([]);
});

it('shows a draft paragraph by paragraph, with the text if it is at hand', () => {
  const [first, second] = TEXT.split('\n').filter((line) => /^(?:Envoys of|Kyiv said)/.test(line));
  const facts = [
    ['Ukrainian and Russian envoys met in Geneva.', 'The meeting took three hours.'],
    ['Kyiv called the talks “useful and calm”.', "By Petrov's account, 30 guests stood in the rain."],
  ];
  const gists = ["Two countries' envoys talk by the water and eat.", ''];
  const draft = (texts: readonly (string | null | undefined)[]) => [
    {
      id: 'lake',
      headline: 'Envoys meet by the lake',
      paragraphs: texts.map((text, index) => ({ text, gist: gists[index], facts: facts[index] })),
    },
  ];
  expect(work(DRAFT, TEXT).drafts).toEqual(draft([first, second]));
  expect(work(DRAFT).drafts).toEqual(draft([null, null]));
});
