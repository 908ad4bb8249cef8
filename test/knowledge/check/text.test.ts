import { expect, it } from 'vitest';
import { type Change, problemsOf } from '../fixture.ts';

/** The first paragraph of the record with a passage. */
const passage = (written: string): Change => ({
  file: 'lake/article.yaml',
  from: '21a4aa188947691882d74613a0f3d61f52b52635730daf4dc82c4501996b908d\n',
  to: `21a4aa188947691882d74613a0f3d61f52b52635730daf4dc82c4501996b908d\n    passage: ${written}\n`,
});
const RIGHT =
  'lake/article.yaml:10:5 a link finds paragraph 1 by { starts: "Envoys of", ends: "table" }, the fewest words that stand nowhere else; write that as its `passage`';

/** What only the article's text can prove. */
const CASES: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'a paragraph that changed',
    { file: 'lake/article.yaml', from: 'sha256: c', to: 'sha256: d' },
    [
      'lake/article.yaml:11:5 paragraph 2 has changed: its fingerprint is now c29a0645044849e02ba4488959fdd9f6c291e65623495c63286cbbd7a54f8bd6; read again the facts that cite it: useful, waited',
    ],
  ],
  [
    'a number that a note explains',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'The meeting took three hours.',
      to: 'The meeting took three hours, or 180 minutes.\n    note: Three hours are 180 minutes.',
    },
    [],
  ],
  [
    'a name that a note explains',
    {
      file: 'lake/questions/meeting.yaml',
      from: 'at the lake.\n',
      to: 'by Lac Léman.\n    note: Lac Léman is where the city lies.\n',
    },
    [],
  ],
  [
    'a thousand in words, and a paragraph pointed to',
    { file: 'lake/questions/meeting.yaml', from: 'at the lake', to: 'a thousand miles off (¶1)' },
    [
      'lake/questions/meeting.yaml:5:5 the number 1000 does not stand in paragraph 1; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'a paragraph pointed to that no fact cites',
    { file: 'lake/questions/meeting.yaml', from: 'at the lake', to: 'at the lake (¶7)' },
    [
      'lake/questions/meeting.yaml:5:5 the number 7 does not stand in paragraph 1; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'the headline’s own words',
    { file: 'lake/summary.yaml', from: 'There was a meeting.', to: 'Envoys meet by the lake, it says.' },
    [],
  ],
  [
    'a quotation that was not said',
    { file: 'lake/quotations.yaml', from: 'words: useful and calm', to: 'words: useful, and calm' },
    ['lake/quotations.yaml:3:5 these words do not stand in paragraph 2'],
  ],
  [
    'a quotation in another paragraph',
    { file: 'lake/quotations.yaml', from: 'paragraph: 2', to: 'paragraph: 1' },
    ['lake/quotations.yaml:3:5 these words do not stand in paragraph 1'],
  ],
  [
    'quotation marks round one’s own words',
    { file: 'lake/questions/meeting.yaml', from: '“useful and calm”', to: '“useful and quiet”' },
    [
      'lake/questions/meeting.yaml:10:5 "useful and quiet" is in quotation marks and does not stand in the paragraphs cited (2)',
    ],
  ],
  [
    'a wrong number',
    { file: 'lake/facts/meeting.yaml', from: 'three hours', to: 'four hours' },
    [
      'lake/facts/meeting.yaml:9:5 the number 4 does not stand in paragraph 1; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'a number that is read in "both"',
    {
      file: 'lake/facts/meeting.yaml',
      from: "By Petrov's account, 30 guests",
      to: "By Petrov's account, both of 30 guests",
    },
    [
      'lake/facts/meeting.yaml:17:5 the number 2 ("both") does not stand in paragraph 2; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'a wrong number in an answer',
    { file: 'lake/questions/meeting.yaml', from: 'at the lake', to: 'for 1,500 hours' },
    [
      'lake/questions/meeting.yaml:5:5 the number 1500 does not stand in paragraph 1; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'a name from elsewhere',
    { file: 'lake/facts/meeting.yaml', from: 'met in Geneva', to: 'met in Bern' },
    [
      'lake/facts/meeting.yaml:4:5 the name Bern does not stand in paragraph 1; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'a family from elsewhere',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took', to: 'The European meeting took' },
    [
      'lake/facts/meeting.yaml:9:5 the name Europe does not stand in paragraph 1; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'a name that begins a sentence',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'The meeting took three hours.',
      to: 'It took three hours. Petrov was there.',
    },
    [
      'lake/facts/meeting.yaml:9:5 the name Petrov does not stand in paragraph 1; cite the paragraph that says it, or explain it in a note',
    ],
  ],
  [
    'an answer with a name of a paragraph it does not cite',
    { file: 'lake/questions/meeting.yaml', from: 'at the lake.', to: 'as Ivan Petrov was.' },
    [
      'lake/questions/meeting.yaml:5:5 the names Ivan, Petrov do not stand in paragraph 1; cite the paragraph that says them, or explain them in a note',
    ],
  ],
  [
    'seven words in a row, which chance may give',
    { file: 'lake/summary.yaml', from: 'There was a meeting.', to: 'The sides had lunch at one long table.' },
    [],
  ],
  [
    'borrowed words in a fact',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'The meeting took three hours.',
      to: 'After 3 hours, and both sides had lunch at noon.',
    },
    [
      'lake/facts/meeting.yaml:9:5 the words "3 hours and both sides had lunch at" are the article\'s own; say it in others, or put in quotation marks what was said aloud',
    ],
  ],
  [
    'borrowed words in a question',
    {
      file: 'lake/gaps/meeting.yaml',
      from: 'Did Switzerland pay for lunch?',
      to: 'Did Switzerland pay once guests of Moscow had waited outside in the rain?',
    },
    [
      'lake/gaps/meeting.yaml:4:5 the words "guests of moscow had waited outside in the rain" are the article\'s own; say it in others, or put in quotation marks what was said aloud',
    ],
  ],
  [
    'borrowed words in a phrasing',
    {
      file: 'lake/phrasings/meeting.yaml',
      from: 'who-paid asked in way 3\n',
      to: 'is it so that guests of Moscow had waited outside in the rain\n',
    },
    [
      'lake/phrasings/meeting.yaml:86:5 the words "guests of moscow had waited outside in the rain" are the article\'s own; say it in others, or put in quotation marks what was said aloud',
    ],
  ],
  [
    'a quotation in a phrasing',
    {
      file: 'lake/phrasings/meeting.yaml',
      from: 'who-paid asked in way 3\n',
      to: 'who said “guests of Moscow had waited outside in the rain”\n',
    },
    [],
  ],
  [
    'borrowed words in a gist',
    { file: 'lake/article.yaml', from: 'What each side makes of it.', to: 'What a standfirst says of it is no thing.' },
    [
      'lake/article.yaml:10:5 the words "what a standfirst says of it is no" are the article\'s own; say it in others, or put in quotation marks what was said aloud',
    ],
  ],
  [
    'borrowed words in a position',
    {
      file: 'lake/positions.yaml',
      from: 'Petrov spoke of 30 guests in it.',
      to: 'Guests of Moscow had waited outside in the wet.',
    },
    [
      'lake/positions.yaml:6:9 the words "guests of moscow had waited outside in the" are the article\'s own; say it in others, or put in quotation marks what was said aloud',
    ],
  ],
  [
    'borrowed words twice in a text',
    {
      file: 'lake/summary.yaml',
      from: 'There was a meeting.',
      to: 'Both sides had lunch at one long table. Guests of Moscow had waited outside in the wet.',
    },
    [
      'lake/summary.yaml:3:5 the words "both sides had lunch at one long table" and "guests of moscow had waited outside in the" are the article\'s own; say it in others, or put in quotation marks what was said aloud',
    ],
  ],
  [
    'borrowed words in a summary',
    { file: 'lake/summary.yaml', from: 'There was a meeting.', to: 'Both sides had lunch at one long table.' },
    [
      'lake/summary.yaml:3:5 the words "both sides had lunch at one long table" are the article\'s own; say it in others, or put in quotation marks what was said aloud',
    ],
  ],
  [
    'a link to an article whose passages are not recorded',
    { file: 'lake/article.yaml', from: 'date: 2024-03-04', to: 'date: 2024-03-04\nurl: https://news.example/lake' },
    [
      'lake/article.yaml:9:5 a link finds paragraph 1 by { starts: "Envoys of", ends: "table" }, the fewest words that stand nowhere else; write that as its `passage`',
      'lake/article.yaml:11:5 a link finds paragraph 2 by { starts: "Kyiv", ends: "rain" }, the fewest words that stand nowhere else; write that as its `passage`',
    ],
  ],
  ['the right passage', passage('{ starts: Envoys of, ends: table }'), []],
  ['a passage of more words than it needs', passage('{ starts: Envoys of Ukraine, ends: table }'), [RIGHT]],
  ['a passage whose words stand elsewhere too', passage('{ starts: Envoys, ends: table }'), [RIGHT]],
  ['a passage of words inside the paragraph', passage('{ starts: Envoys of, ends: lunch }'), [RIGHT]],
  ['a passage without its end', passage('{ starts: Envoys of }'), [RIGHT]],
];

it('a person may be named in full whom the paragraph names in short', () => {
  const isPerson = { file: 'lake/speakers.yaml', from: 'aliases: [Petrov]', to: 'aliases: [Petrov]\n    person: true' };
  const named = (note: string): Change => ({
    file: 'lake/facts/meeting.yaml',
    from: 'The meeting took three hours.',
    to: `The meeting took three hours, and Ivan Petrov was there.\n    note: ${note}`,
  });
  expect(problemsOf([isPerson, named('It was Petrov.')])).toEqual([]);
  expect(problemsOf([isPerson, named('It was someone.')])).toHaveLength(1);
});

it('somebody may be named whom the paragraph calls by an alias', () => {
  const calledBy = (alias: string): Change => ({
    file: 'lake/speakers.yaml',
    from: 'aliases: [Petrov]',
    to: `aliases: [Petrov, ${alias}]`,
  });
  const named: Change = { file: 'lake/questions/meeting.yaml', from: 'at the lake', to: 'with Ivan Petrov' };
  expect(problemsOf([calledBy('both sides'), named])).toEqual([]);
  expect(problemsOf([calledBy('the guests'), named])).toHaveLength(1);
});

it('what the headline names may be named', () => {
  const headline: Change = { file: 'lake/article.yaml', from: 'meet by the lake', to: 'meet by Lac Leman' };
  const named: Change = { file: 'lake/questions/meeting.yaml', from: 'at the lake', to: 'at Lac Leman' };
  expect(problemsOf([headline, named])).toEqual([]);
  expect(problemsOf([named])).toHaveLength(1);
});

it.each(CASES)('%s', (_reason, change, problems) => expect(problemsOf([change])).toEqual(problems));
