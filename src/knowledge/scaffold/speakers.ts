/** Finds the speakers in a text: names before or after "said" and similar verbs, and "he said" after a name. */
import { bareName, isPerson, NAME, namesIn } from './names.ts';

/** Somebody who is quoted in the text. */
export interface ProposedSpeaker {
  readonly name: string;
  /** Shorter forms: a person's last name. */
  readonly aliases: readonly string[];
  readonly person: boolean;
}

/** One occasion on which somebody speaks. */
export interface Saying {
  /** The speaker's full name. */
  readonly name: string;
  /** From 0. */
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

const BEHIND =
  'said|says|added|adds|wrote|explained|insisted|argued|noted|replied|recalled|admitted|announced|concluded';
const IN_FRONT = `${BEHIND}|told|confirmed|stated|claimed|warned|declared|denied|accused|urged|acknowledged|suggested|promised|pledged|testified|complained|responded|reported|called|asked|demanded|proposed|rejected`;
const OFFICE =
  'mayor|spokesman|spokeswoman|spokesperson|minister|president|director|head|chief|professor|captain|chairman|chairwoman|leader|manager|owner|resident|farmer|fisherman|lawyer|engineer|coach|teacher|doctor|officer';

const BETWEEN = `(?:, [^,.;:"]{1,80},| \\([^)]{1,40}\\))?(?: (?:also|later|then|has|had|have|earlier|previously|again|once|only|himself|herself))*`;
const NAMED_FIRST = new RegExp(`(${NAME})${BETWEEN} (?:${IN_FRONT})\\b`, 'gu');
/** "Its spokeswoman, Ada Stone, said". */
const NAMED_AFTER_OFFICE = new RegExp(`\\b(?:${OFFICE}), (${NAME}), (?:${IN_FRONT})\\b`, 'gu');
/** "Said Stone" ends with the name; "said Upton was wet" does not. */
const ENDS = `(?=[.,;:"]|$| (?:on|in|at|of|during|after|before|as|who|when|while|from|late|early)\\b)`;
const NAMED_LAST = new RegExp(`\\b(?:${BEHIND})(?: (?:the )?(?:${OFFICE}))? (${NAME})${ENDS}`, 'gu');
const ACCORDING = new RegExp(`\\b[Aa]ccording to(?: the)? (${NAME})`, 'gu');
const PRONOUN = new RegExp(
  `\\b(?:[Hh]e|[Ss]he)${BETWEEN} (?:${IN_FRONT})\\b|\\b(?:${BEHIND}|saying|adding) (?:he|she)\\b`,
  'gu',
);

interface Found extends Saying {
  /** Whether the name occurs only at the start of a sentence, where any word has a capital. */
  readonly doubtful: boolean;
}

function sayingsIn(text: string, paragraph: number): Found[] {
  const inside = (names: ReturnType<typeof namesIn>, name: string) => names.some((known) => known.name === name);
  const names = namesIn(text);
  return [NAMED_FIRST, NAMED_AFTER_OFFICE, NAMED_LAST, ACCORDING]
    .flatMap((way) => [...text.matchAll(way)])
    .flatMap((match): Found[] => {
      const name = bareName(match[1] ?? '');
      if (name === '') return [];
      return [
        { name, paragraph, from: match.index, to: match.index + match[0].length, doubtful: !inside(names, name) },
      ];
    });
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** The speakers in some plain paragraphs, in the order in which they first speak, and where each speaks. */
export function speakersIn(paragraphs: readonly string[]): {
  readonly speakers: readonly ProposedSpeaker[];
  readonly sayings: readonly Saying[];
} {
  const everywhere = new Set(paragraphs.flatMap((text) => namesIn(text).map(({ name }) => name)));
  const lastWords = new Set([...everywhere].filter(isPerson).map(lastWord));
  const found = paragraphs
    .flatMap(sayingsIn)
    .filter(({ name, doubtful }) => !doubtful || everywhere.has(name) || lastWords.has(name))
    .sort((one, other) => one.paragraph - other.paragraph || one.from - other.from);
  // "Reed said" refers to Ben Reed, if the text gives the full name somewhere.
  const people = [...everywhere, ...found.map(({ name }) => name)].filter(isPerson);
  const inFull = (name: string) => (name.includes(' ') ? name : (people.find((one) => lastWord(one) === name) ?? name));
  const named = found.map(({ doubtful: _doubtful, ...saying }) => ({ ...saying, name: inFull(saying.name) }));
  const speakers = [...new Set(named.map(({ name }) => name))].map((name) => {
    const person = isPerson(name);
    return { name, person, aliases: person ? [lastWord(name)] : [] };
  });
  return { speakers, sayings: withPronouns(paragraphs, named, inFull) };
}

/** A paragraph by the speaker of the one before: "He said …", "“…,” she said". */
const GOES_ON = /^(?:"|[Hh]e |[Ss]he )/;

/**
 * The sayings, with those of "he" and "she" given to the person named last, in the paragraph or the one it continues.
 */
function withPronouns(
  paragraphs: readonly string[],
  sayings: readonly Saying[],
  inFull: (name: string) => string,
): Saying[] {
  const speakers = new Set(sayings.map(({ name }) => name));
  const peopleIn = (text = '') =>
    namesIn(text, (name) => inFull(name) !== name)
      .map(({ name, at }) => ({ name: inFull(name), at }))
      .filter(({ name }) => isPerson(name));
  return paragraphs.flatMap((text, paragraph) => {
    const people = peopleIn(text);
    const before = GOES_ON.test(text) ? peopleIn(paragraphs[paragraph - 1]).at(-1)?.name : undefined;
    const pronouns = [...text.matchAll(PRONOUN)].flatMap((match): Saying[] => {
      const name = people.findLast(({ at }) => at < match.index)?.name ?? before;
      return name !== undefined && speakers.has(name)
        ? [{ name, paragraph, from: match.index, to: match.index + match[0].length }]
        : [];
    });
    return [...sayings.filter((saying) => saying.paragraph === paragraph), ...pronouns];
  });
}
