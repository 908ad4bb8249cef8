import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import en from '../../languages/en.json' with { type: 'json' };
import { openCatalogues } from '../../src/messages/messages.ts';
import { createMessages, type MessageKey } from '../../src/messages/say.ts';
import { emptyFolder } from '../support/folder.ts';
import type { english } from '../support/messages.ts';

const key: MessageKey = 'command.fact.title';
const other: MessageKey = 'command.fact.count';

/** Says a text of a language. */
function saying(language: string, text: string, values?: Parameters<typeof english.say>[1]) {
  return createMessages({ language, own: { [key]: text }, english: en }).say(key, values);
}

describe('a message', () => {
  test.each([
    ['en', 1, '1 fact'],
    ['en', 2, '2 facts'],
    ['uk', 1, '1 факт'],
    ['uk', 3, '3 факти'],
    ['uk', 5, '5 фактів'],
    ['uk', 21, '21 факт'],
  ])('in %s counts %i by the plurals of its language', (language, count, said) => {
    const text =
      language === 'en'
        ? '{count, plural, one {# fact} other {# facts}}'
        : '{count, plural, one {# факт} few {# факти} other {# фактів}}';
    expect(saying(language, text, { count })).toBe(said);
  });

  test.each([
    ['en', 'As of 16 May 2025'],
    ['uk', 'As of 16 травня 2025 р.'],
    ['ru', 'As of 16 мая 2025 г.'],
    ['tr', 'As of 16 Mayıs 2025'],
  ])('in %s writes a date as its language does', (language, said) => {
    expect(saying(language, 'As of {date, date, long}', { date: new Date('2025-05-16') })).toBe(said);
  });

  test.each(['2025-05-16T00:00:00Z', '2025-05-16T23:59:59Z'])('writes the day of %s in UTC, wherever it runs', (at) => {
    expect(saying('en', '{date, date, ::dMMM}', { date: new Date(at) })).toBe('16 May');
  });

  test('writes a number as its language does', () => {
    expect(saying('en', '{times, number}', { times: 12_345 })).toBe('12,345');
    expect(saying('tr', '{times, number}', { times: 12_345 })).toBe('12.345');
  });

  test('leaves Discord’s mentions as they are, and what stands in a value', () => {
    expect(saying('en', 'In <#400>: {typed}', { typed: '<b> {count} it’s' })).toBe('In <#400>: <b> {count} it’s');
  });

  test('says a value that is a message in the same language', () => {
    const own = { [key]: 'Чому: {reason}', [other]: 'ні' };
    const messages = createMessages({ language: 'uk', own, english: en });
    expect(messages.say(key, { reason: { key: other } })).toBe('Чому: ні');
  });

  test('is not said without a value that it names', () => {
    expect(() => saying('en', 'Of {days}')).toThrow('days');
  });
});

describe('the catalogues of a folder', () => {
  const folder = () => {
    const made = emptyFolder();
    writeFileSync(join(made, 'uk.json'), JSON.stringify({ [key]: 'Факти' }));
    writeFileSync(join(made, 'NOTES.txt'), 'none');
    return made;
  };

  test('are one a language, English among them', () => {
    expect(openCatalogues(folder()).languagesSpoken()).toEqual(['en', 'uk']);
  });

  test('say in English what they lack', () => {
    const messages = openCatalogues(folder()).messagesIn('uk');
    expect(messages.language).toBe('uk');
    expect([messages.say(key), messages.say('command.topics.title')]).toEqual(['Факти', 'Topics']);
    // In Ukrainian it is "21 fact", and "16 травня".
    expect(messages.say(other, { count: 21 })).toBe('21 facts');
    expect(messages.say('answer.sources.asOf', { date: new Date('2025-05-16') })).toBe('As of 16 May 2025');
  });

  test('give the same messages each time, and English for a language that there is none of', () => {
    const { messagesIn } = openCatalogues(folder());
    expect(messagesIn('uk')).toBe(messagesIn('uk'));
    expect(messagesIn('fr')).toBe(messagesIn('en'));
    expect(messagesIn('fr').language).toBe('en');
  });

  test('tell which of them have a message', () => {
    const { translationsOf } = openCatalogues(folder());
    expect(translationsOf(key)).toEqual(new Map([['uk', 'Факти']]));
    expect(translationsOf('command.topics.title')).toEqual(new Map());
  });

  test('name a file that is no JSON', () => {
    const made = folder();
    writeFileSync(join(made, 'tr.json'), '{');
    expect(() => openCatalogues(made).messagesIn('tr')).toThrow(/tr\.json cannot be read as JSON/);
  });
});
