/** Matches the lines of an article's text, if there is one, with the paragraphs of its record. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, plainText } from './fingerprint.ts';
import type { Article, Knowledge } from './knowledge.ts';

export interface AlignedText {
  /** By paragraph, in order: its current text, or undefined if the paragraph is gone. */
  readonly paragraphs: readonly (string | undefined)[];
  /** Numbers, from 1, of the paragraphs that differ from the record. */
  readonly changed: readonly number[];
  /** Everything but the headline: paragraphs, standfirst, sub-headings, links. */
  readonly lines: readonly string[];
}

/** The file `<article id>.txt` in a folder of articles' texts. */
export function textFile(folder: string, { id }: Pick<Article, 'id'>): string {
  return join(folder, `${id}.txt`);
}

/** The non-empty lines of a text, without the headline. */
export function linesOf(text: string, headline = ''): string[] {
  const without = plainText(headline);
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && plainText(line) !== without);
}

/** The texts of the articles whose text is in the folder, by article id, each compared with its record. */
export function alignedTexts(folder: string, { articles }: Knowledge): Map<string, AlignedText> {
  return new Map(
    articles
      .map((article) => ({ article, file: textFile(folder, article) }))
      .filter(({ file }) => existsSync(file))
      .map(({ article, file }) => [article.id, alignText(readFileSync(file, 'utf8'), article)]),
  );
}

/**
 * The paragraphs of every article whose text is in the folder, by article id. Throws if a text is not the one that the
 * record was made from, because facts would then cite the wrong text.
 */
export function articleText(folder: string, knowledge: Knowledge): Map<string, readonly string[]> {
  return new Map(
    [...alignedTexts(folder, knowledge)].map(([id, text]) => {
      if (text.changed.length > 0) {
        const numbers = text.changed.join(', ');
        throw new Error(
          `${textFile(folder, { id })}: these paragraphs differ from the record: ${numbers}; \`npm run check\` says more`,
        );
      }
      return [id, text.paragraphs.filter((paragraph) => paragraph !== undefined)] as const;
    }),
  );
}

/**
 * Finds the record's paragraphs among a text's lines. Nothing in the text marks a headline, a sub-heading or a link, so
 * a line is a paragraph if it has the paragraph's fingerprint, in order (the longest common subsequence). Between two
 * found paragraphs, a changed one is taken to be the longest line left: headings are short.
 */
function alignText(text: string, article: Article): AlignedText {
  const lines = linesOf(text, article.headline);
  const wanted = article.paragraphs.map(({ sha256 }) => sha256);
  const matches = commonSubsequence(wanted, lines.map(fingerprint));
  const paragraphs: (string | undefined)[] = wanted.map(() => undefined);
  let [paragraph, line] = [0, 0];
  for (const [nextParagraph, nextLine] of [...matches, [wanted.length, lines.length] as const]) {
    const between = longest(lines.slice(line, nextLine), nextParagraph - paragraph);
    for (const [index, changed] of between.entries()) paragraphs[paragraph + index] = changed;
    if (nextParagraph < wanted.length) paragraphs[nextParagraph] = lines[nextLine];
    [paragraph, line] = [nextParagraph + 1, nextLine + 1];
  }
  const found = new Set(matches.map(([index]) => index));
  return { paragraphs, changed: wanted.flatMap((_sha, index) => (found.has(index) ? [] : [index + 1])), lines };
}

/** The `count` longest lines, in their original order. */
function longest(lines: readonly string[], count: number): string[] {
  const kept = new Set(lines.toSorted((a, b) => b.length - a.length).slice(0, count));
  return lines.filter((line) => kept.has(line)).slice(0, count);
}

/** Pairs of indices into both lists that form the longest common subsequence. */
function commonSubsequence(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
