/** What the rest of the program asks of the search: one object per loaded knowledge, built once, read-only. */

import type { Finding } from '../answer/decide.ts';
import type { Entry, Fact, Speaker } from '../knowledge/knowledge.ts';

export interface Search {
  /** A question in plain words: what it comes to, and the nearest entries. */
  readonly find: (question: string) => Finding;
  /** Entries for what was typed so far, letter by letter, best first; for nothing typed, the most useful ones. */
  readonly completeQuestion: (typed: string, limit: number) => readonly Entry[];
  /** Facts that bear on some words, best first. */
  readonly facts: (words: string) => readonly Fact[];
  /** Speakers by name, alias or spelling, best first. */
  readonly speakers: (name: string) => readonly Speaker[];
}
