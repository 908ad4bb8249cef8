import { readArticleText, textFile } from '../article-text.ts';
import type { Knowledge } from '../knowledge.ts';
import { loadKnowledge } from '../load.ts';
import { type Problem, printProblem } from '../problem.ts';
import { locate } from '../sources.ts';
import { rules } from './rules.ts';
import { paragraphTable, totals } from './table.ts';

const NOT_PROVED =
  "The articles' texts were not given (set ARTICLES_DIR to their folder), so this is not proved: that the paragraphs are unchanged,\n" +
  'that quotations, numbers and names stand in the paragraphs cited, and that no sentence of an article is copied.';

interface Checked {
  readonly problems: readonly Problem[];
  /** What to print: a table, the problems one a line, and what was not proved. */
  readonly report: string;
}

/**
 * Checks a knowledge folder, and against the articles' texts if their folder is given; `today` is an ISO date.
 */
export function checkKnowledge(folder: string, articles: string | undefined, today: string): Checked {
  const loaded = loadKnowledge(folder);
  if (!loaded.ok) {
    const lines = [
      ...loaded.problems.map(printProblem),
      '',
      `${count(loaded.problems)} The rest is checked once what is above is mended.`,
    ];
    return { problems: loaded.problems, report: lines.join('\n') };
  }
  const { knowledge, sources } = loaded;
  const texts = articles === undefined ? [] : textsOf(articles, knowledge);
  const missing = texts.flatMap(({ file, text }) =>
    text
      ? []
      : [
          {
            file,
            line: 1,
            column: 1,
            message: 'there is no such file; it would hold the article, one paragraph a line',
          },
        ],
  );
  const subject = {
    knowledge,
    today,
    texts: new Map(texts.flatMap(({ id, text }) => (text ? [[id, text] as const] : []))),
  };
  const problems = [
    ...missing,
    ...locate(
      sources,
      rules.flatMap((rule) => rule(subject)),
    ),
  ];
  const lines = [
    ...knowledge.articles.flatMap((article) => [article.id, ...paragraphTable(article, knowledge), '']),
    totals(knowledge),
    '',
    ...problems.map(printProblem),
    ...(articles === undefined ? [NOT_PROVED] : []),
    count(problems),
  ];
  return { problems, report: lines.join('\n') };
}

function textsOf(folder: string, { articles }: Knowledge) {
  return articles.map((article) => ({
    id: article.id,
    file: textFile(folder, article),
    text: readArticleText(folder, article),
  }));
}

function count({ length }: readonly Problem[]): string {
  return length === 0 ? 'No problem found.' : length === 1 ? '1 problem.' : `${length} problems.`;
}
