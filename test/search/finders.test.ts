import { describe, expect, test } from 'vitest';
import { factFinder } from '../../src/search/find-facts.ts';
import { speakerFinder } from '../../src/search/find-speakers.ts';
import { english } from '../../src/search/grammar/english.ts';
import { realContext } from '../support/real.ts';

const { knowledge } = await realContext();

describe('facts by words', () => {
  const find = factFinder(knowledge, english);

  test('a truce is a ceasefire', () => {
    expect(find('truce')).toEqual(find('ceasefire'));
    expect(find('truce').every(({ text, topic }) => /ceasefire/i.test(text) || topic === 'ceasefire')).toBe(true);
  });

  test('a misspelt word is mended', () => {
    expect(find('prizoners')[0]).toBe(find('prisoners')[0]);
    expect(find('prisoners').length).toBeGreaterThan(0);
  });

  test.each(['Kyiv', 'Moscow', 'meeting', 'accept', 'talks Istanbul'])('facts that say %j come first', (typed) => {
    const says = ({ text }: { text: string }) =>
      typed.split(' ').every((word) => new RegExp(`\\b${word}`, 'i').test(text));
    const saying = [...knowledge.facts.values()].filter(says);
    expect(saying.length).toBeGreaterThan(0);
    expect(new Set(find(typed).slice(0, saying.length))).toEqual(new Set(saying));
  });

  test('every fact finds itself first, or one that says it all as well', () => {
    for (const fact of knowledge.facts.values()) expect(find(fact.text).slice(0, 3), fact.id).toContain(fact);
  });

  test.each(['', 'it was what they would have', 'banana', 'zxcv qwer', '🐟'])('%j bears on nothing', (words) => {
    expect(find(words)).toEqual([]);
  });
});

describe('speakers by name', () => {
  const find = speakerFinder(knowledge);
  const first = (typed: string) => find(typed)[0]?.id;

  test('each by every name and alias', () => {
    for (const { id, name } of knowledge.speakers.values()) expect(first(name)).toBe(id);
    for (const { aliases } of knowledge.speakers.values())
      for (const alias of aliases) expect(first(alias)).toBeDefined();
  });

  test.each([
    ['zelinsky', 'zelenskyy', 'a wrong letter'],
    ['Medvinsky', 'medinsky', 'a letter too many'],
    ['trum', 'trump', 'not typed to the end'],
    ['British PM', 'british-prime-minister', 'a nickname'],
    ['Türkiye', 'turkish-foreign-ministry', 'its own spelling'],
  ])('%j is %s: %s', (typed, id) => {
    expect(first(typed)).toBe(id);
  });

  test('all for nothing typed; nobody for nonsense', () => {
    expect(find('')).toEqual([...knowledge.speakers.values()]);
    expect(find('xyzzy')).toEqual([]);
    expect(find('🐟')).toEqual([]);
  });
});
