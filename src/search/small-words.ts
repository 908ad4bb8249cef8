/** Corrects the spelling of a text's small words, by which its grammar is read; the ranker corrects the others itself. */
import type { Grammar } from './grammar/grammar.ts';

/** Shorter words are never corrected. */
const WORD = /(?<![\p{L}\p{M}'’])\p{L}{4,20}(?![\p{L}\p{M}'’])/gu;

/** The text with each misspelt function word corrected: "waht about kyiv" becomes "what about kyiv". */
export const withSmallWords = (text: string, { functionWords }: Grammar, correct: (word: string) => string): string =>
  text.replace(WORD, (typed) => {
    const word = typed.toLowerCase();
    const corrected = functionWords.has(word) ? word : correct(word);
    return corrected !== word && functionWords.has(corrected) ? corrected : typed;
  });
