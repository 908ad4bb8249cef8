import { readArticleText, textFile } from '../article-text.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Loaded, loadKnowledge } from '../load.ts';
import { type Problem, printProblem } from '../problem.ts';
import { locate } from '../sources.ts';
import { enoughPhrasings } from './entries.ts';
import { rules } from './rules.ts';
import type { Rule } from './subject.ts';
import { paragraphTable, totals } from './table.ts';

const NOT_PROVED =
  "The articles' texts were not given (set ARTICLES_DIR to their folder), so this is not proved: that the paragraphs are unchanged,\n" +
  'that quotations, numbers and names stand in the paragraphs cited, and that no sentence of an article is copied.';

interface Checked {
  readonly problems: readonly Problem[];
  /** What to print: a table, the problems one a line, and what was not proved. */
  readonly report: string;
}

interface Proved {
  readonly problems: readonly Problem[];
  /** Phrasings that an entry lacks; it is found less often, and all that it says is right. */
  readonly left: readonly Problem[];
}

/** What is wrong with knowledge that is whole, and what it lacks. */
function prove({ knowledge, sources }: Extract<Loaded, { ok: true }>, articles: string | undefined, today: string) {
  const texts = articles === undefined ? [] : textsOf(articles, knowledge);
  const message = 'there is no such file; it would hold the article, one paragraph a line';
  const missing = texts.flatMap(({ file, text }) => (text ? [] : [{ file, line: 1, column: 1, message }]));
  const subject = {
    knowledge,
    today,
    texts: new Map(texts.flatMap(({ id, text }) => (text ? [[id, text] as const] : []))),
  };
  const found = (all: readonly Rule[]) => all.flatMap((rule) => rule(subject));
  return {
    problems: [...missing, ...locate(sources, found(rules.filter((rule) => rule !== enoughPhrasings)))],
    left: locate(sources, enoughPhrasings(subject)),
  };
}

/** What is wrong with a knowledge folder; with `edited`, as it would be after an edit of these files. */
export function problemsIn(
  folder: string,
  articles: string | undefined,
  today: string,
  edited?: ReadonlyMap<string, string>,
): Proved {
  const loaded = loadKnowledge(folder, edited);
  return loaded.ok ? prove(loaded, articles, today) : { problems: loaded.problems, left: [] };
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
  const { knowledge } = loaded;
  const proved = prove(loaded, articles, today);
  const problems = [...proved.problems, ...proved.left];
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
