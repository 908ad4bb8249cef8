/** Interprets a text that asks two questions, or one question about two matters. */
import type { Entry } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { askedFor, asksSomething } from './asked-for.ts';
import { type Part, type SearchResult, SURE, saysMissing } from './decide.ts';
import {
  AMONG,
  areKin,
  askedIn,
  isAskedWith,
  mayGive,
  onlyAsks,
  type Reading,
  tellingBesideAsking,
} from './entry-fit.ts';
import { readAsFollowUp } from './follow-up.ts';
import {
  asksSameOfOther,
  asksWhoSaid,
  beginsAsFollowUp,
  breaksOff,
  mayBeFollowUp,
  tellingIn,
  tellsNothing,
  withoutLead,
  withPerson,
} from './fragment.ts';
import type { Grammar } from './grammar/grammar.ts';
import { halvesOf, sharedHalvesOf, withoutPreface } from './halves.ts';

/** A second half of at most this many words may leave out what the first said: "by what deadline". */
const ELLIPTICAL = 4;
/** The confidence that a half needs if its entry is among the candidates of the whole question. */
const FAIRLY = 0.25;

/** A subject of at most this many words may stand in front of the other one. */
const SUBJECT = 2;

/** "Putin and Zelensky where will they meet", "the US and who else": whether the first half is only a subject of one question. */
const isSubject = (first: string, second: string, grammar: Grammar): boolean =>
  words(first).length <= SUBJECT && !asksSomething(first, grammar) && !onlyAsks(second, grammar);

/** Joins two results into one with two parts. */
function asTwo(whole: SearchResult, one: SearchResult, other: SearchResult): SearchResult {
  const parts = [one, other].flatMap(({ parts: [part] }) => (part ? [{ ...part, alsoMissing: null }] : []));
  const status = [one, other].some((half) => half.status === 'answered') ? 'answered' : 'not_stated';
  return { ...whole, status, parts, outside: false, asksBack: false, why: `Two questions. ${one.why} ${other.why}` };
}

const isRelated = (one: Entry, other: Entry): boolean => one.kind === 'question' && one.related.includes(other.id);

/** Whether a result is good enough for a half. */
type Stands = (result: SearchResult) => boolean;

/** The result of a half with its "he" replaced by the person named in the first, if an entry is asked for like that. */
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

/** The second half as a follow-up to the first, if its "they" or "it" points back to the first. */
function pointingBack(half: string, alone: Entry, first: Entry, reading: Reading): SearchResult | undefined {
  if (areKin(alone, first) || !words(half).some((word) => reading.grammar.pointsBack.has(word))) return undefined;
  const followUp = readAsFollowUp(half, first, reading);
  const telling = tellingBesideAsking(half, reading.grammar);
  const isMeant = ({ entry, lacks }: Part) => lacks === null && telling.every((word) => askedIn(entry).has(word));
  return followUp.parts.some(isMeant) ? followUp : undefined;
}

/** The second half by itself if it makes sense alone, else as a follow-up to the text and entry of the first. */
function secondOf(half: string, text: string, first: Entry, stands: Stands, reading: Reading): SearchResult {
  const { knowledge, grammar, findOne, knows } = reading;
  if (onlyAsks(half, grammar)) {
    // "On what day do they meet and where": the first half says what it is about.
    const whole = findOne(`${half} ${withoutLead(words(text).join(' '), grammar.lead)}`);
    if (stands(whole) && whole.parts.some(({ entry }) => mayGive(entry, askedFor(half, grammar)))) return whole;
    return readAsFollowUp(half, first, reading);
  }
  if (tellsNothing(half, grammar)) return readAsFollowUp(half, first, reading);
  if (breaksOff(half, grammar) || beginsAsFollowUp(half, grammar) || asksSameOfOther(half, first, knowledge, grammar)) {
    const followUp = readAsFollowUp(half, first, reading);
    if (followUp.parts.length > 0) return followUp;
  }
  // A person named in the first half takes precedence over one named in its entry.
  const named = withPerson(half, { question: text, answer: `${first.question} ${first.answer}` }, knowledge, grammar);
  const personal = ofPerson(half, named, stands, reading);
  const alone = findOne(half);
  // "Did he say when the swap happens" is about the swap, whoever he is.
  if (personal && !(stands(alone) && alone.confidence > personal.confidence)) return personal;
  const [part] = alone.parts;
  // "For how long?" is about what the first half is about.
  if (part && onlyAsks(half, grammar) && !areKin(part.entry, first)) return readAsFollowUp(half, first, reading);
  if (part && stands(alone)) return (named === half && pointingBack(half, part.entry, first, reading)) || alone;
  const leans = mayBeFollowUp(half, grammar) || words(half).length <= ELLIPTICAL;
  return leans && words(half).every(knows) ? readAsFollowUp(half, first, reading) : alone;
}

