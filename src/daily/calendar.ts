/** Converts local wall-clock times to timestamps; Temporal does the calendar arithmetic. */
import { Temporal } from 'temporal-polyfill';
import type { Due } from '../answer/daily.ts';

/**
 * The timestamp (milliseconds since 1970) of a local time on a local date. If the clocks skip it: the end of the gap.
 * If it occurs twice: the first. Null if the zone skips the whole date (Apia, 30 December 2011).
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @param zone IANA name
 */
export function dueAt(date: string, time: string, zone: string): number | null {
  const day = Temporal.PlainDate.from(date);
  if (!day.toZonedDateTime(zone).toPlainDate().equals(day)) return null;
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // In a gap, "earlier" applies the offset after the gap, which gives a time before it; the gap's end comes next.
  const before = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return (before.getTimeZoneTransition('next') ?? found).epochMilliseconds;
}

/** The local date of a timestamp. */
export function localDate(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The first local date after `date` whose timestamp is not before `from`. */
export function nextDue(date: string, from: number, time: string, zone: string): Due {
  // Skips days that are well before `from`; a zone is never more than a day from UTC.
  const near = Temporal.PlainDate.from(localDate(from, 'UTC')).subtract({ days: 2 });
  const after = Temporal.PlainDate.from(date);
  let day = Temporal.PlainDate.compare(near, after) > 0 ? near : after;
  for (;;) {
    day = day.add({ days: 1 });
    const at = dueAt(day.toString(), time, zone);
    if (at !== null && at >= from) return { date: day.toString(), at };
  }
}
