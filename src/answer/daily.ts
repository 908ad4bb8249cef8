/** The daily post as commands see it; the storage behind it is hidden. */
import type { MessageKey, Messages, Unsaid } from '../messages/messages.ts';
import type { Reply } from './reply.ts';
import type { Server } from './server-language.ts';

/** A server's preferences for its posts, besides where and when. */
export interface Preferences {
  /** The days on which it posts, as digits from 1 for Monday. */
  readonly weekdays: string;
  /** What happens once a series is over: a theme a week, or nothing until there is something new. */
  readonly after: 'weekly' | 'stop';
  /** Whether a post is published to the followers of its channel. */
  readonly publish: boolean;
  /** Whether a thread is opened under a post. */
  readonly thread: boolean;
  /** Whether a post lists questions of this server that had no answer then and have one now. */
  readonly answered: boolean;
  /** The role that a post pings; null for none. */
  readonly role: string | null;
}

/**
 * Where and when a server wants its posts: a channel, and a local wall-clock time. Preferences that are left out stay as
 * they are.
 */
export interface Schedule extends Partial<Preferences> {
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

/** Why a post was not made: one of our messages, or text from elsewhere, such as an error's. */
export type Reason = Unsaid | string;

/** A reason in a language. */
export function reasonIn({ say }: Messages, reason: Reason): string {
  return typeof reason === 'string' ? reason : say(reason.key, reason.values);
}

/** A server's schedule and the state of its posts. Times are milliseconds since 1970. */
export interface Daily {
  readonly schedule: Schedule & Preferences;
  /** The next post; null while there is nothing to post. */
  readonly next: Due | null;
  /** How many themes of the series the server has seen, and how many there are. */
  readonly progress: { readonly shown: number; readonly all: number };
  /** Set if posting was given up after days of refusals. */
  readonly pausedAt: number | null;
  /** The post that has been tried, and is neither made nor given up. */
  readonly underWay: {
    readonly date: string;
    readonly attempts: number;
    /** Whether an attempt may have posted. */
    readonly isUnclear: boolean;
    readonly reason: Reason;
  } | null;
  readonly delivered: { readonly at: number; readonly channel: string; readonly message: string } | null;
  readonly failed: { readonly at: number; readonly reason: Reason } | null;
  /** The steps after the last post that failed. */
  readonly unfollowed: readonly {
    readonly step: 'publish' | 'thread';
    readonly date: string;
    readonly reason: Reason;
  }[];
}

/** A question and how often it was asked. */
export interface Asked {
  readonly question: string;
  readonly times: number;
}

/**
 * Why a server cannot have such posts: the permissions that the bot lacks in the channel, or a sentence that explains
 * it.
 */
export type Obstacle = { readonly missing: readonly MessageKey[] } | { readonly refused: MessageKey };

export interface DailyService {
  /**
   * Saves the schedule and returns the first post, null while there is nothing to post; or only returns the obstacle.
   */
  readonly set: (schedule: Schedule, now: number) => Promise<Obstacle | { readonly next: Due | null }>;
  /** Changes the preferences of a server that has a schedule; null if done, else the obstacle. */
  readonly change: (guild: string, preferences: Partial<Preferences>) => Promise<Obstacle | null>;
  readonly get: (guild: string) => Promise<Daily | null>;
  /** The next post of a server, with what was asked most there lately; null while there is nothing to post. */
  readonly preview: (server: Server, now: number) => Promise<Reply | null>;
  /** Ends a server's posts; false if it had none. */
  readonly end: (guild: string) => Promise<boolean>;
}
