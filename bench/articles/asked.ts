/** The labelled questions of `test/questions`, in the words of generated articles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { parseLabelled } from '../../src/terminal/eval/labelled.ts';
import { renamer } from './generate.ts';

const FOLDER = join(import.meta.dirname, '../../test/questions');

export type Labelled = ReturnType<typeof parseLabelled>[number];

/** A labelled question, and the number of the article that it is about. */
export interface Asked {
  readonly labelled: Labelled;
  readonly article: number;
  /** Whether it contains a word that only this article uses; without one, it may be about any. */
  readonly own: boolean;
}

const labelled = ['casual', 'formal', 'nonnative'].flatMap((name) => {
  const file = join(FOLDER, `${name}.jsonl`);
  return parseLabelled(readFileSync(file, 'utf8'), file).filter(({ conversation }) => conversation === undefined);
});

/** Each question once, about the articles in turn; questions outside all articles keep their words. */
export function questionsAbout(knowledge: Knowledge, articles: readonly number[]): readonly Asked[] {
  const renamers = new Map(articles.map((article) => [article, renamer(knowledge, article)]));
  // Any renamer but the first article's: it changes exactly the article's own words.
  const another = renamer(knowledge, 1);
  return labelled.map((one, at) => {
    const article = articles[at % articles.length] ?? 0;
    const rename = renamers.get(article);
    const question = one.expect === 'out_of_scope' || !rename ? one.question : rename(one.question);
    const own = one.expect !== 'out_of_scope' && another(one.question) !== one.question;
    return { labelled: { ...one, question }, article, own };
  });
}
