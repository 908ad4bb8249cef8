import { describe, expect, it } from 'vitest';
import { comingPosts, nextPost } from '../../src/daily/coming.ts';
import { itemsOf, type Plan, planFor, shownAfter, weekdayOf } from '../../src/daily/plan.ts';
import type { Shown } from '../../src/daily/shown.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { one, small, themeOf, withSeries } from '../support/knowledge.ts';

const three = withSeries(3);
const NOTHING: Shown = new Map();
const weekly = { weekdays: '1234567', after: 'weekly' } as const;
const stop = { ...weekly, after: 'stop' } as const;
// A Saturday.
const FIRST = '2026-05-16';
const days = (amount: number) =>
  Array.from({ length: amount }, (_, day) => new Date(Date.parse(FIRST) + day * 86_400_000).toISOString().slice(0, 10));
const themes = (plans: readonly { plan: Plan | null }[]) => plans.map(({ plan }) => plan?.theme?.id ?? null);
const corrected = (date: string): Knowledge => {
  const fish = { ...one(three.facts, 'fish'), correction: { date, before: 'It holds 50.' } };
  return { ...three, facts: new Map([...three.facts, [fish.id, fish]]) };
};
/** The series as it was shown from the first day on. */
const shownWhole: Shown = new Map([1, 2, 3].map((index) => [`theme-${index}`, days(3)[index - 1] ?? '']));

describe('the plan of a date', () => {
  it('goes through a series in its order, then takes a theme a week, the one shown longest ago', () => {
    expect(themes(comingPosts(days(18), weekly, NOTHING, three))).toEqual([
      ...['theme-1', 'theme-2', 'theme-3', null, null, null, null, null, null],
      ...['theme-1', null, null, null, null, null, null, 'theme-2', null],
    ]);
  });

  it('stops after the series where that was chosen', () => {
    expect(themes(comingPosts(days(40), stop, NOTHING, three)).slice(3)).toEqual(Array(37).fill(null));
  });

  it('goes on where a server was left, whatever the date', () => {
    const shown: Shown = new Map([['theme-1', '2020-01-01']]);
    expect(planFor(FIRST, weekly, shown, three)?.theme?.id).toBe('theme-2');
  });

  it('passes over days on which a server does not post', () => {
    expect([FIRST, '2026-05-17', '2026-05-18'].map(weekdayOf)).toEqual([6, 7, 1]);
    const work = { ...weekly, weekdays: '12345' };
    expect(themes(comingPosts(days(4), work, NOTHING, three))).toEqual([null, null, 'theme-1', 'theme-2']);
  });

  it('is woken by a correction, which is told of once', () => {
    const knowledge = corrected('2026-05-22');
    const plans = comingPosts(days(12), stop, shownWhole, knowledge);
    const told = plans.filter(({ plan }) => plan !== null);
    expect(told).toMatchObject([{ date: '2026-05-22', plan: { theme: null, corrected: [{ id: 'fish' }] } }]);
  });

  it('tells of a correction beside a theme, and of a later one of the same fact again', () => {
    const plan = planFor(FIRST, weekly, NOTHING, corrected(FIRST));
    expect(plan).toMatchObject({ theme: { id: 'theme-1' }, corrected: [{ id: 'fish' }] });
    const after = plan ? shownAfter(FIRST, plan, NOTHING) : NOTHING;
    expect(planFor('2026-05-17', weekly, after, corrected(FIRST))?.corrected).toEqual([]);
    expect(planFor('2026-05-17', weekly, after, corrected('2026-05-17'))?.corrected).toHaveLength(1);
  });

  it('is woken by a new article, and finishes the series that has begun first', () => {
    const [article] = three.articles;
    if (!article) throw new Error('no article');
    const series = [{ ...themeOf(1), id: 'other-1' }];
    const both: Knowledge = { ...three, articles: [article, { ...article, id: 'other', date: '2026-01-01', series }] };
    expect(planFor(FIRST, stop, shownWhole, both)?.theme?.id).toBe('other-1');
    expect(planFor(FIRST, stop, NOTHING, both)?.theme?.id).toBe('other-1');
    expect(planFor(FIRST, stop, new Map([['theme-1', FIRST]]), both)?.theme?.id).toBe('theme-2');
  });

  it('is nothing where no series is written', () => {
    expect(planFor(FIRST, weekly, NOTHING, small)).toBeNull();
  });

  it('names what it shows, the correction with its date', () => {
    const plan = planFor(FIRST, weekly, NOTHING, corrected(FIRST));
    expect(plan && itemsOf(plan)).toEqual(['theme-1', `fish@${FIRST}`]);
  });
});

describe('the next post', () => {
  const clock = { time: '09:00', zone: 'UTC' };
  const from = { date: FIRST, at: Date.parse(`${FIRST}T09:00:00Z`) };

  it('is on the first day on which there is one', () => {
    const next = nextPost(from, clock, { ...weekly, weekdays: '3' }, NOTHING, three);
    expect(next?.due).toEqual({ date: '2026-05-20', at: Date.parse('2026-05-20T09:00:00Z') });
  });

  it('is a week after the last once the series is over, and none where it stops', () => {
    expect(nextPost(from, clock, weekly, shownWhole, three)?.due.date).toBe('2026-05-25');
    expect(nextPost(from, clock, stop, shownWhole, three)).toBeNull();
  });
});
