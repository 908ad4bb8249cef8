/**
 * A server's state, from which the plan of a post follows: what its posts have shown, and what the next one should
 * tell.
 */
import type { Preferences } from '../answer/daily.ts';
import { type NewlyAnswered, newlyAnswered } from '../insights/answered.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Store } from '../store/open.ts';
import { type Shown, shownTo } from './shown.ts';

export interface Standing {
  readonly shown: Shown;
  /** Questions of the server that had no answer and now have one; none if the server does not want them. */
  readonly answered: readonly NewlyAnswered[];
}

/** A server that was never posted for. */
export const NEW: Standing = { shown: new Map(), answered: [] };

/** A server's state before its post of a date. */
export async function standingOf(
  store: Store,
  guild: string,
  date: string,
  preferences: Pick<Preferences, 'answered'>,
  knowledge: Knowledge,
): Promise<Standing> {
  const [shown, answered] = await Promise.all([
    shownTo(store, guild),
    preferences.answered ? newlyAnswered(store, knowledge, guild, date) : [],
  ]);
  return { shown, answered };
}
