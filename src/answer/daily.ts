/** What commands may ask about the daily post; who keeps it, and where, is behind this. */
import type { MessageKey, Messages, Unsaid } from '../messages/messages.ts';
import type { Reply } from './reply.ts';

/** How a server wants its posts, besides where and when. */
export interface Wishes {
  /** The days on which it posts, as digits from 1 for Monday. */
  readonly weekdays: string;
  /** What comes once a series is over: a theme a week, or nothing until there is something new. */
  readonly after: 'weekly' | 'stop';
  /** Whether a post is published to the followers of its channel. */
  readonly publish: boolean;
  /** Whether a thread is opened under a post. */
  readonly thread: boolean;
  /** Whether a post tells what was asked here in vain and is answered by now. */
  readonly answered: boolean;
  /** The role that a post pings; null for none. */
  readonly role: string | null;
}

/** Where and when a server wants its posts: local wall-clock time in a channel. Wishes that it leaves out stay as they are. */
export interface Schedule extends Partial<Wishes> {
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
  readonly schedule: Schedule & Wishes;
  /** The post that comes next; null while there is nothing to post. */
  readonly next: Due | null;
  /** How many themes of the series the server has been shown, of how many. */
  readonly progress: { readonly shown: number; readonly all: number };
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
  /** What was to follow the last post and did not. */
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

/** Why a server cannot have its posts so: permissions of the bot in the channel, by name, or a sentence that says it. */
export type Obstacle = { readonly missing: readonly MessageKey[] } | { readonly refused: MessageKey };

/** A server, and Discord's locale of it if that is known. */
export interface Server {
  readonly id: string;
  readonly locale?: string | undefined;
}

export interface DailyService {
  /** Keeps the schedule and gives the first post, null while there is nothing to post; or only what stands in its way. */
  readonly set: (schedule: Schedule, now: number) => Promise<Obstacle | { readonly next: Due | null }>;
  /** Changes wishes of a server that has a schedule; null where it is done, or what stands in its way. */
  readonly change: (guild: string, wishes: Partial<Wishes>) => Promise<Obstacle | null>;
  readonly get: (guild: string) => Promise<Daily | null>;
  /** The post that comes next in a server, and what it asked most before; null while there is nothing to post. */
  readonly preview: (server: Server, now: number) => Promise<Reply | null>;
  /** Whether there was one to end. */
  readonly end: (guild: string) => Promise<boolean>;
  /** The language that a server is spoken to in: as a manager chose, else by Discord's locale of it. */
  readonly serverLanguage: (server: Server) => Promise<string>;
  /** Chooses the language of a server; null leaves it to Discord's locale again, undefined leaves the choice as it is. */
  readonly setServerLanguage: (server: Server, language: string | null | undefined) => Promise<void>;
}
