import { expect, it } from 'vitest';
import { type Change, problemsOf } from './fixture.ts';

/** Ids that are taken and names of what is not there. */
const CASES: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'a fact id twice',
    { file: 'lake/facts/meeting.yaml', from: 'id: three-hours', to: 'id: met' },
    ['lake/facts/meeting.yaml:8:5 the id `met` is taken; choose another; the other is at lake/facts/meeting.yaml:3:5'],
  ],
  [
    'a fact and a question of one id',
    { file: 'lake/questions/meeting.yaml', from: 'id: where-met', to: 'id: met' },
    [
      'lake/questions/meeting.yaml:3:5 the id `met` is taken; choose another; the other is at lake/facts/meeting.yaml:3:5',
    ],
  ],
  [
    'a speaker called as the article',
    { file: 'lake/speakers.yaml', from: 'id: petrov', to: 'id: article' },
    ['lake/speakers.yaml:6:5 `article` stands for the article itself; choose another id'],
  ],
  [
    'a label outside that is an entry',
    { file: 'outside.yaml', from: 'greetings', to: 'who-paid' },
    ['lake/gaps/meeting.yaml:3:5 the id `who-paid` is taken; choose another; the other is at outside.yaml:1:1'],
  ],
  [
    'a topic twice',
    {
      file: 'lake/article.yaml',
      from: '    description: Where and how long\n',
      to: '    description: Where and how long\n  - { id: meeting, title: Again, description: Again }\n',
    },
    ['lake/article.yaml:7:5 the id `meeting` is taken; choose another; the other is at lake/article.yaml:4:5'],
  ],
  [
    'a side that is none',
    { file: 'lake/speakers.yaml', from: 'side: Russia', to: 'side: Rusia' },
    [
      'lake/speakers.yaml:9:5 article.yaml declares no side `Rusia`; it has Russia, Ukraine, United States, Europe, press',
    ],
  ],
  [
    'a bystander with a position',
    { file: 'lake/positions.yaml', from: 'side: Europe', to: 'side: press' },
    ['lake/positions.yaml:12:9 article.yaml declares no side `press`; it has Russia, Ukraine, United States, Europe'],
  ],
  [
    'a side that is a bystander too',
    { file: 'lake/article.yaml', from: 'bystanders: [press]', to: 'bystanders: [press, Europe]' },
    ['lake/article.yaml:13:21 the side `Europe` is declared twice; take one out'],
  ],
  [
    'a side of a translation that is none',
    {
      file: 'lake/languages/uk/article.yaml',
      to: 'headline: Зустріч\nsides: { Russia: Росія, pres: преса }\ntopics: { meting: { title: Зустріч, description: Де } }\n',
    },
    [
      'lake/languages/uk/article.yaml:2:25 article.yaml has no side `pres`; did you mean `press`?',
      'lake/languages/uk/article.yaml:3:11 article.yaml has no topic `meting`; did you mean `meeting`?',
    ],
  ],
  [
    'a position of a translation for a side that is none',
    {
      file: 'lake/languages/uk/positions.yaml',
      to: 'rain: { title: Дощ, sides: { Rusia: Тридцять } }\n',
    },
    ['lake/languages/uk/positions.yaml:1:30 article.yaml has no side `Rusia`; did you mean `Russia`?'],
  ],
  [
    'a topic that is not the file’s',
    { file: 'lake/facts/meeting.yaml', from: 'topic: meeting', to: 'topic: lunch' },
    ['lake/facts/meeting.yaml:1:1 the topic `lunch` stands in the file of `meeting`; a file has the name of its topic'],
  ],
  [
    'a topic of questions that is not the file’s',
    { file: 'lake/questions/meeting.yaml', from: 'topic: meeting', to: 'topic: lunch' },
    [
      'lake/questions/meeting.yaml:1:1 the topic `lunch` stands in the file of `meeting`; a file has the name of its topic',
    ],
  ],
  [
    'a topic that is misspelt in the record',
    { file: 'lake/article.yaml', from: 'id: meeting', to: 'id: meting' },
    [
      'lake/facts/meeting.yaml:1:1 article.yaml has no topic `meeting`; did you mean `meting`? (named in 2 more places)',
    ],
  ],
  [
    'a fact that is misspelt where it stands',
    { file: 'lake/facts/meeting.yaml', from: 'id: met', to: 'id: mett' },
    ['lake/questions/meeting.yaml:6:13 there is no fact `met`; did you mean `mett`? (named in 3 more places)'],
  ],
  [
    'a question that is misspelt where it stands',
    { file: 'lake/questions/meeting.yaml', from: 'id: how-useful', to: 'id: how-usefull' },
    [
      'lake/phrasings/meeting.yaml:42:1 there is no question or gap `how-useful`; did you mean `how-usefull`? (named in 1 more place)',
    ],
  ],
  [
    'a topic that the record lacks',
    { file: 'lake/facts/lunch.yaml', to: 'topic: lunch\nfacts: []\n' },
    ['lake/facts/lunch.yaml:1:1 article.yaml has no topic `lunch`'],
  ],
  [
    'phrasings of nothing',
    { file: 'lake/phrasings/meeting.yaml', from: 'who-paid:', to: 'who-payed:' },
    ['lake/phrasings/meeting.yaml:83:1 there is no question or gap `who-payed`; did you mean `who-paid`?'],
  ],
  [
    'phrasings in the file of another topic',
    { file: 'lake/phrasings/lunch.yaml', to: 'who-paid: [who stood lunch]\n' },
    [
      'lake/phrasings/lunch.yaml:1:1 `who-paid` is of the topic `meeting`; its phrasings belong in phrasings/meeting.yaml',
    ],
  ],
  [
    'a word under two terms',
    { file: 'words.yaml', from: '[meal]', to: '[meal, Parley]' },
    ['words.yaml:3:17 `Parley` means `talks` already; keep it under one term; the other is at words.yaml:2:11'],
  ],
  [
    'a word without a letter',
    { file: 'words.yaml', from: '[meal]', to: "[meal, '?!']" },
    ['words.yaml:3:17 `?!` holds no letter and no digit; leave it out'],
  ],
  [
    'a question that cites no such fact',
    { file: 'lake/questions/meeting.yaml', from: 'facts: [met, three-hours]', to: 'facts: [mett, three-hours]' },
    ['lake/questions/meeting.yaml:6:13 there is no fact `mett`; did you mean `met`?'],
  ],
  [
    'a gap that cites no such fact',
    { file: 'lake/gaps/meeting.yaml', from: 'facts: [met, waited]', to: 'facts: [nothing-like-it, waited]' },
    ['lake/gaps/meeting.yaml:6:13 there is no fact `nothing-like-it`'],
  ],
  [
    'a fact cited twice',
    { file: 'lake/gaps/meeting.yaml', from: 'facts: [met, waited]', to: 'facts: [met, met, waited]' },
    ['lake/gaps/meeting.yaml:6:18 `met` stands twice in this list; take one out'],
  ],
  [
    'a quotation of no such fact',
    { file: 'lake/quotations.yaml', from: 'facts: [useful]', to: 'facts: [usefull]' },
    ['lake/quotations.yaml:7:13 there is no fact `usefull`; did you mean `useful`?'],
  ],
  [
    'a point in time of no such fact',
    { file: 'lake/timeline.yaml', from: '[met]', to: '[meet]' },
    ['lake/timeline.yaml:4:13 there is no fact `meet`; did you mean `met`?'],
  ],
  [
    'a summary of no such fact',
    { file: 'lake/summary.yaml', from: '[met]', to: '[meet]' },
    ['lake/summary.yaml:4:13 there is no fact `meet`; did you mean `met`?'],
  ],
  [
    'a contradiction of no such fact',
    { file: 'lake/contradictions.yaml', from: 'waited]', to: 'waitd]' },
    ['lake/contradictions.yaml:4:26 there is no fact `waitd`; did you mean `waited`?'],
  ],
  [
    'a position of no such fact',
    { file: 'lake/positions.yaml', from: '[waited]', to: '[waitd]' },
    ['lake/positions.yaml:7:17 there is no fact `waitd`; did you mean `waited`?'],
  ],
  [
    'a speaker who is not there',
    { file: 'lake/facts/meeting.yaml', from: 'said_by: petrov', to: 'said_by: petrof' },
    ['lake/facts/meeting.yaml:19:5 there is no speaker `petrof`; did you mean `petrov`?'],
  ],
  [
    'about somebody who is not there',
    { file: 'lake/facts/meeting.yaml', from: 'about: [kyiv]', to: 'about: [kyv]' },
    ['lake/facts/meeting.yaml:7:13 there is no speaker `kyv`; did you mean `kyiv`?'],
  ],
  [
    'a quotation of nobody',
    { file: 'lake/quotations.yaml', from: 'speaker: kyiv', to: 'speaker: article' },
    ['lake/quotations.yaml:4:5 there is no speaker `article`'],
  ],
  [
    'related to nothing',
    { file: 'lake/questions/meeting.yaml', from: '[how-useful]', to: '[how-usefull]' },
    ['lake/questions/meeting.yaml:7:15 there is no question or gap `how-usefull`; did you mean `how-useful`?'],
  ],
  [
    'related to itself',
    { file: 'lake/questions/meeting.yaml', from: '[how-useful]', to: '[where-met]' },
    ['lake/questions/meeting.yaml:7:15 `where-met` is this question itself; name another'],
  ],
  [
    'a paragraph beyond the last',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'paragraphs: [1]\n    said_by: article\n    about',
      to: 'paragraphs: [1, 3]\n    said_by: article\n    about',
    },
    ['lake/facts/meeting.yaml:5:21 there is no paragraph 3; the article has 2'],
  ],
  [
    'a quotation beyond the last paragraph',
    { file: 'lake/quotations.yaml', from: 'paragraph: 2', to: 'paragraph: 7' },
    ['lake/quotations.yaml:5:5 there is no paragraph 7; the article has 2'],
  ],
];

it.each(CASES)('%s', (_reason, change, problems) => expect(problemsOf([change])).toEqual(problems));

it('suggests no other article’s speaker', () => {
  const pond = [
    {
      file: 'pond/article.yaml',
      to: `headline: Frogs by the pond
date: 2024-03-05
topics: [{ id: frogs, title: Frogs, description: How many }]
paragraphs: [{ gist: Frogs were counted., sha256: "${'0'.repeat(64)}" }]
sides: [Frogs]
`,
    },
    { file: 'pond/speakers.yaml', to: 'speakers: [{ id: freight-line, name: The line, role: A line, side: Frogs }]\n' },
    {
      file: 'pond/facts/frogs.yaml',
      to: 'topic: frogs\nfacts: [{ id: frogs, text: There are frogs., paragraphs: [1], said_by: freight-line }]\n',
    },
  ];
  const wrong = { file: 'lake/facts/meeting.yaml', from: 'said_by: petrov', to: 'said_by: freight' };
  expect(problemsOf([...pond, wrong])).toEqual(['lake/facts/meeting.yaml:19:5 there is no speaker `freight`']);
});
