/** The shape of a translation's YAML files: the texts of everything that has an id, by that id. */
import { z } from 'zod';
import { headline, id, lead, phrasingsFile, sentence } from './schema.ts';

const ofOne = <Value extends z.ZodType>(value: Value) => z.record(id, value);
const askedAndAnswered = ofOne(
  z.strictObject({
    question: sentence.max(100, 'a question fits the 100 characters of an autocomplete choice'),
    answer: sentence,
  }),
);

/**
 * The files of an article's translation, by their path inside `languages/LANGUAGE/` in its folder: the texts of
 * everything that has an id, by that id. What is left out is shown in English.
 */
export const translationFiles = {
  'article.yaml': z.strictObject({
    headline: sentence,
    short: sentence.max(60).optional(),
    /** The name of each side, by the English one. */
    sides: z.record(sentence, sentence).default({}),
    topics: ofOne(z.strictObject({ title: sentence.max(80), description: sentence.max(100) })).default({}),
    /** Each note of a fact, question or gap, by the English one. */
    notes: z.record(sentence, sentence).default({}),
    /** One gist for each paragraph, in order. */
    gists: z.array(sentence).default([]),
  }),
  'speakers.yaml': ofOne(
    z.strictObject({
      name: sentence,
      short: sentence.optional(),
      role: sentence,
      aliases: z.array(sentence).default([]),
    }),
  ),
  'facts/*.yaml': ofOne(sentence),
  'questions/*.yaml': askedAndAnswered,
  'gaps/*.yaml': askedAndAnswered,
  'phrasings/*.yaml': phrasingsFile,
  /** A translation of the words; the original is shown too. */
  'quotations.yaml': ofOne(z.strictObject({ words: sentence, context: sentence })),
  'timeline.yaml': ofOne(sentence),
  'positions.yaml': ofOne(z.strictObject({ title: sentence.max(80), sides: z.record(sentence, sentence) })),
  'summary.yaml': ofOne(sentence),
  'contradictions.yaml': ofOne(sentence),
  'series.yaml': ofOne(z.strictObject({ headline, lead })),
} as const;

/** Words and phrases as people type them. */
const typed = z.array(sentence).default([]);

/** The shared files of a language, by their path inside `languages/LANGUAGE/`. */
export const sharedTranslationFiles = {
  'small-talk.yaml': ofOne(
    z.strictObject({
      answer: sentence,
      of_several: sentence.optional(),
      phrasings: z.array(sentence).min(1, 'small talk has at least one way to make it'),
    }),
  ),
  'outside.yaml': ofOne(z.array(sentence).min(1, 'a subject has at least one way to raise it')),
  /** The function words of the language, for reading questions. */
  'grammar.yaml': z.strictObject({
    /** Question words, by what they ask for. */
    asks: z.strictObject({
      who: typed,
      which: typed,
      when: typed,
      where: typed,
      why: typed,
      'how many': typed,
      how: typed,
      what: typed,
      /** Words that mark a yes-or-no question. */
      'yes/no': typed,
    }),
    /** Words that join two questions: "and", "also". */
    joins: typed,
    /** Function words before the question proper: "so", "please tell me". */
    before: typed,
    /** Words that point back to something said before: "he", "that", "there". */
    points_back: typed,
    /** The same for a person: "he", "her". */
    person: typed,
    /** Words that stand for a thing mentioned before: "it", "that", "they". */
    thing: typed,
    /** Words that continue the previous question: "and", "what about". */
    goes_on: typed,
    /** Ways to ask for the source of an answer: "who said that". */
    who_said: typed,
    /** Whole texts that ask for more of the same: "anything else", "more details". */
    more: typed,
    /** Endings of a text that leaves out what it is about: "agree", "answered". */
    breaks_off: typed,
    /** Verbs with which somebody says, thinks or announces something: "said", "thinks". */
    says: typed,
    /** Words for the side that was not mentioned: "the other side". */
    other_side: typed,
    /** Words that say nothing about the subject of a text. */
    empty: typed,
    /** Words that no answer may begin with: "yes", "no". */
    verdicts: typed,
    /** How the language is typed in Latin letters: a letter or pair of letters, and its spellings. */
    latin: z.record(sentence, z.array(sentence).min(1)).optional(),
  }),
} as const;

export type TranslationOf<Path extends keyof typeof translationFiles> = z.infer<(typeof translationFiles)[Path]>;
export type SharedTranslationOf<Path extends keyof typeof sharedTranslationFiles> = z.infer<
  (typeof sharedTranslationFiles)[Path]
>;
