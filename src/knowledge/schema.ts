/**
 * The shape of every YAML file under `knowledge/`. Files are parsed once, and never checked again. Objects are strict,
 * so that a misspelt or misplaced field is a problem with a line, not a silent loss.
 */
import { z } from 'zod';

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as "meeting-date"');
export const sentence = z.string().trim().min(1, 'this text is empty');
/** A text that a draft may leave empty. */
const toWrite = z.string().trim();
// A missing one gets the same message as every missing field.
const date = z.iso.date({
  error: ({ input }) => (input === undefined ? undefined : 'a date is written as 2025-05-16'),
});
const paragraph = z.int().min(1, 'paragraphs are numbered from 1');
const ids = z.array(id).default([]);

const correction = z.strictObject({ date, before: sentence });

/** Without a fragment, which is reserved for passages, and without characters that would end an address in markdown. */
const address = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https:\/\/[^\s()#]+$/.test(text),
    'a link begins with https:// and has no "#", no bracket and no blank',
  );

const articleFile = z.strictObject({
  /** Set while the article is being written: it is checked, but not served. */
  draft: z.boolean().optional(),
  headline: sentence,
  /** The article's name in sources if there are several; the publisher if absent. */
  short: sentence.max(60).optional(),
  date,
  publisher: sentence.max(100).optional(),
  url: address.optional(),
  /** The parties whose positions `positions.yaml` compares. */
  sides: z.array(sentence),
  /** Other sides that a speaker may have: a host, the press. */
  bystanders: z.array(sentence).default([]),
  topics: z
    .array(z.strictObject({ id, title: sentence.max(80), description: toWrite.max(100) }))
    .min(1, 'an article has at least one topic'),
  paragraphs: z
    .array(
      z.strictObject({
        gist: toWrite,
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'a fingerprint is 64 hexadecimal digits; `npm run check` prints the right one'),
        /** The fewest words at each end that occur nowhere else in the article, for a link to the paragraph. */
        passage: z.strictObject({ starts: sentence, ends: sentence.optional() }).optional(),
      }),
    )
    .min(1, 'an article has at least one paragraph'),
});

const speakersFile = z.strictObject({
  speakers: z.array(
    z.strictObject({
      id,
      name: sentence,
      /** The speaker's name in sources; `name` if absent. */
      short: sentence.optional(),
      role: toWrite,
      side: toWrite,
      aliases: z.array(sentence).default([]),
      /** Set if "he" or "she" may refer to the speaker. */
      person: z.boolean().default(false),
    }),
  ),
});

const factsFile = z.strictObject({
  topic: id,
  facts: z.array(
    z.strictObject({
      id,
      text: sentence,
      paragraphs: z.array(paragraph).min(1, 'a fact cites at least one paragraph'),
      said_by: id,
      about: ids,
      /** The fact of an earlier article that this one replaces. */
      supersedes: id.optional(),
      note: sentence.optional(),
      correction: correction.optional(),
    }),
  ),
});

const questionsFile = z.strictObject({
  topic: id,
  questions: z.array(
    z.strictObject({
      id,
      question: sentence.max(100, 'a question fits the 100 characters of an autocomplete choice'),
      answer: sentence,
      facts: z.array(id).min(1, 'an answer rests on at least one fact'),
      related: z.array(id).max(3, 'at most three related questions fit under an answer').default([]),
      note: sentence.optional(),
      correction: correction.optional(),
    }),
  ),
});

const gapsFile = z.strictObject({
  topic: id,
  gaps: z.array(
    z.strictObject({
      id,
      question: sentence.max(100, 'a question fits the 100 characters of an autocomplete choice'),
      answer: sentence,
      facts: z.array(id).min(1, 'a gap names the nearest facts that the article does state'),
      note: sentence.optional(),
      correction: correction.optional(),
    }),
  ),
});

/** Entry id → its phrasings. */
export const phrasingsFile = z.record(id, z.array(sentence));

const quotationsFile = z.strictObject({
  quotations: z.array(z.strictObject({ id, words: sentence, speaker: id, paragraph, context: toWrite, facts: ids })),
});

const timelineFile = z.strictObject({
  timeline: z.array(z.strictObject({ id, when: sentence, facts: z.array(id).min(1) })),
});

const positionsFile = z.strictObject({
  positions: z.array(
    z.strictObject({
      id,
      title: sentence.max(80),
      sides: z.array(
        z.strictObject({
          side: sentence,
          text: sentence,
          facts: ids,
        }),
      ),
    }),
  ),
});

const summaryFile = z.strictObject({
  summary: z.array(z.strictObject({ id, text: sentence, facts: z.array(id).min(1) })),
});

const contradictionsFile = z.strictObject({
  contradictions: z.array(
    z.strictObject({ id, text: sentence, facts: z.array(id).min(2, 'a contradiction has two sides') }),
  ),
});

export const headline = sentence.max(100, 'a headline of the series fits 100 characters');
export const lead = sentence.max(500, 'a lead fits 500 characters');

/** One theme for each post, in the order of the posts. */
const seriesFile = z.strictObject({
  series: z
    .array(
      z.strictObject({
        id,
        headline,
        /** Two sentences. */
        lead,
        /** The facts that the headline and lead rest on. */
        rests_on: z.array(id).min(1, 'a lead rests on at least one fact'),
        facts: z.array(id).min(3, 'a theme has three facts or four').max(4, 'a theme has three facts or four'),
        quotation: id.optional(),
        /** The question of the day: a question or a gap. */
        question: id,
        note: sentence.optional(),
      }),
    )
    .min(1, 'a series has at least one theme; without any, leave the file out'),
});

/** The files of one article, by their path inside its folder; `*` stands for a topic. */
export const articleFiles = {
  'article.yaml': articleFile,
  'speakers.yaml': speakersFile,
  'facts/*.yaml': factsFile,
  'questions/*.yaml': questionsFile,
  'gaps/*.yaml': gapsFile,
  'phrasings/*.yaml': phrasingsFile,
  'quotations.yaml': quotationsFile,
  'timeline.yaml': timelineFile,
  'positions.yaml': positionsFile,
  'summary.yaml': summaryFile,
  'contradictions.yaml': contradictionsFile,
  'series.yaml': seriesFile,
} as const;

/** The shared files, beside the articles' folders. */
export const sharedFiles = {
  /** Canonical term → words and spellings with the same meaning. */
  'words.yaml': z.strictObject({
    synonyms: z.record(sentence, z.array(sentence).min(1, 'a term has at least one other word')),
    /** Families of one proper name: a fact that says "French" is supported by a paragraph that says "France". */
    names: z.array(z.array(sentence).min(2, 'a family has at least two names')),
  }),
  /** What people say to the bot or about it, by subject. */
  'small-talk.yaml': z.record(
    id,
    z.strictObject({
      /** The bot's reply. */
      answer: sentence,
      /** The reply with several articles, if it differs. */
      of_several: sentence.optional(),
      /** A command that helps further, offered as a button. */
      shows: z.enum(['help', 'summary', 'source', 'privacy']).optional(),
      phrasings: z.array(sentence).min(1, 'small talk has at least one way to make it'),
    }),
  ),
  /** Phrasings that have nothing to do with any article, so that the bot learns to decline them. */
  'outside.yaml': z.record(id, z.array(sentence).min(1, 'a subject has at least one way to raise it')),
} as const;

export type FileOf<Path extends keyof typeof articleFiles> = z.infer<(typeof articleFiles)[Path]>;
export type SharedFileOf<Path extends keyof typeof sharedFiles> = z.infer<(typeof sharedFiles)[Path]>;
