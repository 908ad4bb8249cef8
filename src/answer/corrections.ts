import type { Correction, Entry, Fact } from '../knowledge/knowledge.ts';
import { longDate, withinDays } from '../text/dates.ts';

/** How long a correction is shown under an answer. */
const SHOWN_DAYS = 30;

function line({ date, before }: Correction): string {
  return `-# Corrected on ${longDate(date)}: it said “${before}” before.`;
}

/** A line for each of these that was ever corrected, each once. */
export function correctionLines(items: readonly (Entry | Fact)[]): readonly string[] {
  return [...new Set(items.flatMap(({ correction }) => (correction ? line(correction) : [])))];
}

/** The same, for corrections of the last 30 days alone. */
export function recentCorrectionLines(items: readonly (Entry | Fact)[], now: Date): readonly string[] {
  return correctionLines(items.filter(({ correction }) => correction && withinDays(correction.date, SHOWN_DAYS, now)));
}
