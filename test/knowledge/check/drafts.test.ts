import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../../src/knowledge/check/check.ts';
import { printProblem } from '../../../src/knowledge/problem.ts';
import { type Change, checked, TEXT, TODAY, writeKnowledge, writeText } from '../fixture.ts';

const DRAFT: Change = { file: 'lake/article.yaml', from: 'date: 2024', to: 'draft: true\ndate: 2024' };
const NO_GIST: Change = { file: 'lake/article.yaml', from: 'gist: What each side makes of it.', to: 'gist: ""' };
const NOTHING_ASKED = ['questions', 'gaps', 'phrasings'].map((kind) => ({ file: `lake/${kind}/meeting.yaml` }));

describe('what is still to be written', () => {
  it.each<[string, Change, string]>([
    ['a gist', NO_GIST, 'lake/article.yaml:11:5 the gist of paragraph 2 is to be written'],
    [
      'a role',
      { file: 'lake/speakers.yaml', from: 'role: An envoy', to: 'role: ""' },
      'lake/speakers.yaml:8:5 the role of `petrov` is to be written',
    ],
    [
      'a side',
      { file: 'lake/speakers.yaml', from: 'side: Russia', to: 'side: ""' },
      'lake/speakers.yaml:9:5 the side of `petrov` (Russia, Ukraine, United States, Europe, press, or another, to declare in article.yaml) is to be written',
    ],
    [
      'what a topic is about',
      { file: 'lake/article.yaml', from: 'description: Where and how long', to: 'description: ""' },
      'lake/article.yaml:7:5 what the topic `meeting` is about is to be written',
    ],
    [
      'the facts of a quotation',
      { file: 'lake/quotations.yaml', from: 'facts: [useful]', to: 'facts: []' },
      'lake/quotations.yaml:7:5 which facts the words of `quotation-useful` belong to is to be written',
    ],
  ])('%s is work to do in a draft, and a fault in what is served', (_what, change, message) => {
    expect(checked([DRAFT, change])).toEqual({ problems: [], warnings: [], toDo: [message] });
    const line = /:(\d+):/.exec(message)?.[1] ?? '';
    const served =
      change.file === 'lake/article.yaml' ? message.replace(`:${line}:`, `:${Number(line) - 1}:`) : message;
    expect(checked([change])).toEqual({ problems: [served], warnings: [], toDo: [] });
  });

  it('is what a finished article has: a fact a paragraph, a use for each speaker', () => {
    const change: Change = { file: 'lake/facts/meeting.yaml', to: 'topic: meeting\nfacts: []\n' };
    const others = [
      ...NOTHING_ASKED,
      ...['quotations', 'timeline', 'positions', 'summary', 'contradictions'].map((name) => ({
        file: `lake/${name}.yaml`,
      })),
    ];
    const { problems, toDo } = checked([DRAFT, change, ...others]);
    expect(problems).toEqual([]);
    expect(toDo).toEqual([
      'lake/article.yaml:1:1 no question is written for this article, so `/ask` finds nothing of it',
      'lake/article.yaml:9:5 no fact cites paragraph 1; every paragraph states something',
      'lake/article.yaml:11:5 no fact cites paragraph 2; every paragraph states something',
      'lake/speakers.yaml:2:5 nothing is said by `kyiv` or about `kyiv`; name this speaker in a fact or take the speaker out',
      'lake/speakers.yaml:6:5 nothing is said by `petrov` or about `petrov`; name this speaker in a fact or take the speaker out',
    ]);
    expect(checked([change, ...others]).problems).toHaveLength(4);
  });

  it('is a side that article.yaml has yet to declare', () => {
    const none: Change = {
      file: 'lake/article.yaml',
      from: 'sides: [Russia, Ukraine, United States, Europe]',
      to: 'sides: []',
    };
    const sideless: Change = {
      file: 'lake/speakers.yaml',
      to: `speakers:
  - { id: kyiv, name: Kyiv, role: A government, side: "" }
  - { id: petrov, name: Ivan Petrov, role: An envoy, side: "" }
`,
    };
    expect(checked([DRAFT, none, sideless, { file: 'lake/positions.yaml' }]).toDo).toEqual([
      'lake/speakers.yaml:2:49 the side of `kyiv` (press, or another, to declare in article.yaml) is to be written',
      'lake/speakers.yaml:3:54 the side of `petrov` (press, or another, to declare in article.yaml) is to be written',
    ]);
  });

  it('is nothing in a draft that lacks nothing, which may be served', () => {
    expect(checked([DRAFT]).toDo).toEqual([
      'lake/article.yaml:2:1 this draft lacks nothing; take `draft: true` out, and the article is served',
    ]);
  });

  it('is not to take it for ready where something is wrong with it', () => {
    const fault = { file: 'lake/gaps/meeting.yaml', from: 'The article does not say whether', to: 'Who knows whether' };
    const { problems, toDo } = checked([DRAFT, fault]);
    expect(problems).toHaveLength(1);
    expect(toDo).toEqual([]);
  });

  it('is the text of a draft, if texts are given and this one is not', () => {
    const folder = writeKnowledge([DRAFT, NO_GIST]);
    const { problems, toDo } = checkKnowledge(folder, folder, TODAY);
    expect(problems).toEqual([]);
    expect(toDo[0]?.message).toBe('there is no such file; it would hold the article, one paragraph a line');
  });
});

