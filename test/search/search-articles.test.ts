import { describe, expect, test } from 'vitest';
import { latestArticle } from '../../src/answer/sources.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { ALL_ASKED, MOST_ASKED } from '../../src/search/ask-articles.ts';
import type { SearchResult } from '../../src/search/decide.ts';
import { articleChooser, knownFeatures } from '../../src/search/likeliest-articles.ts';
import type { Search } from '../../src/search/search.ts';
import { searchArticles } from '../../src/search/search-articles.ts';
import { settle } from '../../src/search/settle.ts';
import { one, small, smallContext } from '../support/knowledge.ts';

const trout = one(small.entries, 'how-many-trout');
const depth = one(small.entries, 'lake-depth');
const article = latestArticle(small);

const nothing: SearchResult = {
  ...{ status: 'no_match', parts: [], unmatched: null, elsewhere: [], offered: [], goesOn: false },
  ...{ smallTalk: null, outside: false, asksBack: false, confidence: 0.5, why: '', candidates: [] },
};
const partOf = (entry: typeof trout) => ({ entry, alsoMissing: null, lacks: null });
const answers = (confidence: number, of: string): SearchResult => ({
  ...nothing,
  ...{ status: 'answered', confidence, parts: [partOf({ ...trout, id: of })] },
});
const leavesOpen = (confidence: number): SearchResult => ({
  ...nothing,
  ...{ status: 'not_stated', confidence, parts: [partOf(depth)] },
});
const chats = (confidence: number): SearchResult => ({
  ...nothing,
  confidence,
  smallTalk: one(small.smallTalk, 'greetings'),
});

/** What it comes to over results of articles, the newest first. */
function settled(...results: readonly SearchResult[]) {
  const { status, parts, elsewhere, smallTalk } = settle(results.map((result) => ({ article, result })));
  return smallTalk ? ['small talk'] : [status, ...[...parts, ...elsewhere].map(({ entry }) => entry.id)];
}

describe('of several articles', () => {
  test('the one that is surer answers', () => {
    expect(settled(answers(0.4, 'newer'), answers(0.95, 'older'))).toEqual(['answered', 'older']);
    expect(settled(answers(0.98, 'newer'), answers(0.62, 'older'))).toEqual(['answered', 'newer']);
  });

  test('two that are about as sure both answer, the newest first, and no third', () => {
    const found = settled(answers(0.9, 'newest'), answers(0.95, 'older'), answers(0.7, 'oldest'));
    expect(found).toEqual(['answered', 'newest', 'older']);
  });

  test('further ones that are about as sure are offered, the newest first', () => {
    const results = [answers(0.9, 'newest'), answers(0.95, 'older'), answers(0.7, 'third'), answers(0.65, 'fourth')];
    const { offered } = settle([...results, answers(0.5, 'not sure')].map((result) => ({ article, result })));
    expect(offered.map(({ id }) => id)).toEqual(['third', 'fourth']);
  });

  test('one that knows the very wording leaves room for another that is sure', () => {
    expect(settled(answers(0.85, 'newer'), answers(1, 'older'))).toEqual(['answered', 'newer', 'older']);
    expect(settled(answers(0.7, 'newer'), answers(1, 'older'))).toEqual(['answered', 'older']);
  });

  test('a gap is one only if no article settles it', () => {
    expect(settled(leavesOpen(0.95), answers(0.7, 'older'))).toEqual(['answered', 'older']);
    expect(settled(leavesOpen(0.95), answers(0.3, 'older'))).toEqual(['not_stated', 'lake-depth']);
    expect(settled(leavesOpen(0.3), nothing)).toEqual(['not_stated', 'lake-depth']);
  });

  test('small talk counts once, and less than an answer that is surer', () => {
    expect(settled(chats(0.9), chats(0.95))).toEqual(['small talk']);
    expect(settled(chats(0.9), answers(0.95, 'older'))).toEqual(['answered', 'older']);
    expect(settled(answers(0.6, 'newer'), chats(0.9))).toEqual(['small talk']);
  });

  test('what is about something else is so for all, if one is surer of it than another of an answer', () => {
    const elsewhere = { ...nothing, outside: true, confidence: 0.7 };
    expect(settled(answers(0.6, 'newer'), elsewhere)).toEqual(['no_match']);
    expect(settled(answers(0.8, 'newer'), elsewhere)).toEqual(['answered', 'newer']);
    expect(settled(leavesOpen(0.5), elsewhere)).toEqual(['no_match']);
  });

  test('nothing near anywhere is nothing near, or asked back if one article would', () => {
    expect(settled(nothing, nothing)).toEqual(['no_match']);
    expect(settle([nothing, { ...nothing, asksBack: true }].map((result) => ({ article, result }))).asksBack).toBe(
      true,
    );
  });
});

describe('an article that a question is not likeliest about', () => {
  const two: Knowledge = { ...small, articles: [article, { ...article, id: 'other', date: '2025-01-01' }] };
  /** What the likeliest finds and what the other one does come to. */
  function found(likeliest: SearchResult, other: SearchResult): SearchResult {
    const searchOf = (id: string): Search => ({
      ...smallContext.search,
      find: () => (id === 'other' ? other : likeliest),
    });
    return searchArticles(two, searchOf, (_question, ids) => ids.slice(0, 1)).find('how many?');
  }

  test('answers if it is sure and the likeliest is not', () => {
    expect(found(nothing, answers(0.9, 'other')).parts[0]?.entry.id).toBe('other');
    expect(found(leavesOpen(0.4), answers(0.7, 'other')).parts[0]?.entry.id).toBe('other');
  });

  test('says nothing if it is not sure, or does not answer', () => {
    expect(found(nothing, answers(0.5, 'other')).status).toBe('no_match');
    expect(found(nothing, leavesOpen(0.9)).status).toBe('no_match');
    expect(found(nothing, chats(0.9)).smallTalk).toBeNull();
  });

  test('is not asked if the likeliest answers, or is sure', () => {
    expect(found(answers(0.4, 'likeliest'), answers(0.95, 'other')).parts[0]?.entry.id).toBe('likeliest');
    expect(found(leavesOpen(0.9), answers(0.95, 'other')).status).toBe('not_stated');
  });
});

