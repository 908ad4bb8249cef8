/** Finds proper names in an English text: a guess for a curator to correct. */

const WORD =
  "(?:(?:\\p{Lu}\\.)+|(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Lt|Col|Capt)\\.|\\p{Lu}[\\p{L}\\p{N}]*(?:['-][\\p{L}\\p{N}]+)*(?:'(?= \\p{Lu}))?)";
/** A run of capitalised words, as part of a regular expression. */
export const NAME = `${WORD}(?: (?:(?:of|of the|for|de|van|von|der|bin) )?${WORD}){0,5}`;

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Titles before a name, which are not part of it. */
const TITLES = listed(
  `Mr Mrs Ms Dr Prof Gen Sen Lt Col Capt Mr. Mrs. Ms. Dr. Prof. Gen. Sen. Lt. Col. Capt. President Minister Chancellor Mayor
  Governor Senator Secretary Ambassador General Colonel Captain Admiral Judge Justice Professor Sir Dame Lord Lady King Queen
  Prince Princess Pope Bishop Director Chairman Chairwoman Chair Spokesman Spokeswoman Spokesperson Inspector Sergeant Officer
  Councillor Commissioner Deputy Leader Coach Engineer`,
);
/** Words capitalised at the start of a sentence or by convention, which are not names. */
const NO_NAMES = listed(
  `A An The This That These Those He She They It We I You Who There His Her Their Its Our My One Two Both Each All Some Many
  Most Others Another But And Or However Meanwhile After Before When While In On At As By From To Of Then Later Yet So
  Although Though Earlier Still Also If For With Without Since Until Under Over Not No Yes What Why How Where Which
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays January February March April May June July August September
  October November December`,
);
/** Words that occur in names of bodies, not of people. */
const BODIES = listed(
  `Ministry Council Office Committee Agency Party Union Department Association Press Company Group University Bank Police
  Court Parliament Government Commission Institute Society Board Trust Service Authority Club Federation Times News Post
  Army Navy Force Forces Assembly Senate Congress House Centre Center Foundation League Network Works Port Harbour Hospital Guild
  Freight Lines Shipping Airlines Railways Holdings Industries Energy Ltd Inc Corp plc GmbH`,
);

/** A run of capitalised words without leading articles and titles. Empty if nothing is left. */
export function bareName(run: string): string {
  const words = run.replace(/['’]s$/, '').split(' ');
  const titled = words.findLastIndex((word) => TITLES.has(word));
  const named = titled >= 0 && titled < words.length - 1 ? words.slice(titled + 1) : words;
  const begin = named.findIndex((word) => !NO_NAMES.has(word));
  const rest = begin < 0 ? [] : named.slice(begin);
  while (rest.length > 0 && NO_NAMES.has(rest.at(-1) ?? '')) rest.pop();
  return rest.length === 1 && TITLES.has(rest[0] ?? '') ? '' : rest.join(' ');
}

/** Whether a name is a person's, as far as its form shows. */
export function isPerson(name: string): boolean {
  const words = name.split(' ');
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) && !BODIES.has(word) && !/'s?$/.test(word));
}

const SENTENCE_BEGINS = /(?:^|[.!?:]["')\]]*\s+|["(]\s*)$/;

/** A name and its position in a text. */
interface NameAt {
  readonly name: string;
  readonly at: number;
}

/**
 * Every name in a plain text; at the start of a sentence only if it is `known`, because any word has a capital there.
 */
export function namesIn(text: string, known: (name: string) => boolean = () => false): NameAt[] {
  return [...text.matchAll(new RegExp(NAME, 'gu'))].flatMap((match): NameAt[] => {
    const name = bareName(match[0]);
    const at = match.index + Math.max(match[0].indexOf(name), 0);
    if (name === '') return [];
    return !SENTENCE_BEGINS.test(text.slice(0, at)) || name.includes(' ') || known(name) ? [{ name, at }] : [];
  });
}
