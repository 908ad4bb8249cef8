const DAY = 24 * 60 * 60 * 1000;

const longForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Every answer names its article's day, and a formatter takes longer than all else about the line. */
const written = new Map<string, string>();

/** "2025-05-16" as "16 May 2025". */
export function longDate(isoDate: string): string {
  const known = written.get(isoDate);
  if (known !== undefined) return known;
  const long = longForm.format(Date.parse(isoDate));
  written.set(isoDate, long);
  return long;
}

/** Whether `now` falls within so many days after the beginning (UTC) of a day; false before it. */
export function withinDays(isoDate: string, days: number, now: Date): boolean {
  const passed = now.getTime() - Date.parse(isoDate);
  return passed >= 0 && passed < days * DAY;
}
