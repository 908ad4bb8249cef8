/** What a server's post on a date is about: this depends only on what the server has been shown. */
import type { Preferences } from '../answer/daily.ts';
import type { NewlyAnswered } from '../insights/answered.ts';
import type { Article, Entry, Fact, Knowledge, Theme } from '../knowledge/knowledge.ts';
import { DAY_MS, withinDays } from '../text/dates.ts';
import type { Shown } from './shown.ts';
import type { Standing } from './standing.ts';

/** A theme, corrections, newly answered questions, or several of these. */
export interface Plan {
  readonly theme: Theme | null;
  readonly corrected: readonly (Fact | Entry)[];
  readonly answered: readonly NewlyAnswered[];
}

/** How long after its date a correction is posted, once in each server. */
const CORRECTED_DAYS = 7;
/** The most newly answered questions in one post; the rest wait for the next. */
const MOST_ANSWERED = 3;
/** How many days lie between two posts once all series are over. */
const SELDOM_DAYS = 7;

const themesOf = ({ articles }: Pick<Knowledge, 'articles'>) => articles.flatMap(({ series }) => series);

/** The key under which a shown correction is recorded; a later correction of the same fact has another. */
const correctionItem = ({ id, correction }: Fact | Entry) => `${id}@${correction?.date}`;

/** What a post of the plan shows, as recorded; newly answered questions are recorded by their texts. */
export function itemsOf({ theme, corrected }: Plan): readonly string[] {
  return [...(theme ? [theme.id] : []), ...corrected.map(correctionItem)];
}

/** The weekday of a local date, from 1 for Monday. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;

function correctionsFor(date: string, shown: Shown, { facts, entries }: Knowledge): readonly (Fact | Entry)[] {
  return [...facts.values(), ...entries.values()].filter(
    (item) =>
      item.correction &&
      withinDays(item.correction.date, CORRECTED_DAYS, new Date(date)) &&
      !shown.has(correctionItem(item)),
  );
}

/** The next theme that was never shown: from a series that has begun, else from the newest article. */
function nextTheme(shown: Shown, knowledge: Knowledge): Theme | undefined {
  const isNew = ({ id }: Theme) => !shown.has(id);
  const open = knowledge.articles.filter(({ series }) => series.some(isNew));
  const hasBegun = ({ series }: Article) => !series.every(isNew);
  const [latest] = open.toSorted((a, b) => b.date.localeCompare(a.date));
  return (open.find(hasBegun) ?? latest)?.series.find(isNew);
}

/** The theme that was shown longest ago, if none was shown recently. */
function oldTheme(date: string, shown: Shown, knowledge: Knowledge): Theme | undefined {
  const dated = themesOf(knowledge)
    .map((theme) => ({ theme, date: shown.get(theme.id) ?? '' }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const last = dated.at(-1)?.date;
  if (!last || Date.parse(date) - Date.parse(last) < SELDOM_DAYS * DAY_MS) return undefined;
  return dated[0]?.theme;
}

/** What is posted on a local date; null if nothing is. */
export function planFor(
  date: string,
  { weekdays, after }: Pick<Preferences, 'weekdays' | 'after'>,
  { shown, answered: all }: Standing,
  knowledge: Knowledge,
): Plan | null {
  if (!weekdays.includes(String(weekdayOf(date)))) return null;
  const corrected = correctionsFor(date, shown, knowledge);
  const theme =
    nextTheme(shown, knowledge) ?? (after === 'weekly' ? oldTheme(date, shown, knowledge) : undefined) ?? null;
  const answered = all.slice(0, MOST_ANSWERED);
  return theme || corrected.length > 0 || answered.length > 0 ? { theme, corrected, answered } : null;
}

/** A server's state after the post of a date. */
export function standingAfter(date: string, plan: Plan, { shown, answered }: Standing): Standing {
  return {
    shown: new Map([...shown, ...itemsOf(plan).map((item) => [item, date] as const)]),
    answered: answered.slice(MOST_ANSWERED),
  };
}

/** A server's progress in its series: how many of their themes it has been shown. */
export function progressOf(shown: Shown, knowledge: Knowledge): { readonly shown: number; readonly all: number } {
  const themes = themesOf(knowledge);
  return { shown: themes.filter(({ id }) => shown.has(id)).length, all: themes.length };
}
