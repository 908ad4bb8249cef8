/** What it takes to read a text beside an entry: the ranking of a text, and how entries bear on each other. */
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { besideAsking, gives } from './asked-for.ts';
import type { SearchResult } from './decide.ts';
import { tellingIn } from './fragment.ts';
import type { AskedFor, Grammar } from './grammar/grammar.ts';

/** A text that is surely asked; and an entry among the candidates of a text. */
export const SURE = 0.6;
export const AMONG = 0.02;
/** What can be said to be missing of a matter without naming more of it. */
export const CAN_LACK: ReadonlySet<AskedFor> = new Set(['who', 'when', 'where', 'why']);
/** What only an entry that gives it replies to. */
const TO_BE_GIVEN: ReadonlySet<AskedFor> = new Set([...CAN_LACK, 'how many', 'how']);

/** A type that an entry either gives or does not; of yes or no each entry says something. */
export const isToBeGiven = (asked: AskedFor | null): asked is AskedFor => asked !== null && TO_BE_GIVEN.has(asked);

/** Whether an entry may reply to what a type asks for. */
export const mayGive = (entry: Entry, asked: AskedFor | null): boolean => !isToBeGiven(asked) || gives(entry, asked);

/** The words of a text that tell what it is about, but for those that say what it asks. */
export const tellingBesideAsking = (text: string, grammar: Grammar): readonly string[] =>
  tellingIn(besideAsking(text, grammar), grammar);

/** Whether a text says what it asks and nothing of what about: "in which city?", "for how many days?", "when?". */
export const onlyAsks = (text: string, grammar: Grammar): boolean => tellingBesideAsking(text, grammar).length === 0;

/** The share of the belief that an entry holds. */
export const scoreOf = ({ candidates }: SearchResult, of: Entry): number =>
  candidates.find(({ entry }) => entry === of)?.score ?? 0;

/** A result of which nothing is said. */
export const passed = (result: SearchResult, why: string): SearchResult => ({
  ...result,
  ...{ status: 'no_match', parts: [], smallTalk: null, outside: false, asksBack: false, why },
});

/** Whether two entries speak of one matter. */
export const areKin = (one: Entry, other: Entry): boolean =>
  one.topic === other.topic ||
  (other.kind === 'question' && other.related.includes(one.id)) ||
  one.facts.some((fact) => other.facts.includes(fact));

/** The words in which people ask for an entry. */
export const askedIn = memoize(
  ({ question, phrasings }: Entry): ReadonlySet<string> => new Set([question, ...phrasings].flatMap(words)),
);

/** Whether somebody asked for an entry in one of the words; or there are none. */
export const isAskedWith = (entry: Entry, telling: readonly string[]): boolean =>
  telling.length === 0 || telling.some((word) => askedIn(entry).has(word));

/** One language's reading of one article. */
export interface Reading {
  readonly knowledge: Knowledge;
  readonly grammar: Grammar;
  /** What a text comes to by itself. */
  readonly findOne: (text: string) => SearchResult;
  /** Whether the ranker knows a word. */
  readonly knows: (word: string) => boolean;
}
