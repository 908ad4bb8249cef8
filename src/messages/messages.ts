/** The catalogues: all that the bot says to people, a file a language in `languages/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import en from '../../languages/en.json' with { type: 'json' };
import { type Catalogue, createMessages, type MessageKey, type Messages } from './say.ts';

export type { Catalogue, MessageKey, Messages, Unsaid, Values } from './say.ts';

/** Whether there is a message of that key. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The language that every message is written in first, and that a missing one is said in. */
export const BASE_LANGUAGE = 'en';

export interface Catalogues {
  /** All that is said, in a language; in English if there is no catalogue of it. The same object each time. */
  readonly messagesIn: (language: string) => Messages;
  /** The languages that there is a catalogue of, English first. */
  readonly languagesSpoken: () => readonly string[];
  /** A language's own messages, with English in place of what it lacks. */
  readonly catalogueOf: (language: string) => Catalogue;
  /** What other languages say for a key that has no values, by language, without those that would say it in English. */
  readonly translationsOf: (key: MessageKey) => ReadonlyMap<string, string>;
}

type Translation = Partial<Catalogue>;

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
  const english = createMessages(BASE_LANGUAGE, en);
  const messages = new Map([[BASE_LANGUAGE, english]]);
  const catalogueOf = (language: string) => ({ ...en, ...translations().get(language) });
  const messagesIn = (language: string) => {
    const known = messages.get(language);
    if (known) return known;
    // A language that nobody speaks is not remembered, because people send any that they like.
    if (!translations().has(language)) return english;
    const made = createMessages(language, catalogueOf(language));
    messages.set(language, made);
    return made;
  };
  return {
    messagesIn,
    catalogueOf,
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
