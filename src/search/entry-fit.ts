/** Whether an entry fits a text that asks for something, and how entries relate to each other. */
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { besideAsking, gives } from './asked-for.ts';
import type { SearchResult } from './decide.ts';
import { tellingIn } from './fragment.ts';
import type { AskedFor, Grammar } from './grammar/grammar.ts';

/** The score from which an entry is among the candidates. */
export const AMONG = 0.02;
/** The types that the bot can call missing without naming more of the matter. */
export const CAN_LACK: ReadonlySet<AskedFor> = new Set(['who', 'when', 'where', 'why']);
/** The types that only an entry that gives them can answer. */
const TO_BE_GIVEN: ReadonlySet<AskedFor> = new Set([...CAN_LACK, 'how many', 'how']);

/** Whether an entry either gives a type or does not; every entry says something about yes or no. */
export const isToBeGiven = (asked: AskedFor | null): asked is AskedFor => asked !== null && TO_BE_GIVEN.has(asked);

/** Whether an entry can answer a question of a type. */
export const mayGive = (entry: Entry, asked: AskedFor | null): boolean => !isToBeGiven(asked) || gives(entry, asked);

/** The content words of a text, without the question words. */
export const tellingBesideAsking = (text: string, grammar: Grammar): readonly string[] =>
  tellingIn(besideAsking(text, grammar), grammar);

/** Whether a text only asks, without saying what about: "in which city?", "for how many days?", "when?". */
export const onlyAsks = (text: string, grammar: Grammar): boolean => tellingBesideAsking(text, grammar).length === 0;

/** The probability of an entry. */
export const scoreOf = ({ candidates }: SearchResult, of: Entry): number =>
  candidates.find(({ entry }) => entry === of)?.score ?? 0;

/** A result without anything to say. */
export const asNoMatch = (result: SearchResult, why: string): SearchResult => ({
  ...result,
  ...{ status: 'no_match', parts: [], smallTalk: null, outside: false, asksBack: false, why },
});

/** Whether two entries are about the same matter. */
export const areKin = (one: Entry, other: Entry): boolean =>
  one.topic === other.topic ||
  (other.kind === 'question' && other.related.includes(one.id)) ||
  one.facts.some((fact) => other.facts.includes(fact));

/** The words of an entry's phrasings. */
export const askedIn = memoize(
  ({ question, phrasings }: Entry): ReadonlySet<string> => new Set([question, ...phrasings].flatMap(words)),
);

/** Whether an entry's phrasings use one of the words, or there are no words. */
export const isAskedWith = (entry: Entry, telling: readonly string[]): boolean =>
  telling.length === 0 || telling.some((word) => askedIn(entry).has(word));

/** One language's reading of one article. */
export interface Reading {
  readonly knowledge: Knowledge;
  readonly grammar: Grammar;
  /** The result of a text by itself. */
  readonly findOne: (text: string) => SearchResult;
  /** Whether the ranker knows a word. */
  readonly knows: (word: string) => boolean;
}
