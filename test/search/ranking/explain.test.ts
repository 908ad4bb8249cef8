import { describe, expect, it } from 'vitest';
import { fitRanker } from '../../../src/search/ranking/index.ts';
import { library } from './examples.ts';

const ranker = fitRanker(library);

describe('explain', () => {
  it('names the five likeliest labels in the order of the ranking', () => {
    const { labels } = ranker.explain('lost card');
    const { ranked } = ranker.rank('lost card', 5);
    expect(labels.map(({ label, score }) => ({ label, score }))).toEqual(ranked);
  });

  it('gives the words and bigrams that counted, the strongest first', () => {
    const reasons = ranker.explain('I lost my card').labels[0]?.reasons ?? [];
    const features = reasons.map(({ feature }) => feature);
    expect(features).toEqual(expect.arrayContaining(['lost', 'card', 'i + lost', 'my + card', 'card + (ends)']));
    expect(new Set(features).size).toBe(features.length);
    const strengths = reasons.map(({ weight }) => Math.abs(weight));
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  });

  it('counts the n-grams of a word nobody knows for the word', () => {
    const reasons = ranker.explain('lost librarycard').labels[0]?.reasons ?? [];
    expect(reasons.find(({ feature }) => feature === 'librarycard')?.weight).toBeGreaterThan(0);
  });

  it('names a synonym by its term', () => {
    const knowing = fitRanker(library, { synonyms: new Map([['pass', 'card']]) });
    const reasons = knowing.explain('my pass').labels[0]?.reasons ?? [];
    expect(reasons.find(({ feature }) => feature === 'card')?.weight).toBeGreaterThan(0);
  });

  it('counts a telling word for its entry and against another', () => {
    const weightOf = (label: string) =>
      ranker
        .explain('card or room')
        .labels.find((explained) => explained.label === label)
        ?.reasons.find(({ feature }) => feature === 'room')?.weight ?? 0;
    expect(weightOf('reserve-room')).toBeGreaterThan(0);
    expect(weightOf('lost-card')).toBeLessThan(0);
  });

  it.each([
    ['overdeu charges', [{ word: 'overdeu', readAs: 'overdue' }], 'a slip is read as the word meant'],
    ['lost giraffe', [{ word: 'giraffe', readAs: null }], 'a word near no other stays unknown'],
    ['borrows', [], 'another form of a known word is known'],
  ])('unknown words of "%s"', (text, unknown, _reason) => expect(ranker.explain(text).unknown).toEqual(unknown));

  it('has reasons for nothing where nothing is known', () => {
    expect(ranker.explain('').labels[0]?.reasons).toEqual([]);
  });
});
