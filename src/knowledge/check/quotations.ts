/** What is in quotation marks is in the article. */
import { plainText } from '../fingerprint.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import { citedText, statements } from './statements.ts';
import type { Rule } from './subject.ts';

export const quotationsStandInTheirParagraph: Rule = ({ knowledge, texts }) =>
  knowledge.quotations.flatMap(({ article, paragraph, place, words }) => {
    const text = texts.get(article);
    return !text || plainText(text.paragraphs[paragraph - 1] ?? '').includes(plainText(words))
      ? []
      : [{ place: within(place, 'words'), message: `these words do not stand in paragraph ${paragraph}` }];
  });

/**
 * This includes facts and answers: quotation marks are a promise, and they exempt a text from the rule on borrowed
 * words.
 */
export const quotedWordsStandInTheArticle: Rule = ({ knowledge, texts }) =>
  statements(knowledge).flatMap((statement): Finding[] => {
    const text = texts.get(statement.article);
    if (!text) return [];
    const paragraphs = plainText(citedText(statement, text));
    return [...plainText(statement.text).matchAll(/"([^"]+?)[,.]?"/g)].flatMap(([, quoted = '']) =>
      // A quotation at the start of a sentence is capitalised.
      paragraphs.includes(quoted) || paragraphs.includes(`${quoted.charAt(0).toLowerCase()}${quoted.slice(1)}`)
        ? []
        : [
            {
              place: statement.place,
              message: `"${quoted}" is in quotation marks and does not stand in the paragraphs cited (${statement.paragraphs.join(', ')})`,
            },
          ],
    );
  });
