import { describe, expect, it } from 'vitest';
import { comingPosts, nextPost } from '../../src/daily/coming.ts';
import { itemsOf, type Plan, planFor, standingAfter, weekdayOf } from '../../src/daily/plan.ts';
import { NEW, type Standing } from '../../src/daily/standing.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { one, small, themeOf, withSeries } from '../support/knowledge.ts';

const three = withSeries(3);
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
/** A server that was shown this. */
const having = (shown: readonly (readonly [string, string])[]): Standing => ({ shown: new Map(shown), answered: [] });
/** The series as it was shown from the first day on. */
const shownWhole = having([1, 2, 3].map((index) => [`theme-${index}`, days(3)[index - 1] ?? '']));

describe('the plan of a date', () => {
  it('goes through a series in its order, then takes a theme a week, the one shown longest ago', () => {
    expect(themes(comingPosts(days(18), weekly, NEW, three))).toEqual([
      ...['theme-1', 'theme-2', 'theme-3', null, null, null, null, null, null],
      ...['theme-1', null, null, null, null, null, null, 'theme-2', null],
    ]);
  });

  it('stops after the series where that was chosen', () => {
    expect(themes(comingPosts(days(40), stop, NEW, three)).slice(3)).toEqual(Array(37).fill(null));
  });

  it('goes on where a server was left, whatever the date', () => {
    expect(planFor(FIRST, weekly, having([['theme-1', '2020-01-01']]), three)?.theme?.id).toBe('theme-2');
  });

  it('passes over days on which a server does not post', () => {
    expect([FIRST, '2026-05-17', '2026-05-18'].map(weekdayOf)).toEqual([6, 7, 1]);
    const work = { ...weekly, weekdays: '12345' };
    expect(themes(comingPosts(days(4), work, NEW, three))).toEqual([null, null, 'theme-1', 'theme-2']);
  });

  it('is woken by a correction, which is told of once', () => {
    const knowledge = corrected('2026-05-22');
    const plans = comingPosts(days(12), stop, shownWhole, knowledge);
    const told = plans.filter(({ plan }) => plan !== null);
    expect(told).toMatchObject([{ date: '2026-05-22', plan: { theme: null, corrected: [{ id: 'fish' }] } }]);
  });

  it('tells of a correction beside a theme, and of a later one of the same fact again', () => {
    const plan = planFor(FIRST, weekly, NEW, corrected(FIRST));
    expect(plan).toMatchObject({ theme: { id: 'theme-1' }, corrected: [{ id: 'fish' }] });
    const after = plan ? standingAfter(FIRST, plan, NEW) : NEW;
    expect(planFor('2026-05-17', weekly, after, corrected(FIRST))?.corrected).toEqual([]);
    expect(planFor('2026-05-17', weekly, after, corrected('2026-05-17'))?.corrected).toHaveLength(1);
  });

  it('is woken by a new article, and finishes the series that has begun first', () => {
    const [article] = three.articles;
    if (!article) throw new Error('no article');
    const series = [{ ...themeOf(1), id: 'other-1' }];
    const both: Knowledge = { ...three, articles: [article, { ...article, id: 'other', date: '2026-01-01', series }] };
    expect(planFor(FIRST, stop, shownWhole, both)?.theme?.id).toBe('other-1');
    expect(planFor(FIRST, stop, NEW, both)?.theme?.id).toBe('other-1');
    expect(planFor(FIRST, stop, having([['theme-1', FIRST]]), both)?.theme?.id).toBe('theme-2');
  });

  it('tells what is newly answered, three a day, beside a theme and without one', () => {
    const answered = ['lake-depth', 'how-many-trout', 'mayor-visit', 'mayor-name'].map((entry) => ({
      ...{ entry, texts: [entry] },
    }));
    const told = (standing: Standing) =>
      comingPosts(days(3), stop, { ...standing, answered }, three).map(({ plan }) => [
        plan?.theme?.id ?? null,
        plan?.answered.map(({ entry }) => entry) ?? [],
      ]);
    const [first, second] = [['lake-depth', 'how-many-trout', 'mayor-visit'], ['mayor-name']];
    expect(told(NEW)).toEqual([
      ['theme-1', first],
      ['theme-2', second],
      ['theme-3', []],
    ]);
    expect(told(shownWhole)).toEqual([
      [null, first],
      [null, second],
      [null, []],
    ]);
  });

  it('is nothing where no series is written', () => {
    expect(planFor(FIRST, weekly, NEW, small)).toBeNull();
  });

  it('names what it shows, the correction with its date', () => {
    const plan = planFor(FIRST, weekly, NEW, corrected(FIRST));
    expect(plan && itemsOf(plan)).toEqual(['theme-1', `fish@${FIRST}`]);
  });
});

describe('the next post', () => {
  const clock = { time: '09:00', zone: 'UTC' };
  const from = { date: FIRST, at: Date.parse(`${FIRST}T09:00:00Z`) };

  it('is on the first day on which there is one', () => {
    const next = nextPost(from, clock, { ...weekly, weekdays: '3' }, NEW, three);
    expect(next?.due).toEqual({ date: '2026-05-20', at: Date.parse('2026-05-20T09:00:00Z') });
  });

  it('is a week after the last once the series is over, and none where it stops', () => {
    expect(nextPost(from, clock, weekly, shownWhole, three)?.due.date).toBe('2026-05-25');
    expect(nextPost(from, clock, stop, shownWhole, three)).toBeNull();
  });
});
