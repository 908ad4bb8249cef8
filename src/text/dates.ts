/** An hour and a day, in milliseconds. */
export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** Whether `now` is within `days` days after the start (UTC) of a day; false before it. */
export function withinDays(isoDate: string, days: number, now: Date): boolean {
  const passed = now.getTime() - Date.parse(isoDate);
  return passed >= 0 && passed < days * DAY_MS;
}

/** The day of a timestamp, or `daysBefore` days before it: `YYYY-MM-DD`, UTC, which sorts by time. */
export function dayOf(now: number, daysBefore = 0): string {
  return new Date(now - daysBefore * DAY_MS).toISOString().slice(0, 10);
}

/** The earliest and the latest local date anywhere: clocks are from 12 hours behind UTC to 14 hours ahead of it. */
export function datesNow(now: number): { readonly earliest: string; readonly latest: string } {
  return { earliest: dayOf(now - 12 * HOUR_MS), latest: dayOf(now + 14 * HOUR_MS) };
}
