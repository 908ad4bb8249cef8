/** The knowledge as the rest of the program sees it: read-only plain data, already checked for shape. */
import type { Passage } from '../text/link.ts';
import type { FileOf, SharedFileOf } from './schema.ts';
import type { SharedTranslationOf, TranslationOf } from './translation-schema.ts';

type Item<List> = List extends readonly (infer Value)[] ? Value : never;

/** The place of something in the YAML, so that a problem can name its line. */
export interface Place {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

export interface Placed {
  readonly place: Place;
}

interface OfArticle {
  readonly article: string;
}

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

interface Paragraph {
  readonly gist: string;
  readonly sha256: string;
  /** The first and last words of the paragraph, for a link to it. */
  readonly passage?: Passage | undefined;
}

/** An article's record: not its text, only what it is, and for each paragraph a gist and a fingerprint. */
export interface Article extends Placed {
  readonly id: string;
  readonly headline: string;
  /** Set while the article is being written: it is checked, but not served. */
  readonly draft?: boolean | undefined;
  /** Its name in sources if there are several articles; the publisher if absent. */
  readonly short?: string | undefined;
  /** ISO date; everything the bot says is true as of this day. */
  readonly date: string;
  readonly publisher?: string | undefined;
  /** The article's web address. */
  readonly url?: string | undefined;
  /** The parties whose positions are compared. */
  readonly sides: readonly string[];
  /** Other sides that a speaker may have: a host, the press. */
  readonly bystanders: readonly string[];
  readonly topics: readonly Topic[];
  readonly paragraphs: readonly Paragraph[];
  readonly timeline: readonly TimelinePoint[];
  readonly positions: readonly Position[];
  readonly summary: readonly SummaryPoint[];
  readonly contradictions: readonly Contradiction[];
  /** The themes of the daily posts, in order; may be empty. */
  readonly series: readonly Theme[];
}

export interface Speaker extends Placed, OfArticle {
  readonly id: string;
  readonly name: string;
  readonly short?: string | undefined;
  readonly role: string;
  /** One of the article's sides or bystanders. */
  readonly side: string;
  readonly aliases: readonly string[];
  /** Whether "he" or "she" may refer to the speaker. */
  readonly person: boolean;
}

export interface Correction {
  readonly date: string;
  readonly before: string;
}

interface Correctable {
  readonly note?: string | undefined;
  readonly correction?: Correction | undefined;
}

/** One statement in our own words, with its paragraphs and its source (a speaker's id, or `article`). */
export interface Fact extends Placed, OfArticle, Correctable {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly paragraphs: readonly number[];
  readonly said_by: string;
  readonly about: readonly string[];
  /** The fact of an earlier article that this one replaces. */
  readonly supersedes?: string | undefined;
}

interface EntryBase extends Placed, OfArticle, Correctable {
  readonly id: string;
  readonly topic: string;
  readonly question: string;
  readonly answer: string;
  readonly facts: readonly string[];
  readonly phrasings: readonly string[];
  /** The English entry, if this is a translation. */
  readonly original?: Entry;
}

/** A question that the article answers. */
export interface Question extends EntryBase {
  readonly kind: 'question';
  readonly related: readonly string[];
}

/** A related question that the article leaves open. */
export interface Gap extends EntryBase {
  readonly kind: 'gap';
}

export type Entry = Question | Gap;

export interface Quotation extends Placed, OfArticle, Readonly<Item<FileOf<'quotations.yaml'>['quotations']>> {
  /** The words in the language of the knowledge, if they were quoted in another. */
  readonly translation?: string;
}
export interface TimelinePoint extends Placed, Readonly<Item<FileOf<'timeline.yaml'>['timeline']>> {}
export interface Position extends Placed, Readonly<Item<FileOf<'positions.yaml'>['positions']>> {}
export interface SummaryPoint extends Placed, Readonly<Item<FileOf<'summary.yaml'>['summary']>> {}
export interface Contradiction extends Placed, Readonly<Item<FileOf<'contradictions.yaml'>['contradictions']>> {}
/** What one daily post is about. */
export interface Theme extends Placed, Readonly<Item<FileOf<'series.yaml'>['series']>> {}

/** Small talk: what people say to the bot itself, and its reply. */
export type SmallTalk = Readonly<SharedFileOf<'small-talk.yaml'>[string]>;

type ById<Value> = ReadonlyMap<string, Value>;

/** The function words of a language, for reading questions. */
export type GrammarWords = SharedTranslationOf<'grammar.yaml'>;

/** The texts of the knowledge in another language, by id; what is missing is not translated. */
export interface Translation {
  readonly articles: ById<TranslationOf<'article.yaml'>>;
  readonly speakers: ById<TranslationOf<'speakers.yaml'>[string]>;
  readonly facts: ById<string>;
  readonly entries: ById<TranslationOf<'questions/*.yaml'>[string]>;
  readonly phrasings: ById<readonly string[]>;
  readonly quotations: ById<TranslationOf<'quotations.yaml'>[string]>;
  readonly timeline: ById<string>;
  readonly positions: ById<TranslationOf<'positions.yaml'>[string]>;
  readonly summary: ById<string>;
  readonly contradictions: ById<string>;
  readonly series: ById<TranslationOf<'series.yaml'>[string]>;
  readonly smallTalk: ById<SharedTranslationOf<'small-talk.yaml'>[string]>;
  readonly outside: ById<readonly string[]>;
  readonly grammar?: GrammarWords | undefined;
}

export interface Knowledge {
  /** The language of the texts; "en" except in a translation. */
  readonly language: string;
  /** By language. */
  readonly translations: ReadonlyMap<string, Translation>;
  readonly articles: readonly Article[];
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Questions and gaps, by id, in the order of the files. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly quotations: readonly Quotation[];
  /** Small talk, by subject. */
  readonly smallTalk: ReadonlyMap<string, SmallTalk>;
  /** Subjects outside every article: name → phrasings. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
  /** Normalised word or phrase → its canonical term. */
  readonly synonyms: ReadonlyMap<string, string>;
  /** Families of one proper name. */
  readonly names: readonly (readonly string[])[];
  /** SHA-256 over all files, the same for the same knowledge. */
  readonly hash: string;
}
