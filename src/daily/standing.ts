/** Where a server stands: what its posts have shown, and what the next one is to tell. A post's plan follows from it. */
import type { Wishes } from '../answer/daily.ts';
import { type NewlyAnswered, newlyAnswered } from '../insights/answered.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Store } from '../store/open.ts';
import { type Shown, shownTo } from './shown.ts';

export interface Standing {
  readonly shown: Shown;
  /** What was asked there in vain and is answered by now; none if the server does not want to hear of it. */
  readonly answered: readonly NewlyAnswered[];
}

/** A server that was never posted for. */
export const NEW: Standing = { shown: new Map(), answered: [] };

/** Where a server stands before its post of a date. */
export async function standingOf(
  store: Store,
  guild: string,
  date: string,
  wishes: Pick<Wishes, 'answered'>,
  knowledge: Knowledge,
): Promise<Standing> {
  const [shown, answered] = await Promise.all([
    shownTo(store, guild),
    wishes.answered ? newlyAnswered(store, knowledge, guild, date) : [],
  ]);
  return { shown, answered };
}
