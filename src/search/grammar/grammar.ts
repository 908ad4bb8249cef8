/** The function words of a language, as patterns for reading a question. */

/** What a question wants of an answer: a person, a time, a place, a reason, a number, a way, or yes or no. */
export type AskedFor = 'who' | 'which' | 'when' | 'where' | 'why' | 'how many' | 'how' | 'yes/no';

/** All patterns except `between` match the normalised words of a text, joined by spaces. */
export interface Grammar {
  /** Words that say nothing about the subject of a text. */
  readonly functionWords: ReadonlySet<string>;
  /** Words that say as little if there are few others. */
  readonly empty: ReadonlySet<string>;
  /** Words that point back to something said before. */
  readonly pointsBack: ReadonlySet<string>;
  /** A text that begins like this continues the previous question. */
  readonly goesOn: RegExp;
  /** A whole text that asks for the source of an answer. */
  readonly whoSaid: RegExp;
  /** A whole text that asks for more of the same. */
  readonly more: RegExp;
  /** A text that ends like this leaves out what it is about: "did they agree". */
  readonly breaksOff: RegExp;
  /** A question whose subject is a pronoun: "where should it take place". */
  readonly aboutIt: RegExp;
  /** A pronoun for a thing mentioned before. */
  readonly pronoun: RegExp;
  /** A pronoun for a person. */
  readonly personal: RegExp;
  /** Somebody says, thinks or announces something; their name stands as "@". */
  readonly says: RegExp;
  /** "The other side": the side that was not mentioned. */
  readonly otherSide: RegExp;
  /** The question word at the start, before the subject. */
  readonly lead: RegExp;
  /** Question words by type; those that are part of others come later. */
  readonly asking: readonly (readonly [AskedFor, RegExp])[];
  /** The first words of `asking`: a quick test, because most words of a question are none. */
  readonly begins: RegExp;
  /** A text that begins like this asks for yes or no, unless a question word follows. */
  readonly auxiliary: RegExp;
  /** "Can you tell me", "did they say": the real question follows. */
  readonly leadsOn: RegExp;
  /** Function words before the question proper. */
  readonly before: RegExp;
  /** An ending that asks for yes or no, whatever question word precedes it. */
  readonly tag: RegExp;
  /** A word that asks for yes or no if there is no question word. */
  readonly particle: RegExp;
  /** A word that joins two matters of one question; needs the flag `g`. */
  readonly joins: RegExp;
  /** In the text as typed: the boundary between two questions. */
  readonly between: RegExp;
}

/** A pattern that matches nothing. */
export const NOTHING = /(?!)/;
