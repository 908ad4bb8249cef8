const CLOCK = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?m\.?)?$/;

/** A time as people write it (07:30, 7.30, 7:30pm, 7pm, 0730) as `HH:MM`; null where it is none. */
export function readTime(typed: string): string | null {
  const [, hours, minutes = '00', half] = CLOCK.exec(typed.trim().toLowerCase()) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const hour = Number(hours);
  if (half === undefined) return hour > 23 ? null : `${hours.padStart(2, '0')}:${minutes}`;
  if (hour < 1 || hour > 12) return null;
  // Twelve is where each half begins.
  const of24 = (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minutes}`;
}
