/** What commands may ask about the questions of others and their votes; who keeps it, and where, is behind this. */
import type { Status } from './reply.ts';

/** Which answer a vote is about. */
export interface Trace {
  readonly entry: string;
  /** The nearest other entries, best first. */
  readonly near: readonly string[];
  /** The key of the words it was asked in; null where the entry was chosen. */
  readonly text: string | null;
  /** The keyed hash of whoever asked. */
  readonly asker: string;
}

/** What a person says of an answer. */
export type Vote =
  | { readonly helpful: true }
  /** `meant` is the entry that was meant; null for none of those offered. */
  | { readonly helpful: false; readonly meant: string | null };

export type DayCounts = { readonly day: string } & Readonly<Record<Status, number>>;

/** What was asked over some days, in a server or in all. */
export interface Insights {
  /** A row a day, oldest first, also where nothing was asked. Days are UTC. */
  readonly days: readonly DayCounts[];
  /** Entries by how often they were asked, most first. */
  readonly asked: readonly { readonly entry: string; readonly times: number }[];
  /** Questions that found nothing, most asked first: those that two people or more have asked. */
  readonly unanswered: readonly { readonly text: string; readonly times: number }[];
  /** How many questions that found nothing were asked by one person alone, so that no text is kept. */
  readonly withheld: number;
  /** Entries that were said not to be what was asked, most first. */
  readonly unhelpful: readonly { readonly entry: string; readonly misfits: number; readonly helpful: number }[];
}

export interface InsightsService {
  /** How long anything is kept, in days. */
  readonly keptDays: number;
  readonly say: (guild: string | undefined, user: string, about: Trace, vote: Vote, now: number) => Promise<void>;
  /** A server's last so many days. */
  readonly of: (guild: string, days: number, now: number) => Promise<Insights>;
  /** The days as a picture, in PNG. */
  readonly chart: (days: readonly DayCounts[]) => Promise<Uint8Array>;
}
