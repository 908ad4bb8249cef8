/** The catalogues: all of the bot's messages, one file for each language in `languages/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import en from '../../languages/en.json' with { type: 'json' };
import { createMessages, type MessageKey, type Messages, type Texts } from './say.ts';

export type { MessageKey, Messages, Unsaid, Values } from './say.ts';

/** Whether there is a message with a key. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The language in which every message is written first, and the fallback for missing ones. */
export const BASE_LANGUAGE = 'en';

/** The language of a locale, such as "uk" for "uk" and "pt" for "pt-BR", if it is one of those spoken; else English. */
export function languageOfLocale(locale: string, spoken: readonly string[]): string {
  const [language = ''] = locale.split('-');
  return [locale, language].find((one) => spoken.includes(one)) ?? BASE_LANGUAGE;
}

export interface Catalogues {
  /** All messages in a language; in English if it has no catalogue. The same object each time. */
  readonly messagesIn: (language: string) => Messages;
  /** The languages with a catalogue, English first. */
  readonly languagesSpoken: () => readonly string[];
  /** The texts from which `messagesIn` makes a language's messages, for use elsewhere, as in a browser. */
  readonly textsOf: (language: string) => Texts;
  /** The translations of a message without placeholders, by language; languages without a translation are left out. */
  readonly translationsOf: (key: MessageKey) => ReadonlyMap<string, string>;
}

type Translation = Texts['own'];

function read(file: string): Translation {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** The catalogues of a folder, and English. Each is read when it is first needed. */
export function openCatalogues(folder: string): Catalogues {
  let found: ReadonlyMap<string, Translation> | undefined;
  const translations = () => {
    found ??= new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => [basename(file, '.json'), read(join(folder, file))] as const)
        .filter(([language]) => language !== BASE_LANGUAGE),
    );
    return found;
  };
  const textsOf = (language: string): Texts => {
    const own = language === BASE_LANGUAGE ? undefined : translations().get(language);
    return own ? { language, own, english: en } : { language: BASE_LANGUAGE, own: en, english: en };
  };
  const messages = new Map<string, Messages>();
  const messagesIn = (asked: string) => {
    const known = messages.get(asked);
    if (known) return known;
    const texts = textsOf(asked);
    const made = messages.get(texts.language) ?? createMessages(texts);
    // Looked up by name: requests can contain any language.
    messages.set(made.language, made);
    return made;
  };
  return {
    messagesIn,
    textsOf,
    languagesSpoken: () => [BASE_LANGUAGE, ...translations().keys()],
    translationsOf: (key) => {
      const translated = [...translations()].filter(([, texts]) => texts[key] !== undefined);
      return new Map(translated.map(([language]) => [language, messagesIn(language).say(key)]));
    },
  };
}

/** The program's own catalogues. */
export const catalogues = openCatalogues(join(import.meta.dirname, '../../languages'));
export const { messagesIn, languagesSpoken } = catalogues;
