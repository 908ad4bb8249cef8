/** The catalogues: all that the bot says to people, a file a language in `languages/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import en from '../../languages/en.json' with { type: 'json' };
import { createMessages, type MessageKey, type Messages, type Texts } from './say.ts';

export type { MessageKey, Messages, Unsaid, Values } from './say.ts';

/** Whether there is a message of that key. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The language that every message is written in first, and that a missing one is said in. */
export const BASE_LANGUAGE = 'en';

export interface Catalogues {
  /** All that is said, in a language; in English if there is no catalogue of it. The same object each time. */
  readonly messagesIn: (language: string) => Messages;
  /** The languages that there is a catalogue of, English first. */
  readonly languagesSpoken: () => readonly string[];
  /** What `messagesIn` makes of the same language, for whoever is to say it elsewhere. */
  readonly textsOf: (language: string) => Texts;
  /** What other languages say for a key that has no values, by language, without those that would say it in English. */
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

/** The catalogues of a folder, beside English. Each is read when it is first needed. */
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
    // By its own language: people send any that they like.
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

/** Those of the program. */
export const catalogues = openCatalogues(join(import.meta.dirname, '../../languages'));
export const { messagesIn, languagesSpoken } = catalogues;
