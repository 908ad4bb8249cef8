import type { Article, Knowledge } from '../knowledge.ts';

/** How much of the knowledge rests on each paragraph, as lines of aligned columns. */
export function paragraphTable(article: Article, { facts, entries }: Knowledge): string[] {
  const ofArticle = [...facts.values()].filter((fact) => fact.article === article.id);
  const rows = article.paragraphs.map((_paragraph, index) => {
    const citing = new Set(ofArticle.filter(({ paragraphs }) => paragraphs.includes(index + 1)).map(({ id }) => id));
    const resting = [...entries.values()].filter((entry) => entry.facts.some((id) => citing.has(id)));
    const questions = resting.filter(({ kind }) => kind === 'question').length;
    return [`¶${index + 1}`, citing.size, questions, resting.length - questions];
  });
  return [['paragraph', 'facts', 'questions', 'gaps'], ...rows].map((row) =>
    row.map((cell) => String(cell).padStart(9)).join('  '),
  );
}

/** The totals in one line. */
export function totals({ facts, entries, outside }: Knowledge): string {
  const all = [...entries.values()];
  const questions = all.filter(({ kind }) => kind === 'question').length;
  const phrasings = all.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const elsewhere = [...outside.values()].reduce((sum, texts) => sum + texts.length, 0);
  return `${facts.size} facts, ${questions} questions, ${all.length - questions} gaps, ${phrasings} phrasings, ${elsewhere} of no article`;
}
