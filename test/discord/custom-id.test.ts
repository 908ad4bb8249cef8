import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWiring, encodeWiring, type Wiring } from '../../src/discord/custom-id.ts';

const text = fc.string({ maxLength: 12, unit: 'grapheme' }).filter((value) => value.isWellFormed());
const name = text.filter((value) => value.length > 0 && value !== '__proto__');
const wiring: fc.Arbitrary<Wiring> = fc
  .record({
    action: fc.record({ command: name, options: fc.dictionary(name, text, { maxKeys: 3, noNullPrototype: true }) }),
    shows: fc.constantFrom('new' as const, 'replace' as const),
    language: fc.constantFrom('en', 'uk', 'pt-BR'),
    slot: fc.option(name, { nil: undefined }),
  })
  .map(({ slot, ...rest }) => (slot === undefined ? rest : { ...rest, slot }));

test('an action comes back as it went, whatever stands in it', () => {
  fc.assert(
    fc.property(wiring, (given) => {
      const id = encodeWiring(given);
      fc.pre(id !== null);
      expect(id.length).toBeLessThanOrEqual(100);
      expect(decodeWiring(id)).toEqual(given);
    }),
  );
});

test('an id reads plainly, with the separators of values escaped', () => {
  const action = { command: 'fact', options: { topic: 'aid', search: 'a|b=c%' } };
  expect(encodeWiring({ action, shows: 'replace', language: 'en' })).toBe('1r|fact|topic=aid|search=a%7Cb%3Dc%25');
  const menu = { action: { command: 'topics', options: {} }, shows: 'new', slot: 'topic' } as const;
  expect(encodeWiring({ ...menu, language: 'en' })).toBe('1n|topics|topic');
  expect(encodeWiring({ ...menu, language: 'uk' }, 2)).toBe('1n2~uk|topics|topic');
});

test('components with the same action are told apart, and mean the same', () => {
  const wiring = { action: { command: 'ask', options: {} }, shows: 'new', slot: 'question', language: 'en' } as const;
  const [first, second] = [encodeWiring(wiring), encodeWiring(wiring, 1)];
  expect([first, second]).toEqual(['1n|ask|question', '1n1|ask|question']);
  expect(decodeWiring(second ?? '')).toEqual(wiring);
});

test('100 characters fit, 101 do not', () => {
  const of = (length: number) =>
    encodeWiring({ action: { command: 'a', options: { b: 'c'.repeat(length) } }, shows: 'new', language: 'en' });
  expect(of(93)).toHaveLength(100);
  expect(of(94)).toBeNull();
});

test.each(['', '0n|ask|question=x', 'ask', '1n', '1n|', '1n|ask|a=b=c', '1n|ask|a=%', '1n|ask|a|b', 'x'.repeat(100)])(
  'an outdated or garbled id %j is nobody’s action',
  (id) => expect(decodeWiring(id)).toBeNull(),
);
