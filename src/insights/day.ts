const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a moment, or one so many days before it: `YYYY-MM-DD`, UTC, in which order is time. */
export function dayOf(now: number, daysBefore = 0): string {
  return new Date(now - daysBefore * DAY_MS).toISOString().slice(0, 10);
}
