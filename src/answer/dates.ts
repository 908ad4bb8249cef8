const DAY = 24 * 60 * 60 * 1000;

const longForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "2025-05-16" as "16 May 2025". */
export function longDate(isoDate: string): string {
  return longForm.format(Date.parse(isoDate));
}

/** Whether `now` falls within so many days after the beginning (UTC) of a day; false before it. */
export function withinDays(isoDate: string, days: number, now: Date): boolean {
  const passed = now.getTime() - Date.parse(isoDate);
  return passed >= 0 && passed < days * DAY;
}
