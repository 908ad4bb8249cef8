const DAY_MS = 24 * 60 * 60 * 1000;

/** The last one that was asked for: mostly today, several times for each answer. */
let latest = { number: 0, day: '1970-01-01' };

/** The day of a moment, or one so many days before it: `YYYY-MM-DD`, UTC, in which order is time. */
export function dayOf(now: number, daysBefore = 0): string {
  const number = Math.floor(now / DAY_MS) - daysBefore;
  if (number !== latest.number) latest = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return latest.day;
}
