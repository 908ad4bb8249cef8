/** The grammar of a language from its lists of words, as a translator writes them. */
import type { GrammarWords } from '../../knowledge/knowledge.ts';
import { words } from '../../text/normalise.ts';
import { type AskedFor, type Grammar, NOTHING } from './grammar.ts';

/** The order in which words that ask are looked for: "how many" before "how". */
const TYPES: readonly AskedFor[] = ['how many', 'why', 'when', 'where', 'who', 'which', 'how'];

/** Phrases in the form in which a question's words are read, the longest first, as part of a regular expression. */
function alternatives(phrases: readonly string[]): string {
  const forms = new Set(phrases.map((phrase) => words(phrase).join(' ')).filter((form) => form !== ''));
  return [...forms]
    .sort((one, other) => other.length - one.length)
    .map(RegExp.escape)
    .join('|');
}

/** The phrases with what stands before and after them; a form that nothing has if there are none. */
function form(phrases: readonly string[], before: string, after: string): RegExp {
  const any = alternatives(phrases);
  return any === '' ? NOTHING : new RegExp(`${before}(?:${any})${after}`, 'u');
}

const BEGIN = '^';
const WORD_BEGINS = '(?<![\\p{L}\\p{N}])';
const WORD_ENDS = '(?![\\p{L}\\p{N}])';

const each = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.flatMap(words));

/** In a text as typed: what ends a sentence, and a comma or a word that joins if a word that asks comes next. */
function betweenQuestions(joins: readonly string[], asking: readonly string[]): RegExp {
  const typed = (phrases: readonly string[]) =>
    [...phrases]
      .sort((one, other) => other.length - one.length)
      .map(RegExp.escape)
      .join('|') || '(?!)';
  const asks = `(?:${typed(asking)})${WORD_ENDS}`;
  // A preposition may stand before, and what the question is about: "in which", "and this who said".
  const joined = `(?:\\p{L}+\\s+){0,2}?${asks}`;
  const listed = `(?:\\p{L}{1,3}\\s+)?${asks}`;
  return new RegExp(
    `(?<=[?!.;])\\s+(?=\\S)|\\s*[,;&+]*\\s*${WORD_BEGINS}(?:${typed(joins)})${WORD_ENDS}\\s+(?=${joined})|\\s*[,;&+/]\\s*(?=${listed})`,
    'giu',
  );
}

const NONE: GrammarWords = {
  asks: { who: [], which: [], when: [], where: [], why: [], 'how many': [], how: [], what: [], 'yes/no': [] },
  ...{ joins: [], before: [], points_back: [], person: [], goes_on: [], who_said: [], other_side: [], empty: [] },
  verdicts: [],
};

/** The grammar that a language's lists describe; without lists, one that no small word is known of. */
export function grammarOf(lists: GrammarWords = NONE): Grammar {
  const { asks, joins, before, points_back, person, goes_on, who_said, other_side, empty } = lists;
  const asking = TYPES.map((type) => [type, form(asks[type as keyof typeof asks], BEGIN, WORD_ENDS)] as const);
  const askingWords = Object.values(asks).flat();
  return {
    functionWords: each([...askingWords, ...joins, ...before, ...empty]),
    empty: each(goes_on),
    pointsBack: each([...points_back, ...person]),
    goesOn: form(goes_on, BEGIN, WORD_ENDS),
    whoSaid: form(who_said, `^(?:(?:${alternatives([...goes_on, ...joins]) || '(?!)'}) )*`, '$'),
    more: NOTHING,
    breaksOff: NOTHING,
    pronoun: NOTHING,
    personal: form(person, WORD_BEGINS, WORD_ENDS),
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
    joins: /(?!)/g,
    between: betweenQuestions(joins, askingWords),
  };
}
