import type { Row, Scored } from './score.ts';

const HEADINGS = ['questions', 'right', 'answers', 'gaps', 'out of scope', 'false answers', 'wrong openings'];

function share([part, all]: readonly [number, number]): string {
  return all === 0 ? '–' : `${part}/${all} ${((100 * part) / all).toFixed(1)} %`;
}

/** The table as text, with a heading for its rows and aligned columns. */
export function printTable(by: string, rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    String(row.questions),
    ...[row.all, row.answers, row.gaps, row.outside, row.falseAnswers, row.wrongOpenings].map(share),
  ]);
  const all = [[by, ...HEADINGS], ...cells];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return all.map(line).join('\n');
}

const indented = (text: string) => text.replaceAll('\n', '\n         ');

/** A question that was not answered as labelled, with the whole answer. */
export function printMiss({ labelled, answer, falseAnswer, wrongOpening }: Scored): string {
  const { question, conversation, persona, expect, paragraphs, must, mustnot } = labelled;
  const wanted = expect === 'answer' ? `answer from ¶${paragraphs.join(', ¶')}` : expect;
  const marks = [...(falseAnswer ? ['FALSE '] : []), ...(wrongOpening ? ['OPENING '] : [])].join('');
  const asked = conversation ? conversation.map((one) => JSON.stringify(one)).join(' → ') : JSON.stringify(question);
  return [
    `${marks}${asked} (${persona})`,
    `  wanted ${wanted}${must ? ` matching ${must}` : ''}${mustnot ? ` and not ${mustnot}` : ''}`,
    `  got    ${[answer.status, answer.entry ?? '', answer.score.toFixed(2)].filter(Boolean).join(' ')}: ${indented(answer.answer)}`,
  ].join('\n');
}
