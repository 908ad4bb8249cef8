/** What a text comes to that asks two questions, or one of two matters. */
import type { Entry } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { askedFor, asksSomething } from './asked-for.ts';
import { type Part, type SearchResult, saysMissing } from './decide.ts';
import {
  asksSameOfOther,
  asksWhoSaid,
  breaksOff,
  goesOn,
  mayLeanOnBefore,
  tellingIn,
  tellsNothing,
  withoutLead,
  withPerson,
} from './fragment.ts';
import { halvesOf, sharedHalvesOf } from './halves.ts';
import { continued } from './onward.ts';
import {
  AMONG,
  areKin,
  askedIn,
  isAskedWith,
  mayGive,
  onlyAsks,
  type Reading,
  SURE,
  tellingBesideAsking,
} from './reading.ts';

/** A half of so few words leaves out what the first half said: "by what deadline". */
const ELLIPTICAL = 4;
/** A half that is among the candidates of the whole question needs no more confidence. */
const FAIRLY = 0.25;

/** Two results as one of two parts. */
function asTwo(whole: SearchResult, one: SearchResult, other: SearchResult): SearchResult {
  const parts = [one, other].flatMap(({ parts: [part] }) => (part ? [{ ...part, alsoMissing: null }] : []));
  const status = [one, other].some((half) => half.status === 'answered') ? 'answered' : 'not_stated';
  return { ...whole, status, parts, outside: false, asksBack: false, why: `Two questions. ${one.why} ${other.why}` };
}

const isRelated = (one: Entry, other: Entry): boolean => one.kind === 'question' && one.related.includes(other.id);

/** Whether a result is that of a half. */
type Stands = (result: SearchResult) => boolean;

/** A half with the person named in the first one for its "he", if that is then asked for. */
function ofPerson(
  half: string,
  named: string,
  stands: Stands,
  { grammar, findOne }: Reading,
): SearchResult | undefined {
  if (named === half) return undefined;
  const found = findOne(named);
  const asked = askedFor(half, grammar);
  const telling = tellingBesideAsking(half, grammar);
  const isGiven = found.parts.some(({ entry }) => mayGive(entry, asked) && isAskedWith(entry, telling));
  return stands(found) && isGiven ? found : undefined;
}

/** The second half in the light of the first, if its "they" or "it" points back at what it does not mean by itself. */
function pointingBack(half: string, alone: Entry, first: Entry, reading: Reading): SearchResult | undefined {
  if (areKin(alone, first) || !words(half).some((word) => reading.grammar.pointsBack.has(word))) return undefined;
  const onward = continued(half, first, reading);
  const telling = tellingBesideAsking(half, reading.grammar);
  const isMeant = ({ entry, lacks }: Part) => lacks === null && telling.every((word) => askedIn(entry).has(word));
  return onward.parts.some(isMeant) ? onward : undefined;
}

/** The second half by itself if it stands so, else in the light of the first: of its text and its entry. */
function secondOf(half: string, text: string, first: Entry, stands: Stands, reading: Reading): SearchResult {
  const { knowledge, grammar, findOne, knows } = reading;
  if (onlyAsks(half, grammar)) {
    // "On what day do they meet and where": what it is about stands in the first half.
    const whole = findOne(`${half} ${withoutLead(words(text).join(' '), grammar.lead)}`);
    if (stands(whole) && whole.parts.some(({ entry }) => mayGive(entry, askedFor(half, grammar)))) return whole;
    return continued(half, first, reading);
  }
  if (tellsNothing(half, grammar)) return continued(half, first, reading);
  if (breaksOff(half, grammar) || goesOn(half, grammar) || asksSameOfOther(half, first, knowledge, grammar)) {
    const onward = continued(half, first, reading);
    if (onward.parts.length > 0) return onward;
  }
  // Whom the first half names is meant before whom its entry does.
  const named = withPerson(half, { question: text, answer: `${first.question} ${first.answer}` }, knowledge, grammar);
  const personal = ofPerson(half, named, stands, reading);
  if (personal) return personal;
  const alone = findOne(half);
  const [part] = alone.parts;
  // "For how long?" is of what the first half is of.
  if (part && onlyAsks(half, grammar) && !areKin(part.entry, first)) return continued(half, first, reading);
  if (part && stands(alone)) return (named === half && pointingBack(half, part.entry, first, reading)) || alone;
  const leans = mayLeanOnBefore(half, grammar) || words(half).length <= ELLIPTICAL;
  return leans && words(half).every(knows) ? continued(half, first, reading) : alone;
}

