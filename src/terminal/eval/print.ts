import type { Row, Scored } from './score.ts';

const HEADINGS = ['persona', 'questions', 'right answers', 'false answers', 'gaps recognised', 'out of scope declined'];

function share([part, all]: readonly [number, number]): string {
  return all === 0 ? '–' : `${part}/${all} ${((100 * part) / all).toFixed(1)} %`;
}

/** The table as text, a line a row, columns aligned. */
export function printTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.persona,
    String(row.questions),
    ...[row.answers, row.falseAnswers, row.gaps, row.outside].map(share),
  ]);
  const all = [HEADINGS, ...cells];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return all.map(line).join('\n');
}

/** A question that was not answered as its label says, with what came instead. */
export function printMiss({ labelled, answer, falseAnswer }: Scored): string {
  const wanted = labelled.expect === 'answer' ? `answer from ¶${labelled.paragraphs.join(', ¶')}` : labelled.expect;
  const [first = ''] = answer.answer.split('\n');
  return [
    `${falseAnswer ? 'FALSE ' : ''}${JSON.stringify(labelled.question)} (${labelled.persona})`,
    `  wanted ${wanted}${labelled.must ? ` matching ${labelled.must}` : ''}`,
    `  got    ${answer.status} ${answer.entry ?? ''} ${answer.score.toFixed(2)}: ${answer.status === 'no_match' ? '' : first}`.trimEnd(),
  ].join('\n');
}
