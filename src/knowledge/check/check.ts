import { alignedTexts, textFile } from '../article-text.ts';
import type { Article } from '../knowledge.ts';
import { type Loaded, loadKnowledge } from '../load.ts';
import { locate } from '../parsed-files.ts';
import { type Problem, printPosition, printProblem } from '../problem.ts';
import { faults, lacking } from './run-rules.ts';
import { paragraphTable, totals } from './table.ts';
import { translatedShares } from './translations.ts';

const LEFT_OUT = 'A draft with such a fault is left out; the rest of it is checked once that is mended.';

const NOT_PROVED =
  "The articles' texts were not given (set ARTICLES_DIR to their folder), so this is not proved: that the paragraphs are unchanged,\n" +
  'that quotations, numbers and names stand in the paragraphs cited, and that no sentence of an article is copied.';

const NO_TEXT = 'there is no such file; it would hold the article, one paragraph a line';
const NOT_HELD = 'there is no such file, so nothing of this article is held against its text';

interface Checked {
  /** Errors. */
  readonly problems: readonly Problem[];
  /** What may be intended, but has a cost. */
  readonly warnings: readonly Problem[];
  /** What still has to be written. */
  readonly toDo: readonly Problem[];
  /** What to print: a table, all of these, one in each line, and what could not be checked. */
  readonly report: string;
}

type Examined = Pick<Checked, 'problems' | 'warnings' | 'toDo'>;

/** Checks valid knowledge for errors and for what it lacks. */
function examine(
  { knowledge, parsed, leftOut }: Extract<Loaded, { ok: true }>,
  articles: string | undefined,
  today: string,
): Examined {
  const texts = articles === undefined ? new Map() : alignedTexts(articles, knowledge);
  const missing = articles === undefined ? [] : knowledge.articles.filter(({ id }) => !texts.has(id));
  const textless = (isDraft: boolean, message = NO_TEXT) =>
    missing.filter(({ draft = false }) => draft === isDraft).map((article) => noText(articles ?? '', article, message));
  // Who adds an article may have the text of that one alone.
  const isOthers = texts.size > 0;
  const wrong = faults({ knowledge, today, texts });
  const lacks = lacking(knowledge, wrong);
  return {
    problems: [...leftOut, ...(isOthers ? [] : textless(false)), ...locate(parsed, wrong)],
    warnings: [...(isOthers ? textless(false, NOT_HELD) : []), ...locate(parsed, lacks.warnings)],
    toDo: [...textless(true), ...locate(parsed, lacks.toDo)],
  };
}

/** The errors in a knowledge folder; with `edited`, as it would be after an edit of these files. */
export function problemsIn(
  folder: string,
  articles: string | undefined,
  today: string,
  edited?: ReadonlyMap<string, string>,
): Examined {
  const loaded = loadKnowledge(folder, edited);
  return loaded.ok ? examine(loaded, articles, today) : { problems: loaded.problems, warnings: [], toDo: [] };
}

/** Checks a knowledge folder, also against the articles' texts if their folder is given; `today` is an ISO date. */
export function checkKnowledge(folder: string, articles: string | undefined, today: string): Checked {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) {
    const lines = [
      ...loaded.problems.map(printProblem),
      '',
      `${counted(loaded.problems, 'problem')} The rest is checked once what is above is mended.`,
    ];
    return { problems: loaded.problems, warnings: [], toDo: [], report: lines.join('\n') };
  }
  const { knowledge, leftOut } = loaded;
  const { problems, warnings, toDo } = examine(loaded, articles, today);
  const labelled = (label: string) => (problem: Problem) => `${printPosition(problem)} ${label}: ${problem.message}`;
  const lines = [
    ...knowledge.articles.flatMap((article) => [
      article.draft ? `${article.id} (draft)` : article.id,
      ...paragraphTable(article, knowledge),
      '',
    ]),
    totals(knowledge),
    ...translatedShares(knowledge),
    '',
    ...toDo.map(labelled('to do')),
    ...warnings.map(labelled('warning')),
    ...problems.map(printProblem),
    ...(leftOut.length > 0 ? [LEFT_OUT] : []),
    ...(articles === undefined ? [NOT_PROVED] : []),
    [
      problems.length === 0 ? 'No problem found.' : counted(problems, 'problem'),
      ...(warnings.length === 0 ? [] : [counted(warnings, 'warning')]),
      ...(toDo.length === 0 ? [] : [`${counted(toDo, 'thing', ' to do')}`]),
    ].join(' '),
  ];
  return { problems, warnings, toDo, report: lines.join('\n') };
}

function noText(folder: string, article: Article, message: string): Problem {
  return { file: textFile(folder, article), line: 1, column: 1, message };
}

function counted({ length }: readonly Problem[], what: string, which = ''): string {
  return `${length} ${what}${length === 1 ? '' : 's'}${which}.`;
}
