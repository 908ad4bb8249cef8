/** Interprets a follow-up: a text that depends on the previous entry. */
import type { Entry } from '../knowledge/knowledge.ts';
import { words } from '../text/normalise.ts';
import { askedFor, shareOf } from './asked-for.ts';
import { type SearchResult, SURE } from './decide.ts';
import {
  AMONG,
  areKin,
  askedIn,
  asNoMatch,
  CAN_LACK,
  isAskedWith,
  isToBeGiven,
  mayGive,
  onlyAsks,
  type Reading,
  scoreOf,
  tellingBesideAsking,
} from './entry-fit.ts';
import {
  asksAboutIt,
  asksForMore,
  asksSameOfOther,
  beginsAsFollowUp,
  breaksOff,
  followUpInFull,
  isShort,
  mayBeFollowUp,
  speaksOfNobody,
  standsForBefore,
  tellsNothing,
} from './fragment.ts';
import type { AskedFor } from './grammar/grammar.ts';

/** The confidence that a possible follow-up needs if nothing came before it. */
export const CLEAR = 0.3;
/** A text that points back is a question of its own only from this confidence. */
const CERTAIN = 0.9;
/** The weight of an entry that gives nothing of what is asked for, relative to one that gives nothing else. */
const SOME = 0.05;
/** An entry with this probability is meant, whatever the matter. */
const CLEARLY = 0.5;
/** From this probability, an entry on the same matter is meant even if it is not listed as related. */
const NEAR = 0.1;
/** An entry on the same matter is not preferred if it has less than this share of another's score. */
const FAR_LESS = 0.25;
/** How much more an entry counts that is listed as related. */
const RELATED = 3;
/** If a fragment asks for a type with no other word, at least this share of an entry's phrasings must ask for it. */
const MOSTLY = 0.3;

/** The entries that follow from one: those that it lists as related, then those that rest on the same facts. */
function nextTo(before: Entry, { knowledge }: Reading): readonly Entry[] {
  const related = before.kind === 'question' ? before.related.flatMap((id) => knowledge.entries.get(id) ?? []) : [];
  const sharing = [...knowledge.entries.values()].filter(
    (entry) => entry.kind === 'question' && entry.facts.some((fact) => before.facts.includes(fact)),
  );
  return [...new Set([...related, ...sharing])].filter((entry) => entry !== before);
}

/** The first of those that is mostly asked for a type; if somebody asks for more, simply the first. */
function nextAsked(fragment: string, asked: AskedFor | null, before: Entry, reading: Reading): Entry | undefined {
  if (asksForMore(fragment, reading.grammar)) return nextTo(before, reading)[0];
  if (!isToBeGiven(asked) || !onlyAsks(fragment, reading.grammar)) return undefined;
  // "How old is he" asks about a person, not for a number that the article gives.
  if (reading.grammar.personal.test(words(fragment).join(' '))) return undefined;
  return nextTo(before, reading).find((entry) => shareOf(entry, asked) >= MOSTLY);
}

/**
 * Whether a fragment only uses words of the previous entry's phrasings: "in Istanbul again?" after an answer about the
 * next talks.
 */
function asksAgain(fragment: string, before: Entry, { grammar }: Reading): boolean {
  const telling = tellingBesideAsking(fragment, grammar);
  return !asksForMore(fragment, grammar) && telling.every((word) => askedIn(before).has(word));
}

/** The nearest entry on the same matter that gives what is asked for. */
function nearestOfKin(
  fragment: string,
  asked: AskedFor | null,
  before: Entry,
  found: SearchResult,
  { grammar }: Reading,
) {
  const telling = tellingBesideAsking(fragment, grammar);
  const share = (entry: Entry) => (asked === null || asked === 'yes/no' ? 1 : shareOf(entry, asked));
  const related = (entry: Entry) => (before.kind === 'question' && before.related.includes(entry.id) ? RELATED : 1);
  const others = found.candidates.filter(({ entry, score }) => entry !== before && score >= AMONG);
  const least = FAR_LESS * (others[0]?.score ?? 0);
  const [nearest] = others
    .filter(({ entry, score }) => score * related(entry) >= least && (areKin(entry, before) || score >= CLEARLY))
    .filter(({ entry }) => isAskedWith(entry, telling) && mayGive(entry, asked))
    .map(({ entry, score }) => ({ entry, score, fit: score * (SOME + share(entry)) * related(entry) }))
    .sort((one, other) => other.fit - one.fit);
  return nearest && { entry: nearest.entry, isNear: nearest.score >= NEAR || related(nearest.entry) === RELATED };
}

