import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Context } from '../../answer/command.ts';
import { pasteable } from '../../insights/paste.ts';
import { insightsOf, lastDays, misfits } from '../../insights/report.ts';
import { type Suggestion, suggestions } from '../../insights/suggest.ts';
import type { Store } from '../../store/open.ts';
import { printInsights } from './print.ts';

const USAGE = 'Usage: npm run insights [-- --days N] [--json]\n';
const DEFAULT_DAYS = 30;

export interface InsightsContext extends Pick<Context, 'knowledge' | 'search'> {
  readonly store: Store;
  /** How many days records are kept. */
  readonly keepDays: number;
  readonly now: number;
}

class BadUsage extends Error {}

function optionsOf(given: readonly string[], keepDays: number) {
  const options = { days: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { days = String(Math.min(DEFAULT_DAYS, keepDays)), json = false } = parseArgs({
    args: [...given],
    options,
  }).values;
  if (!/^[1-9]\d{0,2}$/.test(days) || Number(days) > keepDays) {
    throw new BadUsage(`--days takes a number from 1 to ${keepDays}, as nothing older is kept.`);
  }
  return { days: Number(days), json };
}

const plain = (suggestion: Suggestion) => ({
  kind: suggestion.kind,
  times: suggestion.group.times,
  questions: suggestion.group.questions,
  ...(suggestion.kind === 'phrasing' && { entry: suggestion.entry.id }),
});

/**
 * Prints what was asked in all servers and what curators could add: as a table or one JSON object, which ends with YAML
 * for the knowledge. Returns the exit code: 0, or 2 for bad usage.
 */
export async function run(
  given: readonly string[],
  out: Writable,
  errors: Writable,
  { store, keepDays, now, ...context }: InsightsContext,
): Promise<number> {
  try {
    const { days, json } = optionsOf(given, keepDays);
    const found = await insightsOf(store, null, days, now);
    const misunderstood = await misfits(store, lastDays(null, days, now));
    const suggested = suggestions(found.unanswered, misunderstood, context);
    const yaml = pasteable(suggested, context.knowledge.entries.keys());
    const report = { ...found, misfits: misunderstood, suggestions: suggested.map(plain), yaml };
    out.write(json ? `${JSON.stringify(report)}\n` : `${printInsights(found, suggested, yaml, context.knowledge)}\n`);
    return 0;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!(error instanceof BadUsage) && !code.startsWith('ERR_PARSE_ARGS')) throw error;
    errors.write(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
}
