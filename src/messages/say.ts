/** Messages in ICU MessageFormat, said in one language. It reads no files, so that a browser can use it too. */
import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import type en from '../../languages/en.json';

export type MessageKey = keyof typeof en;

/** The text of every message, by its key. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** A message that is to be said in a language that is not known yet. */
export interface Unsaid {
  readonly key: MessageKey;
  readonly values?: Values;
}

/** What a message's placeholders stand for; one that is itself a message is said in the same language. */
export interface Values {
  readonly [name: string]: string | number | Date | Unsaid;
}

/** All that the bot says, in one language. */
export interface Messages {
  readonly language: string;
  /** The same for `Intl`, with a country if it matters for dates. */
  readonly locale: string;
  /**
   * A message with its values. Dates are written in UTC.
   * @throws if a value is missing that the message names, or if the message is no ICU MessageFormat.
   */
  readonly say: (key: MessageKey, values?: Values) => string;
}

/** English is written as in Britain. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB' };

/** What `make` gives for some arguments, made once: a formatter of `Intl` takes long to make. */
function once<Args extends readonly unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    const value = made.get(key) ?? make(...args);
    made.set(key, value);
    return value;
  };
}

/** Shared by all messages; a day has no zone, so it is the same day wherever the program runs. */
const formatters: Formatters = {
  getNumberFormat: once((locale, options) => new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions)),
  getDateTimeFormat: once((locale, options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })),
  getPluralRules: once((locale, options) => new Intl.PluralRules(locale, options)),
};

/** Without these, a message is its own text. */
const SYNTAX = /[{}']/;

type Say = (values: Record<string, string | number | Date>) => string;

function compile(text: string, locale: string): Say {
  if (!SYNTAX.test(text)) return () => text;
  // Discord's mentions look like tags.
  const message = new IntlMessageFormat(text, locale, undefined, { formatters, ignoreTag: true });
  return (values) => String(message.format(values));
}

/** The texts of a language, and the English ones for what it lacks. */
export interface Texts {
  readonly language: string;
  readonly own: Partial<Catalogue>;
  readonly english: Catalogue;
}

const localeOf = (language: string) => LOCALES[language] ?? language;

/** The messages of a language. Each is compiled when it is first said. */
export function createMessages({ language, own, english }: Texts): Messages {
  const locale = localeOf(language);
  const compiled = new Map<MessageKey, Say>();
  const compileOwn = (key: MessageKey) => {
    const text = own[key];
    // English has its own plurals and dates.
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
