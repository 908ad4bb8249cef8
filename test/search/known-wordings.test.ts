/** What a curator wrote down is answered as they meant it, whatever the ranker makes of it. */
import { expect, test } from 'vitest';
import { tellsNothing } from '../../src/search/fragment.ts';
import { realContext } from '../support/real.ts';

const { languages } = await realContext();

/** Every so-many-th way to ask is asked: all would take a minute. */
const STEP = 11;

test.each(languages.spoken)('in %s, a way to ask an entry, word for word, gets that entry', (language) => {
  const { knowledge, search } = languages.in(language);
  const asked = [...knowledge.entries.values()].flatMap(({ id, phrasings }) =>
    phrasings
      .filter((text, at) => at % STEP === 0 && !tellsNothing(text, search.grammar))
      .map((text) => ({ id, text, found: search.find(text) })),
  );
  const others = asked.filter(({ id, found }) => found.parts[0]?.entry.id !== id || found.parts.length !== 1);
  expect(others.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  expect(asked.length).toBeGreaterThan(300);
});

test('capitals, marks and a trailing question mark make no other wording of it', () => {
  const { search } = languages.in('en');
  const { parts, why } = search.find('  WHO is (vladimir) MEDINSKY?! ');
  expect([parts[0]?.entry.id, why]).toEqual(['medinsky-who', expect.stringContaining('word for word')]);
});
