/** Words of English that say nothing of what a text is about. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are as at be been before but by can could did do does for from get go got had has ' +
    'have he her him his how i if in into is it its just like me more most my no not now of on one only or our out over ' +
    'say says said she so some than that the their them then there these they this those to too up us was we were what ' +
    'when where which who whom whose why will with would yes you your'
  ).split(' '),
);
