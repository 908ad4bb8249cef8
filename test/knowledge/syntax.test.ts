import { expect, it } from 'vitest';
import { type Change, problemsOf } from './fixture.ts';

/** Slips of YAML: why, the change that makes it, and the problems as they are printed. */
const CASES: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'a tab',
    { file: 'lake/facts/meeting.yaml', from: '    text: The meeting', to: '\ttext: The meeting' },
    ['lake/facts/meeting.yaml:9:1 this line is indented with a tab; use spaces'],
  ],
  [
    'a field indented too little',
    { file: 'lake/facts/meeting.yaml', from: '    text: The meeting', to: '   text: The meeting' },
    [
      'lake/facts/meeting.yaml:9:1 this line is indented unlike its neighbours; fields of one item start in the same column, and items of one list each begin with "- " in the same column',
    ],
  ],
  [
    'a field indented too far',
    { file: 'lake/facts/meeting.yaml', from: '    text: The meeting', to: '     text: The meeting' },
    [
      'lake/facts/meeting.yaml:8:9 the line after this one is indented too far; fields of one item start in the same column, and items of one list each begin with "- " in the same column',
    ],
  ],
  [
    'a list item in the wrong column',
    { file: 'lake/facts/meeting.yaml', from: '  - id: three-hours', to: ' - id: three-hours' },
    [
      'lake/facts/meeting.yaml:8:1 this line is indented unlike its neighbours; fields of one item start in the same column, and items of one list each begin with "- " in the same column',
    ],
  ],
  [
    'an item without its dash',
    { file: 'lake/speakers.yaml', from: '  - id: petrov', to: '  id: petrov' },
    [
      'lake/speakers.yaml:6:1 this line is indented unlike its neighbours; fields of one item start in the same column, and items of one list each begin with "- " in the same column',
    ],
  ],
  [
    'no colon',
    { file: 'lake/facts/meeting.yaml', from: 'text: The meeting took', to: 'text The meeting took' },
    [
      'lake/facts/meeting.yaml:9:5 this should be a field: its name, a colon, a blank and its content, such as "text: Talks were held"',
    ],
  ],
  [
    'no blank after the colon',
    { file: 'lake/facts/meeting.yaml', from: 'id: three-hours', to: 'id:three-hours' },
    [
      'lake/facts/meeting.yaml:8:5 this should be a field: its name, a colon, a blank and its content, such as "text: Talks were held"',
    ],
  ],
  [
    'a quote that is not closed',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'text: The meeting took three hours.',
      to: 'text: "The meeting took three hours.',
    },
    ['lake/facts/meeting.yaml:9:11 a quote is opened here and never closed; close it at the end of its text'],
  ],
  [
    'words after a closing quote',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took', to: '"The meeting" took' },
    [
      'lake/facts/meeting.yaml:9:25 something stands after the end of a text; put the whole text in double quotes, and write a double quote inside them as \\"',
    ],
  ],
  [
    'an apostrophe inside single quotes',
    {
      file: 'lake/article.yaml',
      from: "Two countries' envoys talk by the water and eat.",
      to: "'Two countries' envoys talk.'",
    },
    [
      'lake/article.yaml:8:27 something stands after the end of a text; put the whole text in double quotes, and write a double quote inside them as \\"',
    ],
  ],
  [
    'a backslash',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took three hours.', to: '"\\The meeting"' },
    ['lake/facts/meeting.yaml:9:12 a backslash in double quotes has a meaning of its own; write it twice'],
  ],
  [
    'a field twice',
    {
      file: 'lake/facts/meeting.yaml',
      from: '    text: The meeting took three hours.',
      to: '    text: The meeting.\n    text: The meeting.',
    },
    ['lake/facts/meeting.yaml:10:5 `text` stands twice here; keep one of them, or join their contents'],
  ],
  [
    'a colon inside a text',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took', to: 'The meeting: it took' },
    [
      'lake/facts/meeting.yaml:9:11 a colon with a blank after it stands inside a text; put the whole text in double quotes',
    ],
  ],
  [
    'a text that begins with a reserved sign',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took', to: '@all met, and took' },
    ['lake/facts/meeting.yaml:9:11 a text may not begin with @ as it is; put the whole text in double quotes'],
  ],
  [
    'a text that begins with an asterisk',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took three hours.', to: '*three' },
    ['lake/facts/meeting.yaml:9:11 a text may not begin with * as it is; put the whole text in double quotes'],
  ],
  [
    'a text that begins with an ampersand',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took', to: '&c. took' },
    [
      'lake/facts/meeting.yaml:9:15 a text that begins with & loses its first word; put the whole text in double quotes',
    ],
  ],
  [
    'a text that begins with an exclamation mark',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took', to: '!important took' },
    [
      'lake/facts/meeting.yaml:9:11 a text that begins with ! loses its first word; put the whole text in double quotes',
    ],
  ],
  [
    'a text that goes on after a number sign',
    { file: 'lake/facts/meeting.yaml', from: 'The meeting took', to: 'The #1 meeting took' },
    [
      'lake/facts/meeting.yaml:9:14 from # on, this text is lost as a comment; put the whole text in double quotes, or give the comment a line of its own',
    ],
  ],
  [
    'a list that is not closed',
    { file: 'lake/facts/meeting.yaml', from: 'about: [kyiv]', to: 'about: [kyiv' },
    [
      'lake/facts/meeting.yaml:8:3 a list or item that was opened above with [ or { is not closed before this line; close it with ] or }',
    ],
  ],
  [
    'the marks of a merge',
    { file: 'lake/facts/meeting.yaml', from: '  - id: three-hours', to: '<<<<<<< HEAD\n  - id: three-hours' },
    ['lake/facts/meeting.yaml:8:1 a merge left its marks here; keep the lines that are right and take the marks out'],
  ],
  [
    'a second document',
    { file: 'words.yaml', from: 'names:', to: '---\nnames:' },
    ['words.yaml:4:1 "---" begins a second document; a file holds one, so take the line out'],
  ],
];

it.each(CASES)('%s', (_reason, change, problems) => expect(problemsOf([change])).toEqual(problems));
