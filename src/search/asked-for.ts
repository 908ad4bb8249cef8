/** What a question wants of an answer: a person, a time, a place, a reason, a number, a way, or yes or no. */
import type { Entry } from '../knowledge/knowledge.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';

export type AskedFor = 'who' | 'which' | 'when' | 'where' | 'why' | 'how many' | 'how' | 'yes/no';

/** Words that ask, at the place where they stand; the longest first, as "how many" is no "how". */
const ASKING: readonly (readonly [AskedFor, RegExp])[] = [
  [
    'how many',
    /^(?:how (?:many|much|big|large|long|old|far|often|high|few|tall)|(?:what|which) (?:number|amount|percentage|share|figure|size|length)|(?:the )?number of|(?:the )?amount of)\b/,
  ],
  [
    'why',
    /^(?:why|whys|how come|what for|for what reason|(?:what|which) (?:is|was|are|were)? ?(?:the )?(?:reasons?|causes?|motives?)|wherefore)\b/,
  ],
  [
    'when',
    /^(?:when|whens|(?:what|which|until what|by what) (?:date|day|days|time|year|month|weekday|hour|deadline)|(?:the |exact )?(?:date|deadline) (?:of|for))\b/,
  ],
  ['where', /^(?:where|wheres|where's|(?:what|which) (?:city|town|place|venue|building|location|palace|hotel))\b/],
  [
    'who',
    /^(?:who|whos|whom|whose|by whom|(?:what|which) (?:person|man|woman|name|official|leader|politician)|(?:the )?names? of)\b/,
  ],
  ['which', /^which\b/],
  ['how', /^how\b/],
];
const AUXILIARY =
  /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|am|didnt|doesnt|dont|isnt|arent|wasnt|werent|hasnt|havent|hadnt|wont|wouldnt|cant|couldnt|shouldnt|aint)\b/;
/** "Can you tell me who …", "do we know when …", "did they say why …": what is asked comes after. */
const LEADS_ON =
  /^(?:\S+ ){0,4}?(?:tell|know|say|says|said|explain|mention|mentions|give|gives|state|remember|confirm|wonder|clarify|reveal|specify|find out|idea|clear|known|sure)\b/;
/** Small words before the question proper. */
const BEFORE =
  /^(?:(?:so|and|but|ok|okay|well|hey|hi|hello|yo|um|uh|please|pls|also|then|now|wait|or|just|btw|again|exactly) )+/;
const TAG = /\b(?:right|correct|true|or not|or no|yes or no|isnt it|didnt they|didnt he|werent they|wasnt it)$/;

/** Every form begins with one of these: most words of a question are none. */
const BEGINS =
  /^(?:how|what|which|why|whys|for|wherefore|until|by|when|whens|where|wheres|who|whos|whom|whose|the|exact|number|amount|date|deadline|names?)$/;

function askedAt(rest: string): AskedFor | null {
  return ASKING.find(([, form]) => form.test(rest))?.[0] ?? null;
}

/** The first word that asks, and where in the words it stands. */
function firstAsking(said: readonly string[]): { readonly type: AskedFor; readonly at: number } | null {
  for (let at = 0; at < said.length; at++) {
    if (!BEGINS.test(said[at] ?? '')) continue;
    const type = askedAt(said.slice(at, at + 5).join(' '));
    if (type) return { type, at };
  }
  return null;
}

/** What a question in English asks for; null for what tells none of these, such as "what" or a few bare words. */
export function askedFor(question: string): AskedFor | null {
  const said = words(question).join(' ').replace(BEFORE, '').split(' ').slice(0, 60);
  const text = said.join(' ');
  const asking = firstAsking(said);
  if (AUXILIARY.test(text)) {
    const before = said.slice(0, asking?.at ?? 0).join(' ');
    return asking && LEADS_ON.test(before) ? asking.type : 'yes/no';
  }
  // "… when he was in Abu Dhabi, right?" is no when.
  if (TAG.test(text) && asking?.at !== 0) return 'yes/no';
  return asking?.type ?? null;
}

/** How large a part of an entry's phrasings ask for each type, 0 to 1. */
export type Profile = ReadonlyMap<AskedFor, number>;

/** The types that the ways to ask an entry ask for. */
export const profileOf = memoize(({ question, phrasings }: Pick<Entry, 'question' | 'phrasings'>): Profile => {
  const types = [question, ...phrasings].map(askedFor);
  const shares = Map.groupBy(types, (type) => type);
  return new Map(
    [...shares].flatMap(([type, { length }]) => (type === null ? [] : [[type, length / types.length] as const])),
  );
});

/** How large a part of the ways to ask an entry ask for a type, 0 to 1. */
export const shareOf = (entry: Entry, type: AskedFor): number => profileOf(entry).get(type) ?? 0;

/** So large a part asks for what an entry gives. */
const GIVES = 0.08;

/** Whether an entry gives what is asked for, by the ways to ask it. */
export const gives = (entry: Entry, type: AskedFor): boolean => shareOf(entry, type) >= GIVES;
