/** What the rest of the program asks of the search: one object per loaded knowledge, built once, read-only. */

import type { Entry, Fact, Speaker } from '../knowledge/knowledge.ts';
import type { Finding } from './decide.ts';
import type { Explanation } from './ranking/index.ts';

export interface Explained extends Explanation {
  /** Which side won, in a line. */
  readonly why: string;
}

export interface Search {
  /** A question in plain words: what it comes to, and the nearest entries. */
  readonly find: (question: string) => Finding;
  /** The nearest entries, best first, however far they are. */
  readonly nearest: (question: string) => readonly Entry[];
  /** Why a question comes to that: for people who write phrasings, and slower. */
  readonly explain: (question: string) => Explained;
  /** Entries for what was typed so far, letter by letter, best first; for nothing typed, the most useful ones. */
  readonly completeQuestion: (typed: string, limit: number) => readonly Entry[];
  /** Facts that bear on some words, best first. */
  readonly facts: (words: string) => readonly Fact[];
  /** Speakers by name, alias or spelling, best first. */
  readonly speakers: (name: string) => readonly Speaker[];
}
