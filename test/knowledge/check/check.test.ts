import { expect, it } from 'vitest';
import { checkKnowledge } from '../../../src/knowledge/check/check.ts';
import { type Change, TEXT, TODAY, writeKnowledge, writeText } from '../fixture.ts';

const TABLE = `lake
paragraph      facts  questions       gaps
       ¶1          2          1          1
       ¶2          2          1          1

4 facts, 2 questions, 1 gaps, 100 phrasings, 2 of no article
`;

it('counts what rests on each paragraph and finds nothing wrong with sound knowledge', () => {
  expect(checkKnowledge(writeKnowledge(), writeText(TEXT), TODAY)).toEqual({
    problems: [],
    warnings: [],
    toDo: [],
    report: `${TABLE}\nNo problem found.`,
  });
});

it('says what it could not prove without the text', () => {
  const change = { file: 'lake/facts/meeting.yaml', from: 'three hours', to: 'four hours' };
  const { problems, report } = checkKnowledge(writeKnowledge([change]), undefined, TODAY);
  expect(problems).toEqual([]);
  expect(report).toContain(
    "The articles' texts were not given (set ARTICLES_DIR to their folder), so this is not proved:",
  );
});

it('is not content with a folder that lacks the text', () => {
  const folder = writeKnowledge();
  expect(checkKnowledge(folder, folder, TODAY).report).toBe(
    `${TABLE}\n${folder}/lake.txt:1:1 there is no such file; it would hold the article, one paragraph a line\n1 problem.`,
  );
});

it('says of an article beside others whose text is not at hand what is not proved', () => {
  const pond: readonly Change[] = [
    {
      file: 'pond/article.yaml',
      to: `headline: Frogs by the pond
date: 2024-03-05
topics: [{ id: frogs, title: Frogs, description: How many }]
paragraphs: [{ gist: Frogs were counted., sha256: "${'0'.repeat(64)}" }]
sides: []
`,
    },
    { file: 'pond/speakers.yaml', to: 'speakers: []\n' },
    {
      file: 'pond/facts/frogs.yaml',
      to: 'topic: frogs\nfacts: [{ id: frogs, text: There are frogs., paragraphs: [1], said_by: article }]\n',
    },
  ];
  const { problems, warnings } = checkKnowledge(writeKnowledge(pond), writeText(TEXT), TODAY);
  expect(problems).toEqual([]);
  expect(warnings.map(({ message }) => message)).toContain(
    'there is no such file, so nothing of this article is held against its text',
  );
});

it('stops at knowledge that is not whole', () => {
  const folder = writeKnowledge([{ file: 'lake/timeline.yaml', from: '[met]', to: '[no-such-fact]' }]);
  expect(checkKnowledge(folder, undefined, TODAY).report).toBe(
    `${folder}/lake/timeline.yaml:4:13 there is no fact \`no-such-fact\`\n\n1 problem. The rest is checked once what is above is mended.`,
  );
});