/** Two matters of which one question asks, if each is sure by itself, both are near to the whole, and neither says the other. */
function findShared(question: string, whole: SearchResult, { grammar, findOne }: Reading): SearchResult | undefined {
  const among = new Set(whole.candidates.filter(({ score }) => score >= AMONG).map(({ entry }) => entry));
  const isSure = ({ parts: [part], confidence }: SearchResult) =>
    part !== undefined && confidence >= SURE && among.has(part.entry);
  // A word in which nobody asks for an entry is not asked for there.
  const isForeignTo = (entry: Entry, text: string) =>
    tellingIn(words(text), grammar).some((word) => !askedIn(entry).has(word));
  for (const { first, second } of sharedHalvesOf(question, grammar)) {
    const one = findOne(first);
    const [part] = one.parts;
    if (!part || !isSure(one) || !isForeignTo(part.entry, second)) continue;
    const other = findOne(second);
    const [more] = other.parts;
    const isNearest = [part, more].some((half) => half?.entry === whole.candidates[0]?.entry);
    if (more && isSure(other) && isNearest && isForeignTo(more.entry, first)) return asTwo(whole, one, other);
  }
  return undefined;
}

/** Both questions of a text that asks two, if each stands on its own among what the whole may mean; else the whole. */
export function findBoth(question: string, whole: SearchResult, reading: Reading): SearchResult {
  const { grammar, findOne } = reading;
  const among = new Set(whole.candidates.filter(({ score }) => score >= AMONG).map(({ entry }) => entry));
  // What surely is one gap as a whole is not taken apart for the sake of a guess.
  const least = whole.status === 'not_stated' && whole.confidence >= SURE ? SURE : FAIRLY;
  const stands: Stands = ({ parts: [part], confidence }) =>
    part !== undefined && confidence >= least && (among.has(part.entry) || confidence >= SURE);
  let withoutSecond: SearchResult | undefined;
  for (const { first: begun, second, isListed } of halvesOf(question, grammar)) {
    // "When and where did they meet": what is asked stands behind both.
    const rest = onlyAsks(begun, grammar) ? withoutLead(words(second).join(' '), grammar.lead) : '';
    const first = `${begun} ${rest}`.trim();
    // "The meeting of the presidents, who asked for it": one question, after what it is about.
    if (isListed && !asksSomething(first, grammar) && whole.parts.length > 0 && whole.confidence >= SURE) continue;
    const one = findOne(first);
    const [part] = one.parts;
    if (!part || !stands(one)) continue;
    const other = secondOf(second, first, part.entry, stands, reading);
    const [more] = other.parts;
    // What the first answer says to be missing need not be told again.
    const isGapOfWhole = more?.entry.kind === 'gap' && whole.parts[0]?.entry === more.entry;
    if (isGapOfWhole && part.entry.kind === 'question' && saysMissing(part.entry)) return whole;
    // An answer names its sources; who said it is another matter only where an entry is about that.
    if (more && asksWhoSaid(second, grammar) && !isRelated(part.entry, more.entry)) return one;
    if (more && stands(other) && more.entry !== part.entry) return asTwo(whole, one, other);
    if (more?.entry === part.entry && more.lacks) return { ...one, parts: [{ ...part, lacks: more.lacks }] };
    const isLeft = !more && !tellsNothing(second, grammar) && one.confidence >= SURE;
    if (isLeft && whole.candidates[0]?.entry === part.entry) withoutSecond ??= { ...one, unmatched: second };
  }
  return withoutSecond ?? findShared(question, whole, reading) ?? whole;
}
