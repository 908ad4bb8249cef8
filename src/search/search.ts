/** What the rest of the program asks of the search: one object per loaded knowledge, built once, read-only. */
import type { Entry, Fact, Knowledge, Speaker } from '../knowledge/knowledge.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { askedFor, asksSomething, besideAsking, gives, shareOf } from './asked-for.ts';
import { questionCompleter } from './complete-questions.ts';
import { decide, type Finding, saysMissing } from './decide.ts';
import { factFinder } from './find-facts.ts';
import { speakerFinder } from './find-speakers.ts';
import {
  asksForMore,
  asksSameOfOther,
  breaksOff,
  firstPersonIn,
  goesOn,
  inTheLightOf,
  isShort,
  mayLeanOnBefore,
  speaksOfNobody,
  standsForBefore,
  tellingIn,
  tellsNothing,
  withPerson,
} from './fragment.ts';
import { english } from './grammar/english.ts';
import type { AskedFor, Grammar } from './grammar/grammar.ts';
import { fromLatin } from './grammar/latin-letters.ts';
import { grammarOf } from './grammar/of-words.ts';
import { halvesOf, sentencesOf, sharedHalvesOf } from './halves.ts';
import { withLatinNames } from './latin-names.ts';
import type { Explanation, Ranker, Ranking } from './ranking/index.ts';

export interface Search {
  /** The small words of the language that is searched. */
  readonly grammar: Grammar;
  /**
   * A question in plain words: what it comes to, and the nearest entries. A fragment is read in the light of the entry
   * before it; a question that is whole is never changed by that.
   */
  readonly find: (question: string, before?: Entry) => Finding;
  /** The nearest entries, best first, however far they are. */
  readonly nearest: (question: string) => readonly Entry[];
  /** What counted for the nearest labels: for people who write phrasings, and slower. */
  readonly explain: (question: string) => Explanation;
  /** Entries for what was typed so far, letter by letter, best first; for nothing typed, the most useful ones. */
  readonly completeQuestion: (typed: string, limit: number) => readonly Entry[];
  /** Facts that bear on some words, best first. */
  readonly facts: (words: string) => readonly Fact[];
  /** Speakers by name, alias or spelling, best first. */
  readonly speakers: (name: string) => readonly Speaker[];
  /** The same search over no other articles than those of the ids. */
  readonly among: (articles: readonly string[]) => Search;
}

/** The longest text that the ranker reads; a question is told by its beginning. */
const LONGEST_QUESTION = 1000;
/** Labels to sum belief over; those behind hold next to nothing. */
const RANKED = 12;
/** A label with less is nobody's suggestion, and raised to the power that it is weighed by it is nothing. */
const LEAST_BELIEF = 0.002;
/** What nearly every question shows at once: it has a word. */
const TWO_LETTERS = /\p{L}{2}/u;
const NOTHING: Ranking = { ranked: [], confidence: 0 };

/** A fragment with so much confidence of its own is a question of its own. */
const WHOLE_FROM = 0.6;
/** A half of so few words leaves out what the first half said: "by what deadline". */
const ELLIPTICAL = 4;
/** What an entry counts that gives nothing of what is asked for, to one that gives nothing else. */
const SOME = 0.05;
/** What has this share of the belief is meant, of whatever matter it is. */
const CLEARLY = 0.5;
/** What is of the same matter, and not named as related, is surely meant from here. */
const NEAR = 0.1;
/** One of the same matter is not preferred to another that so much more speaks for. */
const FAR_LESS = 0.25;
/** What an entry that is named as related counts more than another. */
const RELATED = 3;
/** So large a part of the ways to ask an entry ask for a type that is asked for with no other word. */
const MOSTLY = 0.3;
/** What can be said to be missing of a matter without naming more of it. */
const CAN_LACK: ReadonlySet<AskedFor> = new Set(['who', 'when', 'where', 'why']);
/** What only an entry that gives it replies to. */
const TO_BE_GIVEN: ReadonlySet<AskedFor> = new Set([...CAN_LACK, 'how many', 'how']);
/** A fragment that goes on from nothing has to be this clear by itself. */
const CLEAR = 0.3;
/** A half counts if it stands among the whole question's candidates with this share of the belief, or is surely asked. */
const AMONG = 0.02;
const SURE = 0.6;
const FAIRLY = 0.25;

