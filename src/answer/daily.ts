/** What commands may ask about the daily post; who keeps it, and where, is behind this. */

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
    readonly reason: string;
  } | null;
  readonly delivered: { readonly at: number; readonly channel: string; readonly message: string } | null;
  readonly failed: { readonly at: number; readonly reason: string } | null;
}

/** A question and how often it was asked. */
export interface Asked {
  readonly question: string;
  readonly times: number;
}

export interface DailyService {
  /** Keeps the schedule and gives the first post, or only what the bot may not do in that channel, by people's names. */
  readonly set: (
    schedule: Schedule,
    now: number,
  ) => Promise<{ readonly missing: readonly string[] } | { readonly next: Due }>;
  readonly get: (guild: string) => Promise<Daily | null>;
  /** What the server asked most on the day before a date. */
  readonly askedBefore: (guild: string, date: string) => Promise<readonly Asked[]>;
  /** Whether there was one to end. */
  readonly end: (guild: string) => Promise<boolean>;
}
