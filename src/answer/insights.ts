/** What commands may ask about the questions of others and their votes; who keeps it, and where, is behind this. */

import type { Messages } from '../messages/messages.ts';
import type { Status } from '../search/decide.ts';

/** So many of the nearest questions are offered where an answer was not what was asked. */
export const NEAREST = 3;

/** Which answer a vote is about. */
export interface Trace {
  readonly entry: string;
  /** The nearest other entries, best first. */
  readonly near: readonly string[];
  /** The hash of the words it was asked in; null where the entry was chosen. */
  readonly text: string | null;
  /** The day it was asked: `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** By which whoever asked is known again, and by nobody else. */
  readonly mark: string;
}

/** What a person says of an answer. */
export type Vote =
  | { readonly helpful: true }
  /** `meant` is the entry that was meant, null for none of those offered; where it is not said, what was said before stays. */
  | { readonly helpful: false; readonly meant?: string | null };

export type DayCounts = { readonly day: string } & Readonly<Record<Status, number>>;

/** What was asked over some days, in a server or in all. */
export interface Insights {
  /** A row a day, oldest first, also where nothing was asked. Days are UTC. */
  readonly days: readonly DayCounts[];
  /** Entries by how often they were asked, most first. */
  readonly asked: readonly { readonly entry: string; readonly times: number }[];
  /** Questions that found nothing, most asked first: those that two people or more have asked. */
  readonly unanswered: readonly { readonly text: string; readonly times: number }[];
  /** How often something was asked that found nothing, and of which no words are shown. */
  readonly withheld: number;
  /** Entries that were said not to be what was asked, most first. */
  readonly unhelpful: readonly { readonly entry: string; readonly misfits: number; readonly helpful: number }[];
}

export interface InsightsService {
  /** How long anything is kept, in days. */
  readonly keptDays: number;
  /** Keeps a vote; it is kept when this resolves. */
  readonly vote: (guild: string | undefined, user: string, about: Trace, vote: Vote, now: number) => Promise<void>;
  /** The same, for who cannot wait. */
  readonly voteLater: (guild: string | undefined, user: string, about: Trace, vote: Vote, now: number) => void;
  /** Keeps a question's words for the curators, and nothing of who asks it; false if no words are left to keep. */
  readonly tell: (guild: string | undefined, words: string, now: number) => Promise<boolean>;
  /** A server's last so many days. */
  readonly of: (guild: string, days: number, now: number) => Promise<Insights>;
  /** The days as a picture, in PNG. */
  readonly chart: (days: readonly DayCounts[], messages: Messages, articles: 'one' | 'several') => Promise<Uint8Array>;
}
