/** Fragments: what only says something in the light of what came before, such as "and Putin?", "when?", "who said that?". */
import type { Entry, Knowledge, Speaker } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { FUNCTION_WORDS } from './function-words.ts';

/** Words that point back at something that was said. */
const POINTS_BACK = new Set(
  'he him his she her they them their it its this that these those there then one ones same other others both so'.split(
    ' ',
  ),
);
/** What begins like this goes on with what was asked. */
const GOES_ON = /^(?:and|but|or|also|what about|how about|what of|and what about|and what of|same for|ok and|so and)\b/;
/** Words that are as empty as function words when little else is said. */
const EMPTY = new Set(
  'exactly really actually many much often big else mean sure ok okay please tell question thing know b4 wait hmm well again'.split(
    ' ',
  ),
);
/** So few words that tell something make no question of their own if they point back or go on. */
const FEW = 2;

/** The words of a text that tell what it is about. */
export const tellingIn = (said: readonly string[]): readonly string[] =>
  said.filter((word) => !FUNCTION_WORDS.has(word) && !EMPTY.has(word) && !POINTS_BACK.has(word));

/** Whether no word of a text tells what it is about: "the of and", "is it", "what". */
export function tellsNothing(text: string): boolean {
  return tellingIn(words(text)).length === 0;
}

/** Whether a text may lean on what came before; it does if it is nothing by itself. */
export function mayLeanOnBefore(text: string): boolean {
  const said = words(text);
  const telling = tellingIn(said).length;
  if (telling === 0) return true;
  return telling <= FEW && (GOES_ON.test(said.join(' ')) || said.some((word) => POINTS_BACK.has(word)));
}

/** Whether a text of few words goes on with what was asked by its first word: "and Putin?". */
export function goesOn(text: string): boolean {
  const said = words(text);
  return GOES_ON.test(said.join(' ')) && tellingIn(said).length <= FEW;
}

/** A text of so many words may be a fragment if it is not understood by itself. */
const SHORT = 8;

export const isShort = (text: string): boolean => words(text).length <= SHORT;

/** "Who said that?", "according to whom?", "source?": whose words an answer rests on. */
const ASKS_WHO_SAID =
  /^(?:and |but |so |ok )*(?:(?:who|whos) (?:said|says|claims|claimed|told|reported|confirmed|announced|is saying|was saying)(?: (?:that|this|it|so|them|these|all that|all this))?|says who|said by whom?o?|according to (?:who|whom)|by whom|whose (?:words|claim|statement)(?: (?:is|are) (?:that|this|it|those))?|(?:whats |what is )?(?:the |your )?source(?: (?:for|of) (?:that|this|it))?|who is (?:that|this) (?:from|according to)|where is (?:that|this) from)$/;

export function asksWhoSaid(text: string): boolean {
  return ASKS_WHO_SAID.test(words(text).join(' '));
}

type Speakers = Pick<Knowledge, 'speakers' | 'articles'>;

/** The speakers that a text names, each with the words that name them. */
function namedIn(
  text: string,
  { speakers }: Speakers,
): readonly { readonly speaker: Speaker; readonly name: string }[] {
  const said = ` ${words(text).join(' ')} `;
  return [...speakers.values()].flatMap((speaker) => {
    const names = [speaker.name, ...speaker.aliases]
      .map((name) => words(name).join(' '))
      .filter((name) => name !== '' && said.includes(` ${name} `))
      .sort((one, other) => other.length - one.length);
    return names[0] === undefined ? [] : [{ speaker, name: names[0] }];
  });
}

/** The person whom a text names first. */
export function firstPersonIn(text: string, knowledge: Speakers): Speaker | undefined {
  const said = words(text).join(' ');
  return namedIn(text, knowledge)
    .filter(({ speaker }) => speaker.person)
    .sort((one, other) => said.indexOf(one.name) - said.indexOf(other.name))[0]?.speaker;
}

/** The words that make a question one of what it asks, in front of what it is about. */
const LEAD =
  /^(?:who else|who|whom|which|what|when|where|why|how (?:many|much|long|old|big|large)|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b ?/;

function withoutLead(question: string): string {
  let rest = words(question).join(' ');
  for (let step = 0; step < 2; step++) rest = rest.replace(LEAD, '');
  return rest;
}

const OTHER_SIDE = /\bother (?:side|one|party|country|team|delegation|two|ones)\b|^(?:the )?others?$/;

/** The side that stands across from a speaker's, of the two that an article puts first. */
function otherSide({ side, article }: Speaker, { articles }: Speakers): string | undefined {
  const sides = articles.find(({ id }) => id === article)?.positions[0]?.sides.slice(0, 2) ?? [];
  return sides.some((one) => one.side === side) ? sides.find((one) => one.side !== side)?.side : undefined;
}

/** Words that stand for a person. */
const PERSONAL = /\b(?:he|him|his|she|her)\b/;

/** A text with the person for whom its "he" or "her" stands, if it names nobody itself and the entry before does. */
export function withPerson(text: string, { question, answer }: Entry, knowledge: Speakers): string {
  const said = words(text).join(' ');
  if (!PERSONAL.test(said) || firstPersonIn(text, knowledge)) return text;
  const person = firstPersonIn(question, knowledge) ?? firstPersonIn(answer, knowledge);
  return person ? said.replace(PERSONAL, words(person.name).join(' ')) : text;
}

/**
 * A fragment as a whole question, in the light of the entry before it: the same of somebody else ("and Putin?"), or
 * something else of the same matter ("when?").
 */
export function inTheLightOf(fragment: string, entry: Entry, knowledge: Speakers): string {
  const { question, answer } = entry;
  const own = words(fragment).join(' ').replace(GOES_ON, '').trim();
  const named = withPerson(own, entry, knowledge);
  if (named !== own) return named;
  const [other] = namedIn(own, knowledge);
  const [before = namedIn(answer, knowledge)[0]] = namedIn(question, knowledge);
  const across = before && OTHER_SIDE.test(own) ? otherSide(before.speaker, knowledge) : undefined;
  const said = words(question).join(' ');
  if (across && before) return ` ${said} `.replace(` ${before.name} `, ` ${across} `).trim();
  if (other && before && other.speaker !== before.speaker && tellingIn(words(own)).length <= FEW) {
    return ` ${said} `.replace(` ${before.name} `, ` ${other.name} `).trim();
  }
  return `${own} ${withoutLead(question)}`;
}
