const CLOCK = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?m\.?)?$/;

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:12 ?)?(?:noon|midday)$/, '12:00'],
  [/^(?:12 ?)?midnight$/, '00:00'],
];

/** A time as people write it (07:30, 7.30, 7:30pm, 7pm, 0730, noon) as `HH:MM`; null if it is not one. */
export function readTime(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const named = NAMED.find(([form]) => form.test(text));
  if (named) return named[1];
  const [, hours, minutes = '00', half] = CLOCK.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const hour = Number(hours);
  if (half === undefined) return hour > 23 ? null : `${hours.padStart(2, '0')}:${minutes}`;
  if (hour < 1 || hour > 12) return null;
  // Each half of the day begins with twelve.
  const of24 = (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minutes}`;
}
