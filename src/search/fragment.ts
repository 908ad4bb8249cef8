/** Fragments: texts that only make sense after what came before, such as "and Putin?", "when?", "who said that?". */
import type { Entry, Knowledge, Speaker } from '../knowledge/knowledge.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { askedFor } from './asked-for.ts';
import type { Grammar } from './grammar/grammar.ts';

/** With at most this many content words, a text that points back or goes on is not a question of its own. */
const FEW = 2;

/** The content words of a text: those that tell what it is about. */
export const tellingIn = (said: readonly string[], { functionWords, empty, pointsBack }: Grammar): readonly string[] =>
  said.filter((word) => !functionWords.has(word) && !empty.has(word) && !pointsBack.has(word));

/** Whether a text has no content words: "the of and", "is it", "what". */
export function tellsNothing(text: string, grammar: Grammar): boolean {
  return tellingIn(words(text), grammar).length === 0;
}

/** Whether a text may depend on what came before; it does if it is nothing by itself. */
export function mayBeFollowUp(text: string, grammar: Grammar): boolean {
  const said = words(text);
  const telling = tellingIn(said, grammar).length;
  if (telling === 0) return true;
  return telling <= FEW && (grammar.goesOn.test(said.join(' ')) || said.some((word) => grammar.pointsBack.has(word)));
}

/** Whether a text of few words refers to something by a pronoun: "who proposed it". */
export function standsForBefore(text: string, grammar: Grammar): boolean {
  const said = words(text);
  return grammar.pronoun.test(said.join(' ')) && tellingIn(said, grammar).length <= FEW;
}

/** "Where should it take place": whether a question's subject is a pronoun, however much else it says. */
export const asksAboutIt = (text: string, { aboutIt }: Grammar): boolean => aboutIt.test(words(text).join(' '));

/** Whether the first word of a short text continues the previous question: "and Putin?". */
export function beginsAsFollowUp(text: string, grammar: Grammar): boolean {
  const said = words(text);
  return grammar.goesOn.test(said.join(' ')) && tellingIn(said, grammar).length <= FEW;
}

/** "Anything else?", "like what?": whether a text asks for more on the same matter, without naming an aspect. */
export const asksForMore = (text: string, { more }: Grammar): boolean => more.test(words(text).join(' '));

/** "Did Putin agree", "what did they answer": whether a text ends before it says what it is about. */
export const breaksOff = (text: string, { breaksOff: form }: Grammar): boolean => form.test(words(text).join(' '));

/** A text of at most this many words may be a fragment if it is not understood by itself. */
const SHORT = 8;

export const isShort = (text: string): boolean => words(text).length <= SHORT;

/** "Who said that?", "according to whom?", "source?": whether a text asks for the source of an answer. */
export function asksWhoSaid(text: string, { whoSaid }: Grammar): boolean {
  return whoSaid.test(words(text).join(' '));
}

export type Speakers = Pick<Knowledge, 'speakers' | 'articles'>;

/** A speaker's names, normalised like a question's words, longest first. */
const namesOf = (speaker: Speaker) => ({
  speaker,
  names: [...new Set([speaker.name, ...speaker.aliases].map((name) => words(name).join(' ')))]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length)
    .map((name) => ({ name, whole: ` ${name} ` })),
});

const longest = (list: readonly string[]): string =>
  list.reduce((long, word) => (word.length > long.length ? word : long), '');

/** The names of persons by their longest word, each once: of many articles, there may be thousands of speakers. */
const personsByWord = memoize((speakers: Knowledge['speakers']) => {
  const names = new Set(
    [...speakers.values()]
      .filter(({ person }) => person)
      .map(namesOf)
      .flatMap(({ names }) => names.map(({ name }) => name)),
  );
  return Map.groupBy(names, (name) => longest(name.split(' ')));
});

/** The words that name persons in a text. */
export function namesOfPersonsIn(text: string, speakers: Knowledge['speakers']): readonly string[] {
  const typed = words(text);
  const said = ` ${typed.join(' ')} `;
  const byWord = personsByWord(speakers);
  return [...new Set(typed)].flatMap((word) => byWord.get(word) ?? []).filter((name) => said.includes(` ${name} `));
}

const allNames = memoize((speakers: Knowledge['speakers']) => [...speakers.values()].map(namesOf));

/** The speakers named in a text, each with the words that name them. */
function namedIn(
  text: string,
  { speakers }: Speakers,
): readonly { readonly speaker: Speaker; readonly name: string }[] {
  const said = ` ${words(text).join(' ')} `;
  return allNames(speakers).flatMap(({ speaker, names }) => {
    const found = names.find(({ whole }) => said.includes(whole));
    return found === undefined ? [] : [{ speaker, name: found.name }];
  });
}

/** A person named in a text, and its words before and after the name. */
export interface Named {
  readonly speaker: Speaker;
  readonly before: string;
  readonly after: string;
}

/** The persons named in a text, in the order in which they are first named. */
export function personsNamed(text: string, knowledge: Speakers): readonly Named[] {
  const said = words(text).join(' ');
  return namedIn(text, knowledge)
    .filter(({ speaker }) => speaker.person)
    .map(({ speaker, name }) => ({ speaker, name, at: ` ${said} `.indexOf(` ${name} `) }))
    .sort((one, other) => one.at - other.at)
    .map(({ speaker, name, at }) => ({
      speaker,
      before: said.slice(0, at).trim(),
      after: said.slice(at + name.length).trim(),
    }));
}

