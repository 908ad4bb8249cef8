const DAY = 24 * 60 * 60 * 1000;

// Written out here, as a formatter of Intl takes 8 MB, and longer than all else about an answer.
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** "2025-05-16" as "16 May 2025". */
export function longDate(isoDate: string): string {
  const date = new Date(isoDate);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** Whether `now` falls within so many days after the beginning (UTC) of a day; false before it. */
export function withinDays(isoDate: string, days: number, now: Date): boolean {
  const passed = now.getTime() - Date.parse(isoDate);
  return passed >= 0 && passed < days * DAY;
}