/** Two findings as one of two parts. */
function asTwo(whole: Finding, one: Finding, other: Finding): Finding {
  const parts = [one, other].flatMap(({ parts: [part] }) => (part ? [{ ...part, alsoMissing: null }] : []));
  const status = [one, other].some((half) => half.status === 'answered') ? 'answered' : 'not_stated';
  return { ...whole, status, parts, outside: false, asksBack: false, why: `Two questions. ${one.why} ${other.why}` };
}

/** A finding of which nothing is said. */
const passed = (finding: Finding, why: string): Finding => ({
  ...finding,
  ...{ status: 'no_match', parts: [], smallTalk: null, outside: false, asksBack: false, why },
});

/** Its index takes longer than the rest of a start, and is made for whoever types first. */
const completerOf = memoize(questionCompleter);

/** Whether a text says what it asks and nothing of what about: "in which city?", "for how many days?", "when?". */
const onlyAsks = (text: string, grammar: Grammar): boolean =>
  tellingIn(besideAsking(text, grammar), grammar).length === 0;

/** The grammar of the language that a knowledge is in; one that is told nothing of reads no small words. */
const grammarIn = ({ language, translations }: Knowledge): Grammar =>
  language === BASE_LANGUAGE ? english : grammarOf(translations.get(language)?.grammar);

/** The indexes of what is looked up by words, made for whoever first does. */
const factsOf = memoize((knowledge: Knowledge) => factFinder(knowledge, grammarIn(knowledge)));
const speakersOf = memoize(speakerFinder);

/** The part of a search that looks things up by words, which needs no ranker. */
export function lookUpIn(knowledge: Knowledge): Pick<Search, 'facts' | 'speakers'> {
  const isEnglish = knowledge.language === BASE_LANGUAGE;
  return {
    facts: (text) => factsOf(knowledge)(isEnglish ? withLatinNames(text, knowledge) : text),
    speakers: (name) => speakersOf(knowledge)(name),
  };
}

