import { expect, it } from 'vitest';
import { type Change, problemsOf } from './fixture.ts';

type Case = readonly [string, Change, readonly string[]];

/** Files and fields that are not as the schema has them. */
const CASES: readonly Case[] = [
  [
    'an empty file',
    { file: 'lake/summary.yaml', to: '# nothing yet\n' },
    ['lake/summary.yaml:1:1 this file is empty; fill it in or delete it'],
  ],
  [
    'a misspelt field',
    { file: 'lake/facts/meeting.yaml', from: 'about: [kyiv]', to: 'abuot: [kyiv]' },
    [
      'lake/facts/meeting.yaml:7:5 there is no field `abuot` here (a wrong indent is a common cause); did you mean `about`?',
    ],
  ],
  [
    'a field that is not like any',
    { file: 'lake/quotations.yaml', from: '    context:', to: '    zzz: 1\n    context:' },
    [
      'lake/quotations.yaml:6:5 there is no field `zzz` here (a wrong indent is a common cause); the fields are id, words, speaker, paragraph, context, facts',
    ],
  ],
  [
    'a link that is not secure',
    { file: 'lake/article.yaml', from: '2024-03-04', to: '2024-03-04\nurl: http://news.example/lake' },
    ['lake/article.yaml:3:1 a link begins with https:// and has no "#", no bracket and no blank'],
  ],
  [
    'a link with a fragment',
    { file: 'lake/article.yaml', from: '2024-03-04', to: '2024-03-04\nurl: https://news.example/lake#end' },
    ['lake/article.yaml:3:1 a link begins with https:// and has no "#", no bracket and no blank'],
  ],
  [
    'a field left out',
    { file: 'lake/facts/meeting.yaml', from: '    text: The meeting took three hours.\n', to: '' },
    ['lake/facts/meeting.yaml:8:5 `text` is missing here'],
  ],
  [
    'a correction without its date',
    { file: 'lake/gaps/meeting.yaml', from: 'paid.\n', to: 'paid.\n    correction: { before: Two. }\n' },
    ['lake/gaps/meeting.yaml:6:5 `date` is missing here'],
  ],
  [
    'a correction without what was said before',
    { file: 'lake/gaps/meeting.yaml', from: 'paid.\n', to: 'paid.\n    correction: { date: 2024-03-10 }\n' },
    ['lake/gaps/meeting.yaml:6:5 `before` is missing here'],
  ],
  [
    'a text in place of a list',
    { file: 'lake/facts/meeting.yaml', from: 'about: [kyiv]', to: 'about: kyiv' },
    [
      'lake/facts/meeting.yaml:7:5 this should be a list, each item on a line of its own that begins with "- ", and is a text',
    ],
  ],
  [
    'a number in place of a text',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took three hours.', to: '3' },
    ['lake/facts/meeting.yaml:9:5 this should be a text, and is the number 3 (in double quotes it would be a text)'],
  ],
  [
    'a text in place of a number',
    { file: 'lake/quotations.yaml', from: 'paragraph: 2', to: 'paragraph: two' },
    ['lake/quotations.yaml:5:5 this should be a number, and is a text'],
  ],
  [
    'a number in place of a list',
    { file: 'lake/quotations.yaml', from: 'facts: [useful]', to: 'facts: 2' },
    [
      'lake/quotations.yaml:7:5 this should be a list, each item on a line of its own that begins with "- ", and is the number 2',
    ],
  ],
  [
    'a text in place of true or false',
    { file: 'lake/speakers.yaml', from: 'aliases: [Petrov]', to: 'person: yes' },
    ['lake/speakers.yaml:10:5 this should be `true` or `false`, and is a text'],
  ],
  [
    'half a paragraph',
    { file: 'lake/quotations.yaml', from: 'paragraph: 2', to: 'paragraph: 1.5' },
    ['lake/quotations.yaml:5:5 this should be a whole number, and is 1.5'],
  ],
  [
    'a field without content',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took three hours.', to: '' },
    ['lake/facts/meeting.yaml:9:5 this should be a text, and is nothing'],
  ],
  [
    'an empty text',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took three hours.', to: '""' },
    ['lake/facts/meeting.yaml:9:5 this text is empty'],
  ],
  [
    'a phrasing that holds a colon',
    { file: 'lake/phrasings/meeting.yaml', from: '- where-met asked in way 7\n', to: '- tell me: where\n' },
    [
      'lake/phrasings/meeting.yaml:8:5 this should be a text, and is fields (a text that holds a colon needs double quotes round it)',
    ],
  ],
  [
    'an id in capitals',
    { file: 'lake/facts/meeting.yaml', from: 'id: three-hours', to: 'id: Three Hours' },
    ['lake/facts/meeting.yaml:8:5 an id is lower-case words joined by hyphens, such as "meeting-date"'],
  ],
  [
    'phrasings under no id',
    { file: 'lake/phrasings/meeting.yaml', from: 'who-paid:', to: 'Who Paid:' },
    ['lake/phrasings/meeting.yaml:83:1 an id is lower-case words joined by hyphens, such as "meeting-date"'],
  ],
  [
    'no sides',
    { file: 'lake/article.yaml', from: 'sides: [Russia, Ukraine, United States, Europe]\n', to: '' },
    ['lake/article.yaml:1:1 `sides` is missing here'],
  ],
  [
    'a day that is none',
    { file: 'lake/article.yaml', from: '2024-03-04', to: '2024-02-30' },
    ['lake/article.yaml:2:1 a date is written as 2025-05-16'],
  ],
  [
    'a fingerprint cut short',
    {
      file: 'lake/article.yaml',
      from: 'sha256: 21a4aa188947691882d74613a0f3d61f52b52635730daf4dc82c4501996b908d',
      to: 'sha256: abcd',
    },
    ['lake/article.yaml:9:5 a fingerprint is 64 hexadecimal digits; `npm run check` prints the right one'],
  ],
  [
    'a question too long to choose',
    {
      file: 'lake/questions/meeting.yaml',
      from: 'Where did the envoys meet?',
      to: 'Where on earth on earth on earth on earth on earth on earth on earth on earth on earth on earth on earth ?',
    },
    ['lake/questions/meeting.yaml:4:5 a question fits the 100 characters of an autocomplete choice'],
  ],
  [
    'a title too long',
    {
      file: 'lake/article.yaml',
      from: 'title: The meeting',
      to: 'title: The meetingThe meetingThe meetingThe meetingThe meetingThe meetingThe meetingThe meeting',
    },
    ['lake/article.yaml:5:5 this text has 88 characters; 80 fit'],
  ],
  [
    'a fact without paragraphs',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'paragraphs: [1]\n    said_by: article\n    about',
      to: 'paragraphs: []\n    said_by: article\n    about',
    },
    ['lake/facts/meeting.yaml:5:5 a fact cites at least one paragraph'],
  ],
  [
    'paragraph nought',
    { file: 'lake/quotations.yaml', from: 'paragraph: 2', to: 'paragraph: 0' },
    ['lake/quotations.yaml:5:5 paragraphs are numbered from 1'],
  ],
  [
    'four related questions',
    { file: 'lake/questions/meeting.yaml', from: 'related: [how-useful]', to: 'related: [a, b, c, d]' },
    ['lake/questions/meeting.yaml:7:5 at most three related questions fit under an answer'],
  ],
  [
    'a term without words',
    { file: 'words.yaml', from: '[meal]', to: '[]' },
    ['words.yaml:3:3 a term has at least one other word'],
  ],
  [
    'a family of one',
    { file: 'words.yaml', from: '[Europe, European]', to: '[Europe]' },
    ['words.yaml:7:5 a family has at least two names'],
  ],
  [
    'no topic',
    {
      file: 'lake/article.yaml',
      from: 'topics:\n  - id: meeting\n    title: The meeting\n    description: Where and how long\n',
      to: 'topics: []\n',
    },
    ['lake/article.yaml:3:1 an article has at least one topic'],
  ],
  [
    'a list in place of fields',
    { file: 'outside.yaml', to: '- hello\n' },
    ['outside.yaml:1:1 this should be fields, each with a name and a colon, and is a list'],
  ],
  ...['article', 'speakers', 'facts/TOPIC'].map(
    (name): Case => [
      `an article without ${name}.yaml`,
      { file: `lake/${name.replace('TOPIC', 'meeting')}.yaml` },
      [`lake/${name}.yaml:1:1 this file is missing; the knowledge is not whole without it`],
    ],
  ),
  [
    'a missing shared file',
    { file: 'outside.yaml' },
    ['outside.yaml:1:1 this file is missing; the knowledge is not whole without it'],
  ],
  [
    'a file of another name',
    { file: 'lake/timelines.yaml', to: 'a: 1\n' },
    ['lake/timelines.yaml:1:1 this file has no place in the knowledge; did you mean `timeline.yaml`?'],
  ],
  [
    'a file of another kind',
    { file: 'lake/facts/meeting.txt', to: 'a: 1\n' },
    [
      'lake/facts/meeting.txt:1:1 this file has no place in the knowledge; the files here are article.yaml, speakers.yaml, facts/*.yaml, questions/*.yaml, gaps/*.yaml, phrasings/*.yaml, quotations.yaml, timeline.yaml, positions.yaml, summary.yaml, contradictions.yaml, series.yaml',
    ],
  ],
  [
    'a file beside the articles',
    { file: 'README.md', to: 'a: 1\n' },
    [
      'README.md:1:1 this file has no place in the knowledge; the files here are words.yaml, small-talk.yaml, outside.yaml',
    ],
  ],
  [
    'an unknown folder',
    { file: 'lake/pictures/a.yaml', to: 'a: 1\n' },
    ['lake/pictures/a.yaml:1:1 this file has no place in the knowledge; did you mean `facts/*.yaml`?'],
  ],
  [
    "an article's folder with a blank",
    { file: 'The Lake/article.yaml', to: 'a: 1\n' },
    [
      "The Lake/article.yaml:1:1 an article's folder has a name of lower-case words joined by hyphens; rename `The Lake`",
    ],
  ],
];

it.each(CASES)('%s', (_reason, change, problems) => expect(problemsOf([change])).toEqual(problems));

const OPTIONAL = ['quotations', 'timeline', 'positions', 'summary', 'contradictions'];

it.each(OPTIONAL)('an article without %s.yaml is whole', (name) => {
  expect(problemsOf([{ file: `lake/${name}.yaml` }])).toEqual([]);
});

it('an article without questions, gaps and phrasings is whole', () => {
  const changes = ['questions', 'gaps', 'phrasings'].map((kind) => ({ file: `lake/${kind}/meeting.yaml` }));
  expect(problemsOf(changes)).toEqual([]);
});