describe('of two articles', () => {
  const two: Knowledge = { ...small, articles: [article, { ...article, id: 'other', date: '2025-01-01' }] };
  const of = (id: string, result: SearchResult): SearchResult => ({
    ...result,
    parts: result.parts.map((part) => ({ ...part, entry: { ...part.entry, article: id } })),
  });
  const search = (newer: SearchResult, older: SearchResult, likeliest: (text: string) => readonly string[]) =>
    searchArticles(
      two,
      (id) => ({ ...smallContext.search, find: () => (id === 'other' ? of(id, older) : of(article.id, newer)) }),
      (text, among) => likeliest(text).filter((id) => among.includes(id)),
    );
  const all = two.articles.map(({ id }) => id);

  test('the one that knows whom a question names answers, however sure another is', () => {
    const knows = (text: string) => (text === 'ada stone' ? [article.id] : all);
    const { find } = search(answers(0.3, 'newer'), answers(0.98, 'older'), knows);
    expect(find('what did Ada Stone vote for?').parts.map(({ entry }) => entry.id)).toEqual(['newer']);
    expect(find('what did the council vote for?').parts.map(({ entry }) => entry.id)).toEqual(['older']);
  });

  test('what is suggested where none answers is of the likeliest', () => {
    const near = (id: string, score: number): SearchResult => ({
      ...nothing,
      candidates: [{ entry: { ...trout, id }, score }],
    });
    const { find } = search(near('newer', 0.9), near('older', 0.2), () => ['other', article.id]);
    expect(find('what of it?').candidates.map(({ entry }) => entry.id)).toEqual(['older']);
  });

  test('people go on about the one that answered before, unless it is not sure, or a word tells otherwise', () => {
    const before = { ...trout, article: article.id };
    const ids = (newer: SearchResult, likeliest = all) =>
      search(newer, answers(0.99, 'older'), () => likeliest)
        .find('how much would that cost?', before)
        .parts.map(({ entry }) => entry.id);
    expect(ids(leavesOpen(0.8))).toEqual(['lake-depth']);
    expect(ids(leavesOpen(0.4))).toEqual(['older']);
    expect(ids(leavesOpen(0.8), ['other'])).toEqual(['older']);
  });
});

describe('articles that no word of a question tells apart', () => {
  /** How many of a number of articles are asked. */
  function askedOf(count: number): number {
    const articles = Array.from({ length: count }, (_, at) => ({ ...article, id: `a${at}` }));
    const asked = new Set<string>();
    const searchOf = (id: string): Search => ({
      ...smallContext.search,
      find: () => {
        asked.add(id);
        return answers(0.9, id);
      },
    });
    searchArticles({ ...small, articles }, searchOf, (_question, ids) => ids).find('how many?');
    return asked.size;
  }

  test('are all asked if they are few, because any may be meant', () => {
    expect(askedOf(ALL_ASKED)).toBe(ALL_ASKED);
  });

  test('are the first few if they are many', () => {
    expect(askedOf(ALL_ASKED + 1)).toBe(MOST_ASKED);
  });
});

describe('the likeliest articles', () => {
  const features = new Map(
    Array.from({ length: 40 }, (_, at) => [
      `a${at}`,
      knownFeatures(['harbour', 'meeting', `zebra${at}q`, `${at}lantern`]),
    ]),
  );
  const all = [...features.keys()];
  const choose = articleChooser(features);
  const likeliest = (question: string) => choose(question, all);

  test('are those whose own words are asked in', () => {
    expect(likeliest('what of the zebra17q at the meeting')[0]).toBe('a17');
    expect(likeliest('what of the 33lanterns')[0]).toBe('a33');
  });

  test('are found by a word that is mistyped', () => {
    const known = ['trout', 'ferry', 'volcano', 'orchestra', 'glacier', 'parliament'];
    const own = articleChooser(new Map(known.map((word) => [word, knownFeatures([word])])));
    expect(own('the parlament', known)[0]).toBe('parliament');
    expect(own('orchstra?', known)[0]).toBe('orchestra');
  });

  test('are told apart if they are two', () => {
    const own = articleChooser(
      new Map(
        [
          ['trout', 'lake'],
          ['ferry', 'lake'],
        ].map((known) => [known.join(), knownFeatures(known)]),
      ),
    );
    expect(own('is there a ferry', ['trout,lake', 'ferry,lake'])).toEqual(['ferry,lake']);
    expect(own('how deep is the lake', ['trout,lake', 'ferry,lake'])).toEqual(['trout,lake', 'ferry,lake']);
  });

  test('are of those among which to choose, however likely another is', () => {
    expect(choose('the zebra17q, zebra18q, zebra19q, zebra20q or zebra21q', ['a3', 'a30', 'a21'])[0]).toBe('a21');
  });

  test('are all, in the order given, if no word tells them apart', () => {
    expect(likeliest('the meeting in the harbour')).toEqual(all);
    expect(likeliest('')).toEqual(all);
  });
});