/**
 * Two matters that one question asks about, if each is sure by itself, both are near the whole question, and neither
 * covers the other.
 */
function findShared(question: string, whole: SearchResult, { grammar, findOne }: Reading): SearchResult | undefined {
  const among = new Set(whole.candidates.filter(({ score }) => score >= AMONG).map(({ entry }) => entry));
  const isSure = ({ parts: [part], confidence }: SearchResult) =>
    part !== undefined && confidence >= SURE && among.has(part.entry);
  // If none of an entry's phrasings uses a word, the entry does not cover it.
  const isForeignTo = (entry: Entry, text: string) =>
    tellingIn(words(text), grammar).some((word) => !askedIn(entry).has(word));
  for (const { first, second } of sharedHalvesOf(question, grammar)) {
    const one = findOne(first);
    const [part] = one.parts;
    if (!part || !isSure(one) || !isForeignTo(part.entry, second)) continue;
    const other = findOne(second);
    const [more] = other.parts;
    const isNearest = [part, more].some((half) => half?.entry === whole.candidates[0]?.entry);
    const isOther = more !== undefined && more.entry !== part.entry;
    if (isOther && isSure(other) && isNearest && isForeignTo(more.entry, first)) return asTwo(whole, one, other);
  }
  return undefined;
}

/**
 * The results of both questions of a text that asks two, if each is a likely reading by itself; else that of the whole.
 */
export function findBoth(question: string, whole: SearchResult, reading: Reading): SearchResult {
  const { grammar, findOne } = reading;
  const among = new Set(whole.candidates.filter(({ score }) => score >= AMONG).map(({ entry }) => entry));
  // If the whole is surely one gap, it is not split on a guess.
  const least = whole.status === 'not_stated' && whole.confidence >= SURE ? SURE : FAIRLY;
  const stands: Stands = ({ parts: [part], confidence }) =>
    part !== undefined && confidence >= least && (among.has(part.entry) || confidence >= SURE);
  let withoutSecond: SearchResult | undefined;
  for (const { first: begun, second, isListed } of halvesOf(question, grammar)) {
    if (isSubject(begun, second, grammar)) continue;
    // "When and where did they meet": the subject follows both.
    const rest = onlyAsks(begun, grammar) ? withoutLead(words(second).join(' '), grammar.lead) : '';
    const first = withoutPreface(`${begun} ${rest}`.trim(), grammar);
    // "The meeting of the presidents, who asked for it": one question, with its subject in front.
    if (isListed && !asksSomething(first, grammar) && whole.parts.length > 0 && whole.confidence >= SURE) continue;
    const one = findOne(first);
    const [part] = one.parts;
    if (!part || !stands(one)) continue;
    const other = secondOf(second, first, part.entry, stands, reading);
    const [more] = other.parts;
    // If the first answer says that something is missing, it need not be said again.
    const isGapOfWhole = more?.entry.kind === 'gap' && whole.parts[0]?.entry === more.entry;
    if (isGapOfWhole && part.entry.kind === 'question' && saysMissing(part.entry)) return whole;
    // An answer already names its sources: "who said it" is a second question only if an entry is about that.
    if (more && asksWhoSaid(second, grammar) && !isRelated(part.entry, more.entry)) return one;
    if (more && stands(other) && more.entry !== part.entry) return asTwo(whole, one, other);
    if (more?.entry === part.entry && more.lacks) return { ...one, parts: [{ ...part, lacks: more.lacks }] };
    const isLeft = !more && !tellsNothing(second, grammar) && one.confidence >= SURE;
    if (isLeft && whole.candidates[0]?.entry === part.entry) withoutSecond ??= { ...one, unmatched: second };
  }
  return withoutSecond ?? findShared(question, whole, reading) ?? whole;
}
