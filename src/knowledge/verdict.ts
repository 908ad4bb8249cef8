const VERDICT =
  /^\W*(yes|yep|yeah|no|nope|not really|hardly|correct|incorrect|true|false|right|wrong|indeed|exactly|of course)\b/i;

/** The "Yes", "No" or the like with which an answer in English opens; undefined if it opens with none. */
export const openingVerdict = (answer: string): string | undefined => VERDICT.exec(answer)?.[1];
