/** The grammar of a language from its lists of words, as a translator writes them. */
import type { GrammarWords } from '../../knowledge/knowledge.ts';
import { words } from '../../text/normalise.ts';
import { type AskedFor, type Grammar, NOTHING } from './grammar.ts';

/** The order in which question words are looked for: "how many" before "how". */
const TYPES: readonly AskedFor[] = ['how many', 'why', 'when', 'where', 'who', 'which', 'how'];

/** The phrases as alternatives of a regular expression: normalised like a question's words, longest first. */
function alternatives(phrases: readonly string[]): string {
  const forms = new Set(phrases.map((phrase) => words(phrase).join(' ')).filter((form) => form !== ''));
  return [...forms]
    .sort((one, other) => other.length - one.length)
    .map(RegExp.escape)
    .join('|');
}

/** A pattern of the phrases between `before` and `after`; it matches nothing if there are no phrases. */
function form(phrases: readonly string[], before: string, after: string): RegExp {
  const any = alternatives(phrases);
  return any === '' ? NOTHING : new RegExp(`${before}(?:${any})${after}`, 'u');
}

const BEGIN = '^';
const WORD_BEGINS = '(?<![\\p{L}\\p{N}])';
const WORD_ENDS = '(?![\\p{L}\\p{N}])';

const each = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.flatMap(words));

/** In the text as typed: the end of a sentence, or a comma or conjunction before a question word. */
function betweenQuestions(joins: readonly string[], asking: readonly string[]): RegExp {
  const typed = (phrases: readonly string[]) =>
    [...phrases]
      .sort((one, other) => other.length - one.length)
      .map(RegExp.escape)
      .join('|') || '(?!)';
  const asks = `(?:${typed(asking)})${WORD_ENDS}`;
  // A preposition or the subject may precede it: "in which", "and this who said".
  const joined = `(?:\\p{L}+\\s+){0,2}?${asks}`;
  const listed = `(?:\\p{L}{1,3}\\s+)?${asks}`;
  return new RegExp(
    `(?<=[?!.;])\\s+(?=\\S)|\\s*[,;&+]*\\s*${WORD_BEGINS}(?:${typed(joins)})${WORD_ENDS}\\s+(?=${joined})|\\s*[,;&+/]\\s*(?=${listed})`,
    'giu',
  );
}

const NONE: GrammarWords = {
  asks: { who: [], which: [], when: [], where: [], why: [], 'how many': [], how: [], what: [], 'yes/no': [] },
  ...{ joins: [], before: [], points_back: [], person: [], thing: [], goes_on: [], who_said: [], more: [] },
  ...{ breaks_off: [], says: [], other_side: [], empty: [], verdicts: [] },
};

/** The grammar that a language's lists describe; without lists, an empty one. */
export function grammarOf(lists: GrammarWords = NONE): Grammar {
  const { asks, joins, before, points_back, person, thing, goes_on, who_said, more, breaks_off } = lists;
  const { says, other_side, empty } = lists;
  const asking = TYPES.map((type) => [type, form(asks[type as keyof typeof asks], BEGIN, WORD_ENDS)] as const);
  const askingWords = Object.values(asks).flat();
  const goingOn = `^(?:(?:${alternatives([...goes_on, ...joins]) || '(?!)'}) )*`;
  // Turkish "o" is "he", but "o zaman" is "then".
  const isPhrase = (text: string) => words(text).length > 1;
  const phrases = alternatives(points_back.filter(isPhrase));
  const notPhrase = phrases === '' ? '' : `(?!(?:${phrases})${WORD_ENDS})`;
  return {
    functionWords: each([...askingWords, ...joins, ...before, ...empty]),
    empty: each(goes_on),
    // The noun of “that meeting” points back to nothing when it stands alone.
    pointsBack: each([...points_back.filter((text) => !isPhrase(text)), ...person, ...thing]),
    goesOn: form(goes_on, BEGIN, WORD_ENDS),
    whoSaid: form(who_said, goingOn, '$'),
    more: form(more, goingOn, '$'),
    breaksOff: form(breaks_off, `^(?:\\S+ ){1,4}`, '$'),
    aboutIt: NOTHING,
    pronoun: form([...person, ...thing], `${WORD_BEGINS}${notPhrase}`, WORD_ENDS),
    personal: form(person, `${WORD_BEGINS}${notPhrase}`, WORD_ENDS),
    // A name after the verb, or up to five words before it: elsewhere it may be an object.
    says: form(says, '(?:@ (?:\\S+ ){0,5}?|(?<=^|\\s)(?=\\S+ @))', WORD_ENDS),
    otherSide: form(other_side, WORD_BEGINS, WORD_ENDS),
    lead: form(askingWords, BEGIN, WORD_ENDS),
    asking,
    begins: form(
      askingWords.flatMap((phrase) => words(phrase)[0] ?? []),
      BEGIN,
      '$',
    ),
    auxiliary: NOTHING,
    leadsOn: NOTHING,
    before: form(before, `^(?:`, ` )+`),
    tag: NOTHING,
    particle: form(asks['yes/no'], WORD_BEGINS, WORD_ENDS),
    joins: joins.length > 0 ? new RegExp(` (?:${alternatives(joins)}) `, 'gu') : /(?!)/g,
    between: betweenQuestions(joins, askingWords),
  };
}
