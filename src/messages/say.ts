/** Formats messages in ICU MessageFormat, in one language. It reads no files, so that a browser can use it too. */
import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import type en from '../../languages/en.json';

export type MessageKey = keyof typeof en;

/** The text of every message, by its key. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** A message whose language is not known yet. */
export interface Unsaid {
  readonly key: MessageKey;
  readonly values?: Values;
}

/** The values of a message's placeholders; a value that is itself a message is formatted in the same language. */
export interface Values {
  readonly [name: string]: string | number | Date | Unsaid;
}

/** All of the bot's messages, in one language. */
export interface Messages {
  readonly language: string;
  /** The locale for `Intl`, with a country if it matters for dates. */
  readonly locale: string;
  /**
   * Formats a message with its values. Dates are in UTC.
   * @throws if a value for a placeholder is missing, or if the message is not valid ICU MessageFormat.
   */
  readonly say: (key: MessageKey, values?: Values) => string;
}

/** English is British English. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB' };

/** Memoises `make` by its arguments: an `Intl` formatter is slow to create. */
function once<Args extends readonly unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    const value = made.get(key) ?? make(...args);
    made.set(key, value);
    return value;
  };
}

/** Shared by all messages; dates are in UTC, so that they do not depend on where the program runs. */
const formatters: Formatters = {
  getNumberFormat: once((locale, options) => new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions)),
  getDateTimeFormat: once((locale, options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })),
  getPluralRules: once((locale, options) => new Intl.PluralRules(locale, options)),
};

/** A message without these characters needs no formatting. */
const SYNTAX = /[{}']/;

type Say = (values: Record<string, string | number | Date>) => string;

function compile(text: string, locale: string): Say {
  if (!SYNTAX.test(text)) return () => text;
  // Discord's mentions look like tags.
  const message = new IntlMessageFormat(text, locale, undefined, { formatters, ignoreTag: true });
  return (values) => String(message.format(values));
}

/** The texts of a language, and the English ones for those that are missing. */
export interface Texts {
  readonly language: string;
  readonly own: Partial<Catalogue>;
  readonly english: Catalogue;
}

const localeOf = (language: string) => LOCALES[language] ?? language;

/** The messages of a language. Each is compiled when it is first used. */
export function createMessages({ language, own, english }: Texts): Messages {
  const locale = localeOf(language);
  const compiled = new Map<MessageKey, Say>();
  const compileOwn = (key: MessageKey) => {
    const text = own[key];
    // An English fallback uses English plurals and dates.
    return text === undefined ? compile(english[key], localeOf('en')) : compile(text, locale);
  };
  const say = (key: MessageKey, values: Values = {}): string => {
    const message = compiled.get(key) ?? compileOwn(key);
    compiled.set(key, message);
    return message(saidIn(values));
  };
  const saidIn = (values: Values) => {
    const said: Record<string, string | number | Date> = {};
    for (const [name, value] of Object.entries(values)) {
      said[name] = typeof value === 'object' && 'key' in value ? say(value.key, value.values) : value;
    }
    return said;
  };
  return { language, locale, say };
}
