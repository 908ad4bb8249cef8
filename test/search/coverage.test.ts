import { describe, expect, test } from 'vitest';
import { withCoverage } from '../../src/search/coverage.ts';
import { decide } from '../../src/search/decide.ts';
import { english } from '../../src/search/grammar/english.ts';
import { one, smallWith, small as talks } from '../support/knowledge.ts';

const depth = one(talks.entries, 'lake-depth');
const phrasings = ['are there eels in the lake', 'did anybody catch an eel', 'how many eels', 'how many pike'];
const small = smallWith({ entries: [{ ...depth, id: 'other-fish', question: 'Does the lake hold eels?', phrasings }] });

const known = new Set('how many trout fish swim lake are there in the eels pike'.split(' '));

function found(text: string, confidence: number, scores: Record<string, number>) {
  const ranked = Object.entries(scores).map(([label, score]) => ({ label, score }));
  const result = decide({ ranked, confidence }, 'how many', small);
  const { status, parts, outside, why } = withCoverage(result, text, english, (word) => known.has(word));
  const [part] = parts;
  return { status, entry: part?.entry.id, alsoMissing: part?.alsoMissing?.id, outside, why };
}

describe('a question of unknown words', () => {
  test('is about something outside, and the reason names them', () => {
    const { status, outside, why } = found('how many quarks swim in protons', 0.5, { 'how-many-trout': 0.7 });
    expect([status, outside]).toEqual(['no_match', true]);
    expect(why).toContain('quarks, protons');
  });

  test('is answered if its entry is sure', () => {
    expect(found('how many quarks swim in protons', 0.7, { 'how-many-trout': 0.7 }).entry).toBe('how-many-trout');
  });

  test('is answered if few are unknown, and numbers do not count', () => {
    expect(found('how many trout swim in lochs 12 47', 0.5, { 'how-many-trout': 0.7 }).entry).toBe('how-many-trout');
  });
});

describe('a word that belongs to a gap', () => {
  const scores = { 'how-many-trout': 0.6, 'other-fish': 0.12 };

  test('has the gap mentioned in the answer', () => {
    expect(found('how many eels swim in the lake', 0.9, scores).alsoMissing).toBe('other-fish');
  });

  test('may be a number, such as a year', () => {
    const phrasings = ['how many trout in 2022', 'was 2022 a good year'];
    const knowledge = smallWith({ entries: [{ ...depth, id: 'other-year', question: 'How was 2022?', phrasings }] });
    const ranked = [
      { label: 'how-many-trout', score: 0.6 },
      { label: 'other-year', score: 0.12 },
    ];
    const result = decide({ ranked, confidence: 0.9 }, 'how many', knowledge);
    const { parts } = withCoverage(result, 'how many trout were there in 2022', english, () => true);
    expect(parts[0]?.alsoMissing?.id).toBe('other-year');
  });

  test('has not, if the entry is asked in that word, too', () => {
    expect(found('how many fish swim in the lake', 0.9, scores).alsoMissing).toBeUndefined();
  });

  test('has not, if the gap is far', () => {
    const far = { 'how-many-trout': 0.6, 'other-fish': 0.02 };
    expect(found('how many eels swim in the lake', 0.9, far).alsoMissing).toBeUndefined();
  });

  test('has not, if only one phrasing of the gap uses it', () => {
    expect(found('how many pike swim in the lake', 0.9, scores).alsoMissing).toBeUndefined();
  });
});
