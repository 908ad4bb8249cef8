/** The catalogues in `languages/`: every message is one, is said somewhere, and is translated as it is meant to be. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { calledName, type Node, sources, within } from './source.ts';

const FOLDER = join(import.meta.dirname, '../../languages');
const catalogues = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return { language: basename(file, '.json'), text, messages: JSON.parse(text) as Readonly<Record<string, string>> };
});
const english = catalogues.find(({ language }) => language === 'en')?.messages ?? {};

/** Discord's limit for a description or a name of a choice. */
const DESCRIPTION = 100;
const isDescription = (key: string) => /^command\..*(?:\.description|\.option\.[\w.]+)$/.test(key);

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** As in `@formatjs/icu-messageformat-parser`, whose enumeration is not exported from here. */
const TYPE = { literal: 0, date: 3, plural: 6, pound: 7 };

/** A message's parts that are not its own text, also those inside a choice between several. */
function placeholders(elements: readonly Element[]): readonly (Element & { readonly value: string })[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inside = 'options' in element ? Object.values(element.options).flatMap(({ value }) => value) : [];
    return [element as Element & { value: string }, ...placeholders(inside)];
  });
}

const parse = (text: string, language: string) =>
  placeholders(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());

/** The names that a message has to be given, with those of dates marked: any other way to write one shows its inside. */
const namesIn = (text: string, language: string) =>
  [
    ...new Set(parse(text, language).map(({ type, value }) => (type === TYPE.date ? `${value} as date` : value))),
  ].sort();

/** The forms that whole numbers take in a language. */
function formsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)))];
}

/** Beneath every answer; in one row, a phone of 390 pixels has room for so many characters of them. */
const UNDER_AN_ANSWER = ['answer.sourcesButton', 'insights.afterAnswer.helpful', 'insights.afterAnswer.notAsked'];
const ROW_ON_A_PHONE = 24;

describe.each(catalogues)('the catalogue of $language', ({ language, text, messages }) => {
  test('has each key once', () => {
    expect([...text.matchAll(/^ {2}"((?:[^"\\]|\\.)+)":/gm)].length).toBe(Object.keys(messages).length);
  });

  test('has buttons for an answer that fit beside one another on a phone', () => {
    const labels = UNDER_AN_ANSWER.map((key) => messages[key] ?? '').join('');
    expect(labels.length, labels).toBeLessThanOrEqual(ROW_ON_A_PHONE);
  });

  test('is a language that Intl knows', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([language])).toEqual([language]);
  });

  test.each(Object.entries(messages))('%s', (key, message) => {
    expect(Object.keys(english)).toContain(key);
    expect(namesIn(message, language)).toEqual(namesIn(english[key] ?? '', 'en'));
    for (const element of parse(message, language)) {
      if (!('options' in element) || element.type !== TYPE.plural) continue;
      expect(Object.keys(element.options)).toEqual(expect.arrayContaining([...formsOf(language)]));
    }
    expect(message.trim()).not.toBe('');
    if (isDescription(key)) expect(message.length).toBeLessThanOrEqual(DESCRIPTION);
  });
});

describe('English', () => {
  const code = sources(['src/**/*.ts', 'commands/*.ts'], ['**/*.as.ts']);

  test('holds nothing that is not said', () => {
    const unsaid = Object.keys(english).filter((key) => !code.some(({ text }) => text.includes(`'${key}'`)));
    expect(unsaid).toEqual([]);
  });

  /** Calls with a key and an object, as they stand: `say('…', { … })`, and `{ key: '…', values: { … } }`. */
  const said = code.flatMap(({ file, tree }) =>
    within(tree).flatMap((node) => {
      if (node.type !== 'CallExpression' || !['say', 'privateLine'].includes(calledName(node))) return [];
      const given = node.arguments as readonly Node[];
      const at = given.findIndex(({ type, value }) => type === 'Literal' && typeof value === 'string');
      const key = String(given[at]?.value);
      const values = given[at + 1];
      if (at === -1 || (values && values.type !== 'ObjectExpression')) return [];
      const properties = (values?.properties ?? []) as readonly { readonly key?: Node }[];
      return [{ file, key, names: properties.map((property) => String(property.key?.name)).sort() }];
    }),
  );

  test('gets the values that its messages name', () => {
    expect(said.length).toBeGreaterThan(100);
    const wanted = said.map(({ file, key }) => {
      const names = namesIn(english[key] ?? '', 'en').map((name) => name.replace(' as date', ''));
      return { file, key, names };
    });
    expect(said).toEqual(wanted);
  });
});
