/** The small words of a language, in the forms in which a question is read by them. */

/** What a question wants of an answer: a person, a time, a place, a reason, a number, a way, or yes or no. */
export type AskedFor = 'who' | 'which' | 'when' | 'where' | 'why' | 'how many' | 'how' | 'yes/no';

/** All forms but `between` are held against words as `words` gives them, joined by blanks. */
export interface Grammar {
  /** Words that say nothing of what a text is about. */
  readonly functionWords: ReadonlySet<string>;
  /** Words that are as empty when little else is said. */
  readonly empty: ReadonlySet<string>;
  /** Words that point back at something that was said. */
  readonly pointsBack: ReadonlySet<string>;
  /** What begins like this goes on with what was asked. */
  readonly goesOn: RegExp;
  /** A whole text that asks whose words an answer rests on. */
  readonly whoSaid: RegExp;
  /** A whole text that asks for more of the same. */
  readonly more: RegExp;
  /** What ends like this leaves out what it is about: "did they agree". */
  readonly breaksOff: RegExp;
  /** A word that stands for what was spoken of. */
  readonly pronoun: RegExp;
  /** A word that stands for a person. */
  readonly personal: RegExp;
  /** The one that was not spoken of. */
  readonly otherSide: RegExp;
  /** The word that makes a question one of what it asks, in front of what it is about. */
  readonly lead: RegExp;
  /** Words that ask, at the place where they stand; those that are part of others later. */
  readonly asking: readonly (readonly [AskedFor, RegExp])[];
  /** A word with which one of `asking` may begin: most words of a question are none. */
  readonly begins: RegExp;
  /** A text that begins so asks for yes or no, unless what is asked comes after. */
  readonly auxiliary: RegExp;
  /** "Can you tell me", "did they say": what is asked comes after. */
  readonly leadsOn: RegExp;
  /** Small words before the question proper. */
  readonly before: RegExp;
  /** An end that asks for yes or no, whatever word that asks stands before it. */
  readonly tag: RegExp;
  /** What asks for yes or no if no other word asks. */
  readonly particle: RegExp;
  /** What joins two matters of one question; `g`. */
  readonly joins: RegExp;
  /** In a text as typed: what stands between two questions. */
  readonly between: RegExp;
}

/** A form that nothing has. */
export const NOTHING = /(?!)/;
