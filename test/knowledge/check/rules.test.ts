import { expect, it } from 'vitest';
import { type Change, problemsOf } from '../fixture.ts';

/** What the knowledge is held to whether or not the article's text is given. */
type Case = readonly [string, Change, readonly string[]];

const CASES: readonly Case[] = [
  [
    'a paragraph that nothing cites',
    {
      file: 'lake/article.yaml',
      from: 'sha256: c29a0645044849e02ba4488959fdd9f6c291e65623495c63286cbbd7a54f8bd6\n',
      to: 'sha256: c29a0645044849e02ba4488959fdd9f6c291e65623495c63286cbbd7a54f8bd6\n  - gist: More.\n    sha256: ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n',
    },
    [
      'lake/article.yaml:12:5 no fact cites paragraph 3; every paragraph states something',
      "lake/article.yaml:13:5 paragraph 3 is not in the article's text any more",
    ],
  ],
  [
    'a speaker who says nothing',
    {
      file: 'lake/speakers.yaml',
      from: '    aliases: [Petrov]\n',
      to: '    aliases: [Petrov]\n  - { id: nobody, name: Nobody, role: None, side: press }\n',
    },
    [
      'lake/speakers.yaml:11:5 nothing is said by `nobody` or about `nobody`; name this speaker in a fact or take the speaker out',
    ],
  ],
  [
    'a fact stated twice',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'The meeting took three hours.',
      to: 'ukrainian and Russian envoys met, in Geneva',
    },
    [
      'lake/facts/meeting.yaml:9:5 this fact is stated twice; keep one, with the paragraphs of both; the other is at lake/facts/meeting.yaml:4:5',
    ],
  ],
  [
    'a phrasing twice in an entry',
    { file: 'lake/phrasings/meeting.yaml', from: '- where-met asked in way 7\n', to: '- Where-met asked, in way 6?\n' },
    [
      'lake/phrasings/meeting.yaml:8:5 this is asked twice in the same words; keep it where it is answered best; the other is at lake/phrasings/meeting.yaml:7:5',
    ],
  ],
  [
    'a phrasing twice in two entries',
    { file: 'lake/phrasings/meeting.yaml', from: '- who-paid asked in way 7\n', to: '- where did the envoys meet\n' },
    [
      'lake/phrasings/meeting.yaml:90:5 this is asked twice in the same words; keep it where it is answered best; the other is at lake/questions/meeting.yaml:4:5',
    ],
  ],
  [
    'a phrasing that is nobody’s subject',
    { file: 'lake/phrasings/meeting.yaml', from: '- who-paid asked in way 7\n', to: '- Hello!\n' },
    [
      'outside.yaml:1:13 this is asked twice in the same words; keep it where it is answered best; the other is at lake/phrasings/meeting.yaml:90:5',
    ],
  ],
  [
    'a gap that does not say so',
    { file: 'lake/gaps/meeting.yaml', from: 'The article does not say whether', to: 'Nobody knows whether' },
    ['lake/gaps/meeting.yaml:5:5 a gap\'s answer begins with "The article does not"'],
  ],
  ...['Yes. In Geneva', 'No, in Geneva', 'Hardly: in Geneva', '(Correct) in Geneva'].map(
    (answer): Case => [
      `an answer that opens with the verdict of ${answer}`,
      { file: 'lake/questions/meeting.yaml', from: 'In Geneva, at the lake.', to: JSON.stringify(answer) },
      [
        `lake/questions/meeting.yaml:5:5 an answer opens with no verdict such as "${/\w+/.exec(answer)?.[0]}", which is wrong if people ask the other way round; state the fact in full`,
      ],
    ],
  ),
  ...['yesterday', 'on Monday', 'two weeks ago', 'next month'].map(
    (when): Case => [
      `an answer that leans on ${when}`,
      { file: 'lake/questions/meeting.yaml', from: 'at the lake', to: when },
      [
        `lake/questions/meeting.yaml:5:5 "${when.replace(/^(?:on|two) /, '')}" leans on the day it is read; give the date, such as "Friday, 16 May 2025"${when === 'on Monday' ? '; of every week, write "Mondays"' : ''}`,
      ],
    ],
  ),
  [
    'a weekday with its date, and what was said aloud',
    {
      file: 'lake/questions/meeting.yaml',
      from: 'at the lake.',
      to: 'on Monday, 4 March 2024.\n    note: Monday was 4 March 2024.',
    },
    [],
  ],
  [
    'an answer that leaves out whose claim it is',
    { file: 'lake/questions/meeting.yaml', from: 'Ukraine found the talks', to: 'The talks were' },
    [
      'lake/questions/meeting.yaml:10:5 this rests on what `kyiv` said and does not name Kyiv or Ukraine; say whose claim it is',
    ],
  ],
  [
    'a fact that leaves out whose claim it is',
    { file: 'lake/facts/meeting.yaml', from: "By Petrov's account, 30 guests", to: 'In all, 30 guests' },
    [
      'lake/facts/meeting.yaml:17:5 this rests on what `petrov` said and does not name Ivan Petrov or Russia; say whose claim it is',
    ],
  ],
  [
    'a correction of tomorrow',
    {
      file: 'lake/facts/meeting.yaml',
      from: 'hours.\n',
      to: 'hours.\n    correction: { date: 2024-03-11, before: Two. }\n',
    },
    ['lake/facts/meeting.yaml:10:19 this correction is dated 2024-03-11, and today is 2024-03-10'],
  ],
  [
    'a correction before the article',
    {
      file: 'lake/gaps/meeting.yaml',
      from: 'paid.\n',
      to: 'paid.\n    correction: { date: 2024-03-03, before: Two. }\n',
    },
    ['lake/gaps/meeting.yaml:6:19 this correction is dated 2024-03-03, before the article of 2024-03-04'],
  ],
  [
    'a correction that changes nothing',
    {
      file: 'lake/questions/meeting.yaml',
      from: 'at the lake.\n',
      to: 'at the lake.\n    correction: { date: 2024-03-10, before: "In  Geneva, at the lake." }\n',
    },
    [
      'lake/questions/meeting.yaml:6:37 this is what the entry says now; `before` is what it said until it was corrected',
    ],
  ],
  [
    'a position without a side',
    { file: 'lake/positions.yaml', from: '      - side: Europe\n        text: The article does not say.\n', to: '' },
    ['lake/positions.yaml:2:5 this position leaves out Europe; where the article does not say, write that it does not'],
  ],
  [
    'a position with a side twice',
    {
      file: 'lake/positions.yaml',
      from: '      - side: Europe\n',
      to: '      - { side: Europe, text: Nothing. }\n      - side: Europe\n',
    },
    ['lake/positions.yaml:13:9 Europe stands twice here; join the two'],
  ],
  [
    'a contradiction within a paragraph',
    { file: 'lake/contradictions.yaml', from: '[three-hours, waited]', to: '[three-hours, met]' },
    ['lake/contradictions.yaml:4:5 these facts all cite paragraph 1; a contradiction stands between two paragraphs'],
  ],
  [
    'a quotation too long',
    {
      file: 'lake/quotations.yaml',
      from: 'words: useful and calm',
      to: 'words: useful and calm and calm and calm and calm and calm and calm and calm and calm and calm and calm and calm and calm and calm',
    },
    [
      'lake/quotations.yaml:3:5 this quotation has 27 words; quote at most 25',
      'lake/quotations.yaml:3:5 these words do not stand in paragraph 2',
    ],
  ],
];

it.each(CASES)('%s', (_reason, change, problems) => expect(problemsOf([change])).toEqual(problems));
