import { expect, it } from 'vitest';
import { problemsOf } from '../fixture.ts';

const LEAD = 'Ukrainian and Russian envoys met in Geneva. They sat by the water.';

/** A theme that has no fault, with some fields changed. */
function theme(changed: Readonly<Record<string, string>> = {}): string {
  const fields = {
    ...{ id: 'day-one', headline: 'Envoys in Geneva', lead: LEAD, rests_on: '[met]' },
    ...{ facts: '[three-hours, useful, waited]', question: 'where-met' },
    ...changed,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return `  - ${lines.join('    ')}`;
}

const withSeries = (...themes: readonly string[]) => [{ file: 'lake/series.yaml', to: `series:\n${themes.join('')}` }];

it('may be left out, and has no problem where it is as it should be', () => {
  expect(problemsOf([])).toEqual([]);
  expect(problemsOf(withSeries(theme()))).toEqual([]);
});

it.each<readonly [string, string, RegExp]>([
  [
    'a lead of one sentence',
    theme({ lead: 'Ukrainian and Russian envoys met in Geneva.' }),
    /two|2 sentences, and this one has 1/,
  ],
  [
    'a number that is nowhere',
    theme({ lead: `${LEAD.slice(0, -1)} for 7 hours.` }),
    /the number 7 does not stand in paragraph 1/,
  ],
  [
    'a name that is nowhere',
    theme({ headline: 'Envoys in Paris' }),
    /:3:\d+ the name Paris does not stand in paragraph 1/,
  ],
  ['a date that leans on today', theme({ lead: `${LEAD.slice(0, -1)} today.` }), /"today" leans on the day/],
  [
    'a claim that is nobody’s',
    theme({
      ...{ headline: 'Guests outside', lead: 'Guests stood outside. They waited long.' },
      ...{ rests_on: '[waited]', facts: '[three-hours, useful, met]' },
    }),
    /rests on what `petrov` said and does not name/,
  ],
  ['a fact that the lead says', theme({ rests_on: '[met, three-hours]' }), /the lead says `three-hours` already/],
  ['the words of its quotation', theme({ quotation: 'quotation-useful' }), /repeats the words of `quotation-useful`/],
  [
    'words that the article has',
    theme({ lead: 'They met in Geneva. There both sides had lunch at one long table.' }),
    /are the article's own/,
  ],
  ['a fact that there is not', theme({ facts: '[three-hours, useful, none]' }), /there is no fact `none`/],
  ['a quotation that there is not', theme({ quotation: 'none' }), /there is no quotation `none`/],
  [
    'a question that there is not',
    theme({ question: 'where-mat' }),
    /there is no question or gap `where-mat`; did you mean/,
  ],
  ['two facts', theme({ facts: '[three-hours, useful]' }), /a theme has three facts or four/],
])('%s is a problem', (_what, yaml, problem) => {
  const problems = problemsOf(withSeries(yaml));
  expect(problems.join('\n')).toMatch(problem);
  expect(problems.every((line) => line.startsWith('lake/series.yaml:'))).toBe(true);
});

it('says nothing twice over its days, neither fact nor question', () => {
  const problems = problemsOf(withSeries(theme(), theme({ id: 'day-two' })));
  expect(problems.map((line) => /`(.*?)` stands twice/.exec(line)?.[1])).toEqual([
    ...['three-hours', 'useful', 'waited', 'where-met'],
  ]);
});

it('is translated by id, and by no other', () => {
  const translation = (id: string) => ({
    file: 'lake/languages/uk/series.yaml',
    to: `${id}:\n  headline: Посланці в Женеві\n  lead: Вони зустрілися. Вони сиділи.\n`,
  });
  expect(problemsOf([...withSeries(theme()), translation('day-one')])).toEqual([]);
  expect(problemsOf([...withSeries(theme()), translation('day-two')]).join()).toMatch(/no theme of a series `day-two`/);
});
