/** Recorded questions and votes as commands see them; the storage behind them is hidden. */
import type { OneOrSeveral } from '../knowledge/of-articles.ts';
import type { Messages } from '../messages/messages.ts';
import type { Status } from '../search/decide.ts';

/** How many of the nearest questions are offered if an answer was not what was asked. */
export const NEAREST = 3;

/** Which answer a vote is about. */
export interface Trace {
  readonly entry: string;
  /** The nearest other entries, best first. */
  readonly near: readonly string[];
  /** The hash of the words it was asked in; null if the entry was chosen. */
  readonly text: string | null;
  /** The day it was asked: `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** A mark by which the bot alone recognises whoever asked. */
  readonly mark: string;
}

/** A person's opinion of an answer. */
export type Vote =
  | { readonly helpful: true }
  /** `meant` is the entry that was meant, null for none of those offered; if it is absent, the previous value stays. */
  | { readonly helpful: false; readonly meant?: string | null };

export type DayCounts = { readonly day: string } & Readonly<Record<Status, number>>;

/** What was asked over some days, in one server or in all. */
export interface Insights {
  /** One row a day, oldest first, including days without questions. Days are UTC. */
  readonly days: readonly DayCounts[];
  /** Entries by how often they were asked, most first. */
  readonly asked: readonly { readonly entry: string; readonly times: number }[];
  /** Questions that found nothing, most asked first: only those that two people or more asked. */
  readonly unanswered: readonly { readonly text: string; readonly times: number }[];
  /** How many questions found nothing whose words are not shown. */
  readonly withheld: number;
  /** Entries voted not to be what was asked, most first. */
  readonly unhelpful: readonly { readonly entry: string; readonly misfits: number; readonly helpful: number }[];
}

export interface InsightsService {
  /** How long anything is kept, in days. */
  readonly keptDays: number;
  /** Stores a vote; it is stored when this resolves. */
  readonly vote: (guild: string | undefined, user: string, about: Trace, vote: Vote, now: number) => Promise<void>;
  /** The same without waiting. */
  readonly voteLater: (guild: string | undefined, user: string, about: Trace, vote: Vote, now: number) => void;
  /** Stores a question's words for the curators, without who asked; false if no words are left to store. */
  readonly tell: (guild: string | undefined, words: string, now: number) => Promise<boolean>;
  /** The insights of a server's last `days` days. */
  readonly of: (guild: string, days: number, now: number) => Promise<Insights>;
  /** A chart of the days, as PNG. */
  readonly chart: (days: readonly DayCounts[], messages: Messages, articles: OneOrSeveral) => Promise<Uint8Array>;
}
