/** The type of answer that a question asks for, and the types that an entry's phrasings ask for. */
import type { Entry } from '../knowledge/knowledge.ts';
import { memoize } from '../text/memoize.ts';
import { words } from '../text/normalise.ts';
import { english } from './grammar/english.ts';
import type { AskedFor, Grammar } from './grammar/grammar.ts';

/** What is asked for, and where the words that ask it stand: the index of the first, and how many. */
interface Asking {
  readonly type: AskedFor;
  readonly at: number;
  readonly length: number;
}

function firstAsking(said: readonly string[], { asking, begins }: Grammar): Asking | null {
  for (let at = 0; at < said.length; at++) {
    if (!begins.test(said[at] ?? '')) continue;
    const rest = said.slice(at, at + 5).join(' ');
    for (const [type, form] of asking) {
      const [found] = form.exec(rest) ?? [];
      if (found !== undefined) return { type, at, length: found.split(' ').length };
    }
  }
  return null;
}

/** The words of a text without those that ask: "in which city was that" without "which city". */
export function besideAsking(text: string, grammar: Grammar): readonly string[] {
  const said = words(text);
  const asking = firstAsking(said, grammar);
  return asking ? said.toSpliced(asking.at, asking.length) : said;
}

/** What a question asks for; null if it does not say, as with "what" or a few bare words. */
export function askedFor(question: string, grammar: Grammar): AskedFor | null {
  const said = words(question).join(' ').replace(grammar.before, '').split(' ').slice(0, 60);
  const text = said.join(' ');
  const asking = firstAsking(said, grammar);
  if (grammar.auxiliary.test(text)) {
    const before = said.slice(0, asking?.at ?? 0).join(' ');
    return asking && grammar.leadsOn.test(before) ? asking.type : 'yes/no';
  }
  // "… when he was in Abu Dhabi, right?" does not ask when.
  if (grammar.tag.test(text) && asking?.at !== 0) return 'yes/no';
  return asking?.type ?? (grammar.particle.test(text) ? 'yes/no' : null);
}

/** Whether any word of a text asks something: none does in "the meeting of the presidents". */
export function asksSomething(text: string, grammar: Grammar): boolean {
  const said = words(text).join(' ').replace(grammar.before, '').split(' ');
  const asks = (at: number) => {
    const rest = said.slice(at).join(' ');
    return grammar.lead.test(rest) && (at === 0 || !grammar.auxiliary.test(rest));
  };
  return firstAsking(said, grammar) !== null || said.some((_, at) => asks(at));
}

/** The share of an entry's phrasings that ask for each type, 0 to 1. */
export type Profile = ReadonlyMap<AskedFor, number>;

/** The types that an entry's English phrasings ask for. */
export const profileOf = memoize(({ question, phrasings }: Pick<Entry, 'question' | 'phrasings'>): Profile => {
  const types = [question, ...phrasings].map((text) => askedFor(text, english));
  const shares = Map.groupBy(types, (type) => type);
  return new Map(
    [...shares].flatMap(([type, { length }]) => (type === null ? [] : [[type, length / types.length] as const])),
  );
});

/** The share of an entry's phrasings that ask for a type, 0 to 1. */
export const shareOf = (entry: Entry, type: AskedFor): number => profileOf(entry.original ?? entry).get(type) ?? 0;

/** An entry gives a type if at least this share of its phrasings asks for it. */
const GIVES = 0.08;

/** Whether an entry gives what is asked for, judging by its phrasings. */
export const gives = (entry: Entry, type: AskedFor): boolean => shareOf(entry, type) >= GIVES;
