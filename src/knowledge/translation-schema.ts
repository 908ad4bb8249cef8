/** The shape of the YAML files of a translation: the words of everything that has an id, by that id. */
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
 * Files of an article's translation, by their path inside `languages/LANGUAGE/` in its folder: the words of everything
 * that has an id, by that id. What is left out is shown in English.
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
    /** A gist a paragraph, in order. */
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
  /** A translation of the words, which are shown as they were spoken too. */
  'quotations.yaml': ofOne(z.strictObject({ words: sentence, context: sentence })),
  'timeline.yaml': ofOne(sentence),
  'positions.yaml': ofOne(z.strictObject({ title: sentence.max(80), sides: z.record(sentence, sentence) })),
  'summary.yaml': ofOne(sentence),
  'contradictions.yaml': ofOne(sentence),
  'series.yaml': ofOne(z.strictObject({ headline, lead })),
} as const;

/** Words and phrases, each as people type it. */
const typed = z.array(sentence).default([]);

/** Files of a language that serve every article, by their path inside `languages/LANGUAGE/`. */
export const sharedTranslationFiles = {
  'small-talk.yaml': ofOne(
    z.strictObject({
      answer: sentence,
      of_several: sentence.optional(),
      phrasings: z.array(sentence).min(1, 'small talk has at least one way to make it'),
    }),
  ),
  'outside.yaml': ofOne(z.array(sentence).min(1, 'a subject has at least one way to raise it')),
  /** The small words of the language, by which a question is read. */
  'grammar.yaml': z.strictObject({
    /** What a question asks for, by the words that ask it. */
    asks: z.strictObject({
      who: typed,
      which: typed,
      when: typed,
      where: typed,
      why: typed,
      'how many': typed,
      how: typed,
      what: typed,
      /** Words that make a question one to be answered by yes or no. */
      'yes/no': typed,
    }),
    /** Words that join two questions: "and", "also". */
    joins: typed,
    /** Small words before a question proper: "so", "please tell me". */
    before: typed,
    /** Words that point back at something that was said: "he", "that", "there". */
    points_back: typed,
    /** The same of a person: "he", "her". */
    person: typed,
    /** What goes on with what was asked: "and", "what about". */
    goes_on: typed,
    /** Ways to ask whose words an answer rests on: "who said that". */
    who_said: typed,
    /** Words for the one that was not spoken of: "the other side". */
    other_side: typed,
    /** Words that tell nothing of what a text is about. */
    empty: typed,
    /** What no answer may open with: "yes", "no". */
    verdicts: typed,
    /** How the language is typed in Latin letters: a letter or a pair of its alphabet, and their spellings. */
    latin: z.record(sentence, z.array(sentence).min(1)).optional(),
  }),
} as const;

export type TranslationOf<Path extends keyof typeof translationFiles> = z.infer<(typeof translationFiles)[Path]>;
export type SharedTranslationOf<Path extends keyof typeof sharedTranslationFiles> = z.infer<
  (typeof sharedTranslationFiles)[Path]
>;
