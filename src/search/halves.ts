/** Two questions in one text: where it may be split. */

/** Words that begin a question, and small words that may stand before them. */
const ASKS =
  "(?:(?:on|in|at|by|from|to|for|of|with|until) )?(?:who|whos|whom|whose|which|when|whens|where|wheres|why|how|what|whats|did|do|does|is|are|was|were|has|have|had|will|would|can|could|should)(?:'s|\\b)";
/** Between sentences, and where a conjunction or a comma leads to a word that asks. */
const BETWEEN = new RegExp(
  `(?<=[?!.;])\\s+(?=\\S)|\\s*[,;&+]*\\s*\\b(?:and|plus|also|then|n)\\b\\s+(?:also\\s+)?(?=${ASKS})|\\s*[,;&+/]\\s*(?=${ASKS})`,
  'giu',
);
/** A text has no more places to split it at than these. */
const MOST = 4;

export interface Halves {
  readonly first: string;
  readonly second: string;
}

/** "a)", "2." or "ii)" in front of a question of a list. */
const LIST_MARK = /(?<=^|\s)(?:[ivx]{1,4}|[a-h]|\d)[).]\s+/giu;

/** The ways to take a text for two questions. */
export function halvesOf(asked: string): readonly Halves[] {
  const text = asked.replace(LIST_MARK, '');
  return [...text.matchAll(BETWEEN)]
    .map(({ index, 0: between }) => ({
      first: text.slice(0, index).trim(),
      second: text.slice(index + between.length).trim(),
    }))
    .filter(({ first, second }) => first.length > 2 && second.length > 2)
    .slice(0, MOST);
}

/** The sentences of a text, and what follows a colon, if it has several. */
export function sentencesOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[?!.:;])\s+/).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.length > 1 ? sentences : [];
}