/** The search over the knowledge of one article in one language, with a ranker fitted on its examples. */
export function buildSearch(knowledge: Knowledge, ranker: Ranker): Search {
  const grammar = grammarIn(knowledge);
  const isEnglish = knowledge.language === BASE_LANGUAGE;
  const latin = knowledge.translations.get(knowledge.language)?.grammar?.latin;
  const begun = (question: string) => {
    const beginning = question.slice(0, LONGEST_QUESTION);
    return isEnglish ? withLatinNames(beginning, knowledge) : fromLatin(beginning, latin);
  };
  // Single letters are what is left of code and smileys; the ranker would take an "a" for a word that tells.
  const hasWord = (text: string) => TWO_LETTERS.test(text) || words(text).some((word) => word.length > 1);
  const rank = (question: string, least = LEAST_BELIEF): Ranking =>
    hasWord(question) ? ranker.rank(question, RANKED, least) : NOTHING;
  const findOne = (question: string) => decide(rank(question), askedFor(question, grammar), knowledge);

  const askedIn = memoize(({ question, phrasings }: Entry) => new Set([question, ...phrasings].flatMap(words)));
  /** Whether somebody asked for an entry in one of the words of a text that tell something; or the text has none. */
  const isAskedWith = (entry: Entry, telling: readonly string[]) =>
    telling.length === 0 || telling.some((word) => askedIn(entry).has(word));

  /** Whether two entries speak of one matter. */
  const areKin = (one: Entry, other: Entry) =>
    one.topic === other.topic ||
    (other.kind === 'question' && other.related.includes(one.id)) ||
    one.facts.some((fact) => other.facts.includes(fact));

  /** The entries that go on from one: those that it names as related, then those that rest on the same facts. */
  function nextTo(before: Entry): readonly Entry[] {
    const related = before.kind === 'question' ? before.related.flatMap((id) => knowledge.entries.get(id) ?? []) : [];
    const sharing = [...knowledge.entries.values()].filter(
      (entry) => entry.kind === 'question' && entry.facts.some((fact) => before.facts.includes(fact)),
    );
    return [...new Set([...related, ...sharing])].filter((entry) => entry !== before);
  }

  /** The one of those that is mostly asked for a type; that somebody asks for more of, the first. */
  function nextAsked(fragment: string, asked: AskedFor | null, before: Entry): Entry | undefined {
    if (asksForMore(fragment, grammar)) return nextTo(before)[0];
    if (asked === null || !TO_BE_GIVEN.has(asked) || !onlyAsks(fragment, grammar)) return undefined;
    return nextTo(before).find((entry) => shareOf(entry, asked) >= MOSTLY);
  }

  /** A fragment in the light of the entry before it: the nearest of its kin that gives what is asked for. */
  function continued(fragment: string, before: Entry): Finding {
    const asked = askedFor(fragment, grammar);
    const found = findOne(inTheLightOf(fragment, before, knowledge, grammar));
    if (speaksOfNobody(fragment, before, knowledge, grammar))
      return passed(found, 'It speaks of somebody, and nobody was named before.');
    // Whoever goes on does not ask the same again.
    const telling = tellingIn(besideAsking(fragment, grammar), grammar);
    const share = (entry: Entry) => (asked === null || asked === 'yes/no' ? 1 : shareOf(entry, asked));
    const related = (entry: Entry) => (before.kind === 'question' && before.related.includes(entry.id) ? RELATED : 1);
    const others = found.candidates.filter(({ entry, score }) => entry !== before && score >= AMONG);
    const least = FAR_LESS * (others[0]?.score ?? 0);
    const kin = others.filter(
      ({ entry, score }) =>
        score * related(entry) >= least && (areKin(entry, before) || score >= CLEARLY) && isAskedWith(entry, telling),
    );
    // "Why?" after an answer that says why asks for it once more.
    const again = found.candidates.filter(
      ({ entry }) => entry === before && asked !== null && TO_BE_GIVEN.has(asked) && onlyAsks(fragment, grammar),
    );
    const [fitting] = asksForMore(fragment, grammar)
      ? []
      : [...kin, ...again]
          .filter(({ entry }) => asked === null || !TO_BE_GIVEN.has(asked) || gives(entry, asked))
          .map(({ entry, score }) => ({ entry, score, fit: score * (SOME + share(entry)) * related(entry) }))
          .sort((one, other) => other.fit - one.fit);
    const isNear = fitting && (fitting.score >= NEAR || related(fitting.entry) === RELATED);
    const next = isNear ? fitting.entry : (nextAsked(fragment, asked, before) ?? fitting?.entry);
    const lacks = !next && asked !== null && CAN_LACK.has(asked) ? asked : null;
    const entry = next ?? (lacks ? before : null);
    if (!entry) return passed(found, 'It goes on from what was asked before, and nothing near that is asked so.');
    const status = entry.kind === 'gap' || lacks ? 'not_stated' : 'answered';
    const why = 'It is read in the light of what was asked before.';
    return { ...passed(found, why), goesOn: true, status, parts: [{ entry, alsoMissing: null, lacks }] };
  }

  const holdsUnknown = (text: string) => words(text).some((word) => !ranker.knows(word));

  /** Whether what a "his" was taken for is about somebody else than the one of whom the first half spoke. */
  function speaksOfOther({ parts: [part] }: Finding, half: string, first: Entry): boolean {
    const named = withPerson(half, first, knowledge, grammar);
    const other = part && firstPersonIn(part.entry.question, knowledge);
    return named !== half && other !== undefined && other !== firstPersonIn(named, knowledge);
  }

  /** The second half in the light of the first, if its "they" or "it" points back at what it does not mean by itself. */
  function pointingBack(half: string, alone: Entry, first: Entry): Finding | undefined {
    if (areKin(alone, first) || !words(half).some((word) => grammar.pointsBack.has(word))) return undefined;
    const onward = continued(half, first);
    return onward.parts.some(({ lacks }) => lacks === null) ? onward : undefined;
  }

  /** The second half by itself if it stands so, else in the light of the first. */
  function secondOf(half: string, first: Entry, stands: (finding: Finding) => boolean): Finding {
    if (tellsNothing(half, grammar)) return continued(half, first);
    if (breaksOff(half, grammar) || asksSameOfOther(half, knowledge, grammar)) {
      const onward = continued(half, first);
      if (onward.parts.length > 0) return onward;
    }
    const named = withPerson(half, first, knowledge, grammar);
    const alone = findOne(half);
    const [part] = alone.parts;
    if (part && stands(alone)) {
      if (speaksOfOther(alone, half, first)) return findOne(named);
      return (named === half ? pointingBack(half, part.entry, first) : undefined) ?? alone;
    }
    const leans = mayLeanOnBefore(half, grammar) || words(half).length <= ELLIPTICAL;
    return leans && !holdsUnknown(half) ? continued(half, first) : alone;
  }

  /** Whether some word of a text is one in which nobody asks for an entry, so that it is not asked for there. */
  const isForeignTo = (entry: Entry, text: string) =>
    tellingIn(words(text), grammar).some((word) => !askedIn(entry).has(word));

  /** Two matters of which one question asks, if each is sure by itself and both are near to the whole. */
  function findShared(question: string, whole: Finding): Finding | undefined {
    const among = new Set(whole.candidates.filter(({ score }) => score >= AMONG).map(({ entry }) => entry));
    const isSure = ({ parts: [part], confidence }: Finding) =>
      part !== undefined && confidence >= SURE && among.has(part.entry);
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
  function findBoth(question: string, whole: Finding): Finding {
    const among = new Set(whole.candidates.filter(({ score }) => score >= AMONG).map(({ entry }) => entry));
    // What surely is one gap as a whole is not taken apart for the sake of a guess.
    const least = whole.status === 'not_stated' && whole.confidence >= SURE ? SURE : FAIRLY;
    const stands = ({ parts: [part], confidence }: Finding) =>
      part !== undefined && confidence >= least && (among.has(part.entry) || confidence >= SURE);
    for (const { first, second, isListed } of halvesOf(question, grammar)) {
      // "The meeting of the presidents, who asked for it": one question, after what it is about.
      if (isListed && !asksSomething(first, grammar) && whole.parts.length > 0 && whole.confidence >= SURE) continue;
      // "When and where is the next round": one question that asks for two things.
      if (onlyAsks(first, grammar)) continue;
      const one = findOne(first);
      const [part] = one.parts;
      if (!part || !stands(one)) continue;
      const other = secondOf(second, part.entry, stands);
      const [more] = other.parts;
      // What the first answer says to be missing need not be told again.
      if (more?.entry.kind === 'gap' && whole.parts[0]?.entry === more.entry && saysMissing(part.entry)) return whole;
      if (more && stands(other) && more.entry !== part.entry) return asTwo(whole, one, other);
      if (more?.entry === part.entry && more.lacks) return { ...one, parts: [{ ...part, lacks: more.lacks }] };
      if (
        !more &&
        !tellsNothing(second, grammar) &&
        one.confidence >= SURE &&
        whole.candidates[0]?.entry === part.entry
      )
        return { ...one, unmatched: second };
    }
    return findShared(question, whole) ?? whole;
  }

  /** The one sentence of several that asks something: people begin with a greeting, or with why they ask. */
  function asked(text: string): Finding | undefined {
    return sentencesOf(text)
      .map(findOne)
      .filter(({ parts, confidence }) => parts.length > 0 && confidence >= SURE)
      .sort((one, other) => other.confidence - one.confidence)[0];
  }

  const search: Search = {
    ...lookUpIn(knowledge),
    grammar,
    among: () => search,
    find: (text, before) => {
      const typed = begun(text);
      const question = before ? withPerson(typed, before, knowledge, grammar) : typed;
      const whole = findOne(question);
      // An "it" means what was spoken of, however sure the ranker is of what else it may be.
      const leansBefore = standsForBefore(typed, grammar);
      const isOwn =
        whole.parts.length > 0 &&
        whole.confidence >= WHOLE_FROM &&
        !leansBefore &&
        !breaksOff(typed, grammar) &&
        !asksSameOfOther(typed, knowledge, grammar) &&
        !onlyAsks(question, grammar) &&
        !goesOn(question, grammar);
      const isSmallTalk = whole.smallTalk !== null && whole.confidence >= WHOLE_FROM;
      const mayGoOn =
        onlyAsks(question, grammar) ||
        mayLeanOnBefore(question, grammar) ||
        asksForMore(question, grammar) ||
        breaksOff(typed, grammar) ||
        asksSameOfOther(typed, knowledge, grammar) ||
        (whole.parts.length === 0 && isShort(question));
      if (before && mayGoOn && !isOwn && !isSmallTalk) {
        const found = continued(question, before);
        if (found.parts.length > 0) return found;
        if (whole.confidence < CLEAR) return found;
      }
      const isUnclear =
        tellsNothing(question, grammar) || (mayLeanOnBefore(question, grammar) && whole.confidence < CLEAR);
      if (isUnclear && !whole.smallTalk)
        return { ...passed(whole, 'No word of it tells what it is about.'), confidence: 0 };
      const found = findBoth(question, whole);
      const reply = found.parts.length > 0 ? found : (asked(question) ?? found);
      return question === typed ? reply : { ...reply, goesOn: reply.parts.length > 0 };
    },
    nearest: (question) => rank(begun(question), 0).ranked.flatMap(({ label }) => knowledge.entries.get(label) ?? []),
    explain: (question) => ranker.explain(begun(question)),
    completeQuestion: (typed, limit) => completerOf(knowledge)(begun(typed), limit),
  };
  return search;
}
