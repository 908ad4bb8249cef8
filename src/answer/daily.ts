/** What commands may ask about the daily post; who keeps it, and where, is behind this. */
import type { MessageKey, Messages, Unsaid } from '../messages/messages.ts';

/** What a server wants: local wall-clock time in a channel. */
export interface Schedule {
  readonly guild: string;
  readonly channel: string;
  /** `HH:MM` */
  readonly time: string;
  /** IANA name */
  readonly zone: string;
}

/** A local date (`YYYY-MM-DD`) and its moment, in milliseconds since 1970. */
export interface Due {
  readonly date: string;
  readonly at: number;
}

/** Why a post was not made: a message, or somebody else's own words, such as an error's. */
export type Reason = Unsaid | string;

/** A reason in a language. */
export function reasonIn({ say }: Messages, reason: Reason): string {
  return typeof reason === 'string' ? reason : say(reason.key, reason.values);
}

/** A server's schedule and how it went. Moments are milliseconds since 1970. */
export interface Daily {
  readonly schedule: Schedule;
  readonly next: Due;
  /** Set where it was given up after days of refusals. */
  readonly pausedAt: number | null;
  /** The post that has been tried and is neither made nor given up. */
  readonly underWay: {
    readonly date: string;
    readonly attempts: number;
    /** Whether an attempt may have posted. */
    readonly isUnclear: boolean;
    readonly reason: Reason;
  } | null;
  readonly delivered: { readonly at: number; readonly channel: string; readonly message: string } | null;
  readonly failed: { readonly at: number; readonly reason: Reason } | null;
}

/** A question and how often it was asked. */
export interface Asked {
  readonly question: string;
  readonly times: number;
}

export interface DailyService {
  /** Keeps the schedule and gives the first post, or only the names of what the bot may not do in that channel. */
  readonly set: (
    schedule: Schedule,
    now: number,
  ) => Promise<{ readonly missing: readonly MessageKey[] } | { readonly next: Due }>;
  readonly get: (guild: string) => Promise<Daily | null>;
  /** What the server asked most on the day before a date. */
  readonly askedBefore: (guild: string, date: string) => Promise<readonly Asked[]>;
  /** Whether there was one to end. */
  readonly end: (guild: string) => Promise<boolean>;
}