/**
 * Interprets a fragment as a follow-up to the previous entry. A follow-up does not ask the same again if anything else
 * is near.
 */
export function readAsFollowUp(fragment: string, before: Entry, reading: Reading): SearchResult {
  const { knowledge, grammar, findOne } = reading;
  const asked = askedFor(fragment, grammar);
  const found = findOne(followUpInFull(fragment, before, knowledge, grammar));
  if (speaksOfNobody(fragment, before, knowledge, grammar))
    return asNoMatch(found, 'It speaks of somebody, and nobody was named before.');
  const kin = asksForMore(fragment, grammar) ? undefined : nearestOfKin(fragment, asked, before, found, reading);
  const again = asksAgain(fragment, before, reading) ? before : undefined;
  // "Why?" after an answer that says why asks for that answer again.
  const given = isToBeGiven(asked) && mayGive(before, asked) ? again : undefined;
  const meant =
    !tellsNothing(fragment, grammar) && scoreOf(found, before) >= CLEARLY && mayGive(before, asked) ? again : undefined;
  // "On what?", "what is it?": the answer already says it.
  const isSaid = asked === null && tellsNothing(fragment, grammar) && !beginsAsFollowUp(fragment, grammar);
  const said = isSaid && before.kind === 'question' && scoreOf(found, before) >= CLEARLY ? again : undefined;
  // "Which ones?" after a gap: the article does not say that either.
  const open = before.kind === 'gap' && tellsNothing(fragment, grammar) ? again : undefined;
  const next =
    said ??
    (kin?.isNear ? kin.entry : given) ??
    nextAsked(fragment, asked, before, reading) ??
    kin?.entry ??
    meant ??
    (isToBeGiven(asked) ? undefined : open);
  const lacks = !next && asked !== null && CAN_LACK.has(asked) && onlyAsks(fragment, grammar) ? asked : null;
  const entry = next ?? (lacks ? before : null);
  if (!entry) return asNoMatch(found, 'It goes on from what was asked before, and nothing near that is asked so.');
  const status = entry.kind === 'gap' || lacks ? 'not_stated' : 'answered';
  const why = 'It is read in the light of what was asked before.';
  return { ...asNoMatch(found, why), goesOn: true, status, parts: [{ entry, alsoMissing: null, lacks }] };
}

/**
 * Interprets a text as a follow-up to the previous entry, unless it is a question of its own. `whole` is the result of
 * the text, with its "he" replaced by a name if it `isNamed`.
 */
export function followUpTo(
  before: Entry,
  text: string,
  whole: SearchResult,
  isNamed: boolean,
  reading: Reading,
): SearchResult | undefined {
  const { knowledge, grammar } = reading;
  // With a name it may be as good as any other question.
  if (isNamed && whole.confidence >= CERTAIN && whole.parts.length > 0) return undefined;
  const isPart =
    standsForBefore(text, grammar) ||
    (whole.confidence < SURE && asksAboutIt(text, grammar)) ||
    breaksOff(text, grammar) ||
    asksSameOfOther(text, before, knowledge, grammar) ||
    asksForMore(text, grammar) ||
    onlyAsks(text, grammar) ||
    beginsAsFollowUp(text, grammar);
  // "Will it rain tomorrow" is about something else, whatever came before.
  if (whole.outside && whole.confidence >= SURE && !beginsAsFollowUp(text, grammar) && !onlyAsks(text, grammar))
    return undefined;
  const isSure =
    whole.confidence >= SURE && (whole.smallTalk ? !asksForMore(text, grammar) : whole.parts.length > 0 && !isPart);
  const leans = isPart || mayBeFollowUp(text, grammar);
  const mayGoOn = leans || (whole.parts.length === 0 && isShort(text));
  if (isSure || !mayGoOn) return undefined;
  const found = readAsFollowUp(text, before, reading);
  const [part] = found.parts;
  // A text that says what it is about is a follow-up only to an entry that people ask for in those words.
  const isAsked = (word: string) => askedIn(before).has(word) || (part !== undefined && askedIn(part.entry).has(word));
  if (!leans && !tellingBesideAsking(text, grammar).every(isAsked)) return undefined;
  // An "it" refers to what came before, unless the ranker is sure of something else that fits as well.
  const own = whole.confidence >= SURE ? whole.parts[0]?.entry : undefined;
  const score = part ? scoreOf(found, part.entry) : 0;
  const isOther =
    own && own !== before && own !== part?.entry && standsForBefore(text, grammar) && !tellsNothing(text, grammar);
  if (isOther && (score < NEAR || scoreOf(found, own) >= score / 2)) return undefined;
  return part || whole.confidence < CLEAR ? found : undefined;
}
