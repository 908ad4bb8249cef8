/** The next posts, as far as they are known now. */
import type { Due, Preferences } from '../answer/daily.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { nextDue } from './calendar.ts';
import { type Plan, planFor, standingAfter } from './plan.ts';
import type { Standing } from './standing.ts';

/** If anything is planned at all, it comes within two weeks. */
const AHEAD = 15;

interface Clock {
  readonly time: string;
  readonly zone: string;
}

/** The first post from a date on, with its plan; null while there is nothing to post. */
export function nextPost(
  from: Due,
  { time, zone }: Clock,
  preferences: Pick<Preferences, 'weekdays' | 'after'>,
  standing: Standing,
  knowledge: Knowledge,
): { readonly due: Due; readonly plan: Plan } | null {
  let due = from;
  for (let day = 0; day < AHEAD; day += 1) {
    const plan = planFor(due.date, preferences, standing, knowledge);
    if (plan) return { due, plan };
    due = nextDue(due.date, due.at, time, zone);
  }
  return null;
}

/** The posts of the next `count` dates, each with its plan, null if nothing is posted. */
export function comingPosts(
  dates: readonly string[],
  preferences: Pick<Preferences, 'weekdays' | 'after'>,
  standing: Standing,
  knowledge: Knowledge,
): readonly { readonly date: string; readonly plan: Plan | null }[] {
  let now = standing;
  return dates.map((date) => {
    const plan = planFor(date, preferences, now, knowledge);
    if (plan) now = standingAfter(date, plan, now);
    return { date, plan };
  });
}