it('a fault of a draft is a fault', () => {
  const change: Change = {
    file: 'lake/gaps/meeting.yaml',
    from: 'The article does not say whether',
    to: 'Who knows whether',
  };
  expect(checked([DRAFT, NO_GIST, change]).problems).toEqual([
    'lake/gaps/meeting.yaml:5:5 a gap\'s answer begins with "The article does not"',
  ]);
});

it('a draft that cannot be read is a fault, and the rest is checked beside it', () => {
  const fault = { file: 'lake/gaps/meeting.yaml', from: 'The article does not say whether', to: 'Who knows whether' };
  const folder = writeKnowledge([{ file: 'pond/article.yaml', to: 'draft: true\nheadline: [\n' }, fault]);
  const { problems, report } = checkKnowledge(folder, undefined, TODAY);
  const lines = problems.map((problem) => printProblem(problem).replaceAll(`${folder}/`, ''));
  expect(lines[0]).toMatch(/^pond\/article\.yaml:3:1 /);
  expect(lines).toContainEqual(expect.stringMatching(/^lake\/gaps\/meeting\.yaml:5:5 /));
  expect(report).toContain('A draft with such a fault is left out; the rest of it is checked once that is mended.');
});

it('an article of which nothing is asked is warned of', () => {
  expect(checked(NOTHING_ASKED)).toEqual({
    problems: [],
    warnings: ['lake/article.yaml:1:1 no question is written for this article, so `/ask` finds nothing of it'],
    toDo: [],
  });
});

it('the report says which is which, and how much of each there is', () => {
  const few: Change = { file: 'lake/phrasings/meeting.yaml', from: '  - where-met asked in way 7\n', to: '' };
  const folder = writeKnowledge([DRAFT, NO_GIST, few]);
  const { report } = checkKnowledge(folder, writeText(TEXT), TODAY);
  expect(report).toMatch(/^lake \(draft\)\n/);
  expect(report.replaceAll(`${folder}/`, '').split('\n').slice(-3)).toEqual([
    'lake/article.yaml:11:5 to do: the gist of paragraph 2 is to be written',
    'lake/phrasings/meeting.yaml:1:1 warning: `where-met` has 39 phrasings: with so many, about 66 in 100 questions find their entry; with 40, about 66',
    'No problem found. 1 warning. 1 thing to do.',
  ]);
});

it.each([
  ['where-met', 40, 30, 'lake/phrasings/meeting.yaml:1:1', 61, 66],
  ['who-paid', 20, 5, 'lake/phrasings/meeting.yaml:83:1', 32, 56],
] as const)('few phrasings of `%s` are a warning, with what they cost', (id, enough, count, place, now, then) => {
  const list = (length: number) =>
    `${id}:\n${Array.from({ length }, (_item, index) => `  - ${id} asked in way ${index + 1}\n`).join('')}`;
  expect(checked([{ file: 'lake/phrasings/meeting.yaml', from: list(enough), to: list(count) }])).toEqual({
    problems: [],
    warnings: [
      `${place} \`${id}\` has ${count} phrasings: with so many, about ${now} in 100 questions find their entry; with ${enough}, about ${then}`,
    ],
    toDo: [],
  });
});