const personsIn = (text: string, knowledge: Speakers): readonly Speaker[] =>
  personsNamed(text, knowledge).map(({ speaker }) => speaker);

/** The first person named in a text. */
export const firstPersonIn = (text: string, knowledge: Speakers): Speaker | undefined => personsIn(text, knowledge)[0];

/** The words of a question without the question words. */
export function withoutLead(said: string, lead: RegExp): string {
  let rest = said;
  for (let step = 0; step < 2; step++) rest = rest.replace(lead, '').trimStart();
  return rest;
}

/** The opposite of a speaker's side, of the two sides that an article lists first. */
function otherSide({ side, article }: Speaker, { articles }: Speakers): string | undefined {
  const sides = articles.find(({ id }) => id === article)?.positions[0]?.sides.slice(0, 2) ?? [];
  return sides.some((one) => one.side === side) ? sides.find((one) => one.side !== side)?.side : undefined;
}

/** The name by which people mostly call somebody: the last word of the whole name, if that is an alias. */
function usualName({ name, aliases }: Speaker): string {
  const whole = words(name);
  const last = whole.at(-1) ?? '';
  return aliases.some((alias) => words(alias).join(' ') === last) ? last : whole.join(' ');
}

/** A text with its "he" or "her" replaced by a name, if the text names nobody earlier and the previous entry does. */
export function withPerson(
  text: string,
  { question, answer }: Pick<Entry, 'question' | 'answer'>,
  knowledge: Speakers,
  { personal, breaksOff: form }: Grammar,
): string {
  const said = words(text).join(' ');
  const at = said.search(personal);
  if (at < 0 || firstPersonIn(said.slice(0, at), knowledge)) return text;
  // Who answers or agrees is the one that something was said to: of two, the last.
  const asked = personsIn(question, knowledge);
  const person = (form.test(said) ? asked.at(-1) : asked[0]) ?? firstPersonIn(answer, knowledge);
  // In "does he blame Zelenskyy", "he" cannot be Zelenskyy.
  if (!person || firstPersonIn(said.slice(at), knowledge) === person) return text;
  return said.replace(personal, usualName(person));
}

/** Whether a text without content words has a "he" or "her", and neither it nor the previous entry names anybody. */
export function speaksOfNobody(text: string, before: Entry, knowledge: Speakers, grammar: Grammar): boolean {
  return (
    tellsNothing(text, grammar) &&
    grammar.personal.test(words(text).join(' ')) &&
    withPerson(text, before, knowledge, grammar) === text
  );
}

/** "Is Putin?", "did Russia": whether a text asks the previous question about somebody else, by name alone. */
export function asksSameOfOther(text: string, { question }: Entry, knowledge: Speakers, grammar: Grammar): boolean {
  const said = words(text);
  const [name] = namedIn(text, knowledge);
  if (!name || namedIn(question, knowledge).length === 0) return false;
  if (!grammar.auxiliary.test(said.join(' ').replace(grammar.goesOn, '').trim())) return false;
  const named = new Set(name.name.split(' '));
  return tellingIn(said, grammar).every((word) => named.has(word));
}

/** Whether a fragment adds only a name to the previous question: "and did Putin?". */
function onlyNames(fragment: string, name: string, question: string, grammar: Grammar): boolean {
  const said = words(fragment);
  const named = new Set(name.split(' '));
  if (tellingIn(said, grammar).some((word) => !named.has(word))) return false;
  const type = askedFor(fragment, grammar);
  if (type !== null && type !== 'yes/no') return type === askedFor(question, grammar);
  const [first = ''] = said;
  return !grammar.lead.test(first) || grammar.auxiliary.test(first) || words(question)[0] === first;
}

/**
 * A fragment as a whole question, completed from the previous entry: the same about somebody else ("and Putin?"), or
 * something else about the same matter ("when?").
 */
export function followUpInFull(fragment: string, entry: Entry, knowledge: Speakers, grammar: Grammar): string {
  const { question, answer } = entry;
  const own = words(fragment).join(' ').replace(grammar.goesOn, '').trim();
  const named = withPerson(own, entry, knowledge, grammar);
  if (named !== own)
    return tellingIn(words(own), grammar).length < FEW || grammar.pronoun.test(named)
      ? `${named} ${withoutLead(words(question).join(' '), grammar.lead)}`
      : named;
  const [other] = namedIn(own, knowledge);
  const [asked] = namedIn(question, knowledge);
  const before = asked ?? namedIn(answer, knowledge)[0];
  const across = before && grammar.otherSide.test(own) ? otherSide(before.speaker, knowledge) : undefined;
  const sameOf = (name: string) =>
    asked
      ? ` ${words(question).join(' ')} `.replace(` ${asked.name} `, ` ${name} `).trim()
      : `${name} ${withoutLead(words(question).join(' '), grammar.lead)}`;
  if (across) return sameOf(across);
  if (other && asked && other.speaker !== asked.speaker && onlyNames(own, other.name, question, grammar))
    return sameOf(other.name);
  return `${own} ${withoutLead(words(question).join(' '), grammar.lead)}`;
}
