import type { Insights } from '../../answer/insights.ts';
import type { Suggestion } from '../../insights/suggest.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { count } from '../../text/quote.ts';

const SHOWN = 20;

/** Rows as aligned columns: numbers to the right, the last column unpadded. */
function columns(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const width = at === row.length - 1 ? 0 : (widths[at] ?? 0);
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  '),
  );
}

function part(heading: string, rows: readonly (readonly (string | number)[])[]): readonly string[] {
  return rows.length === 0 ? [] : [heading, ...columns(rows.slice(0, SHOWN)), ''];
}

const answerTo = (suggestion: Suggestion) =>
  suggestion.kind === 'phrasing'
    ? `near ${suggestion.entry.id}`
    : suggestion.kind === 'gap'
      ? 'near nothing'
      : `outside: ${suggestion.subject}`;

/** The insights as readable text, and under it the YAML. */
export function printInsights(
  { days, asked, withheld, unhelpful }: Insights,
  suggested: readonly Suggestion[],
  yaml: string,
  { entries }: Pick<Knowledge, 'entries'>,
): string {
  const title = (entry: string) => entries.get(entry)?.question ?? '(gone)';
  const busy = days.filter(({ answered, not_stated, no_match }) => answered + not_stated + no_match > 0);
  const lines = [
    ...part(
      'Day: answered, not in the article, not found',
      busy.map((day) => [day.day, day.answered, day.not_stated, day.no_match, '']),
    ),
    ...part(
      'Most asked',
      asked.map(({ entry, times }) => [times, entry, title(entry)]),
    ),
    ...part(
      'Without an answer, or misunderstood',
      suggested.map((one) => [one.group.times, answerTo(one), one.group.questions.map(({ text }) => text).join(' | ')]),
    ),
    ...part(
      'Not what was asked: said so, found it helpful',
      unhelpful.map(({ entry, misfits, helpful }) => [misfits, helpful, entry, title(entry)]),
    ),
  ];
  if (lines.length === 0) lines.push(`Nothing was asked in the last ${count(days.length, 'day')}.`, '');
  if (withheld > 0)
    lines.push(
      `Something else found nothing ${count(withheld, 'time')}: no words are kept of what one person asked.`,
      '',
    );
  return [...lines, ...(yaml === '' ? [] : ['# For the knowledge:', yaml.trimEnd()])].join('\n');
}
