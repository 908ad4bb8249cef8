/** Generates articles from the repository's own by renaming labels and words, the same each time. */
import type { Article, Entry, Knowledge } from '../../src/knowledge/knowledge.ts';
import { english } from '../../src/search/grammar/english.ts';
import { seededRandom, shuffle } from '../../src/search/ranking/random.ts';
import { memoize } from '../../src/text/memoize.ts';
import { words } from '../../src/text/normalise.ts';

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
/** Inflectional endings, which are not renamed. */
const ENDING = /(?:'s|ing|ed|es|s)$/;
/** A word is the article's own if it is more than this many times as frequent there as in small talk and outside subjects. */
const CHARACTERISTIC = 3;

/** Renames the words of a text. */
export type Rename = (text: string) => string;

function frequencies(texts: readonly string[]): ReadonlyMap<string, number> {
  const all = texts.flatMap(words);
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1 / all.length);
  return counts;
}

/** Words that any other article would use too: function words, and those of small talk and outside subjects. */
const sharedWords = memoize(({ entries, smallTalk, outside }: Knowledge): ReadonlySet<string> => {
  const inside = frequencies([...entries.values()].flatMap(({ question, phrasings }) => [question, ...phrasings]));
  const beside = frequencies(
    [...smallTalk.values()].flatMap(({ phrasings }) => phrasings).concat([...outside.values()].flat()),
  );
  const shared = [...beside].filter(([word, share]) => (inside.get(word) ?? 0) <= CHARACTERISTIC * share);
  return new Set([...english.functionWords, ...shared.map(([word]) => word)]);
});

/** A random substitution of letters. */
function mixed(letters: string, random: () => number): ReadonlyMap<string, string> {
  const order = Int32Array.from(letters, (_, at) => at);
  shuffle(order, random);
  return new Map([...letters].map((letter, at) => [letter, letters[order[at] as number] ?? letter]));
}

/** Renames an article's own words by a substitution of letters, which preserves inflections, typos and synonyms. */
export function renamer(knowledge: Knowledge, seed: number): Rename {
  if (seed === 0) return (text) => text;
  const kept = sharedWords(knowledge);
  const random = seededRandom(seed);
  const letters = new Map([...mixed(VOWELS, random), ...mixed(CONSONANTS, random)]);
  const renamed = (word: string) => {
    const lower = word.toLowerCase();
    if (kept.has(lower)) return word;
    const [ending = ''] = ENDING.exec(lower) ?? [];
    const stem = lower.slice(0, lower.length - ending.length);
    return [...stem].map((letter) => letters.get(letter) ?? letter).join('') + ending;
  };
  return (text) => text.replace(/[\p{L}\p{M}]+(?:'s)?/gu, renamed);
}

/** The id in another article for an id of the first. */
export const idIn = (seed: number, id: string): string => (seed === 0 ? id : `a${seed}-${id}`);

/** Every `step`-th text. */
const thinned = (texts: readonly string[], step: number) => texts.filter((_, at) => at % step === 0);

const DAY_MS = 24 * 60 * 60 * 1000;

function articleOf(knowledge: Knowledge, article: Article, seed: number, step: number): Knowledge {
  const rename = renamer(knowledge, seed);
  const id = (old: string) => idIn(seed, old);
  const ids = (old: readonly string[]) => old.map(id);
  const mapped = <Item extends { readonly id: string }>(
    items: ReadonlyMap<string, Item>,
    change: (item: Item) => object,
  ) =>
    new Map(
      [...items.values()].map((item) => [
        id(item.id),
        { ...item, ...change(item), id: id(item.id), article: id(article.id) },
      ]),
    );
  const withFacts = <Item extends { readonly id: string; readonly facts: readonly string[] }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, id: id(item.id), facts: ids(item.facts) }));
  return {
    ...knowledge,
    translations: new Map(),
    articles: [
      {
        ...article,
        id: id(article.id),
        date: new Date(Date.parse(article.date) + seed * DAY_MS).toISOString().slice(0, 10),
        short: `Article ${seed}`,
        timeline: withFacts(article.timeline),
        summary: withFacts(article.summary),
        contradictions: withFacts(article.contradictions),
        positions: article.positions.map((one) => ({
          ...one,
          id: id(one.id),
          sides: one.sides.map((side) => ({ ...side, facts: ids(side.facts) })),
        })),
      },
    ],
    speakers: mapped(knowledge.speakers, ({ name, aliases }) => ({ name: rename(name), aliases: aliases.map(rename) })),
    facts: mapped(knowledge.facts, ({ said_by, about }) => ({
      said_by: said_by === 'article' ? said_by : id(said_by),
      about: ids(about),
    })),
    entries: mapped(knowledge.entries, (entry: Entry) => ({
      question: rename(entry.question),
      phrasings: thinned(entry.phrasings, step).map(rename),
      facts: ids(entry.facts),
      ...(entry.kind === 'question' && { related: ids(entry.related) }),
    })) as Knowledge['entries'],
    quotations: knowledge.quotations.map((one) => ({
      ...one,
      id: id(one.id),
      article: id(article.id),
      speaker: id(one.speaker),
      facts: ids(one.facts),
    })),
    // Other words for a term that all articles share stand in the list once, as a curator would write them.
    synonyms: new Map(
      [...knowledge.synonyms].map(([word, term]) =>
        rename(term) === term ? [word, term] : [rename(word), rename(term)],
      ),
    ),
  };
}

/**
 * Knowledge of generated articles in English; the first keeps its words. Only every `step`-th phrasing
 * is used, also of small talk and outside subjects.
 */
export function generate(knowledge: Knowledge, count: number, step: number): Knowledge {
  const [article] = knowledge.articles;
  if (!article) throw new Error('the knowledge holds no article to make others from');
  const all = Array.from({ length: count }, (_, seed) => articleOf(knowledge, article, seed, step));
  const joined = <Key extends 'speakers' | 'facts' | 'entries' | 'synonyms'>(key: Key) =>
    new Map(all.flatMap((one) => [...(one[key] as ReadonlyMap<string, unknown>)])) as Knowledge[Key];
  return {
    ...knowledge,
    translations: new Map(),
    articles: all.flatMap(({ articles }) => articles),
    speakers: joined('speakers'),
    facts: joined('facts'),
    entries: joined('entries'),
    synonyms: joined('synonyms'),
    quotations: all.flatMap(({ quotations }) => quotations),
    smallTalk: new Map(
      [...knowledge.smallTalk].map(([id, one]) => [id, { ...one, phrasings: thinned(one.phrasings, step) }]),
    ),
    outside: new Map([...knowledge.outside].map(([id, texts]) => [id, thinned(texts, step)])),
    hash: `${knowledge.hash} ${count} ${step}`,
  };
}
