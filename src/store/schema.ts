/** The tables as Kysely sees them. Timestamps are milliseconds since 1970; local dates are `YYYY-MM-DD`. */
import type { ColumnType } from 'kysely';

/** A column that may be left out when a row is inserted, and is null then. */
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** A column with a default, which may be left out when a row is inserted. */
type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

/** A server's schedule and preferences for daily posts, and the state of the last ones. */
interface DailySettingTable {
  readonly guild_id: string;
  readonly channel_id: string;
  /** Local wall-clock time, `HH:MM`. */
  readonly time: string;
  /** IANA name. */
  readonly time_zone: string;
  readonly next_date: string;
  readonly next_at: number;
  readonly set_at: number;
  readonly paused_at: Optional<number>;
  readonly last_delivery_at: Optional<number>;
  readonly last_message_id: Optional<string>;
  /** The channel of the last post; null for deliveries before this column. */
  readonly last_channel_id: Optional<string>;
  readonly last_failure: Optional<string>;
  readonly last_failure_at: Optional<number>;
  /** When the first post was due that was refused since the last delivery. */
  readonly failing_since: Optional<number>;
  /** The days on which it posts, as digits from 1 for Monday. */
  readonly weekdays: Defaulted<string>;
  /** What happens once a series is over. */
  readonly after_series: Defaulted<'weekly' | 'stop'>;
  /** 1 if a post is published to the followers of its channel. */
  readonly publish: Defaulted<number>;
  /** 1 if a thread is opened under a post. */
  readonly thread: Defaulted<number>;
  /** 1 if a post lists questions that had no answer and now have one. */
  readonly answered: Defaulted<number>;
  /** The role that a post pings; null for none. */
  readonly role_id: Optional<string>;
}

/** `claimed` and `sending` are under way; in the others the post of that date is settled. */
type PostState = 'claimed' | 'sending' | 'sent' | 'failed' | 'missed' | 'unknown';

/** The ledger: one row for the one post of a server on a local date. */
interface DailyPostTable {
  readonly guild_id: string;
  readonly local_date: string;
  readonly due_at: number;
  readonly state: PostState;
  /** The process that holds the lease, or held it last. */
  readonly owner: string;
  /** No other process changes the row before this time. */
  readonly lease_until: number;
  /** When the first attempt began that may or may not have posted. */
  readonly sending_since: Optional<number>;
  /** The channel of the latest attempt; null for attempts before this column. */
  readonly channel_id: Optional<string>;
  /** When the latest attempt began, to limit the posts of a second. */
  readonly begun_at: Optional<number>;
  readonly attempts: number;
  readonly message_id: Optional<string>;
  readonly reason: Optional<string>;
  /** What it shows, as a JSON list of items; null for posts before this column. */
  readonly shows: Optional<string>;
}

/** What a server's posts have shown: a theme of a series by its id, or a correction. */
interface DailyShownTable {
  readonly guild_id: string;
  readonly item: string;
  /** The server's local date when it was last shown. */
  readonly local_date: string;
}

/** The steps after a post. */
export type Step = 'publish' | 'thread';

/** The ledger of the steps after a post: one row for each. */
interface DailyStepTable {
  readonly guild_id: string;
  readonly local_date: string;
  readonly step: Step;
  readonly due_at: number;
  readonly channel_id: string;
  readonly message_id: string;
  /** `due` until it is done or given up. */
  readonly state: 'due' | 'done' | 'refused';
  /** The process that holds the lease, or held it last. */
  readonly owner: string;
  /** No process takes it before this time. */
  readonly lease_until: number;
  readonly attempts: number;
  readonly reason: Optional<string>;
}

/** The language of a server. */
interface ServerLanguageTable {
  readonly guild_id: string;
  /** The manager's choice; null if there is none. */
  readonly chosen: Optional<string>;
  /** The server's locale on Discord, as last seen. */
  readonly locale: Optional<string>;
}

/** The one greeting of a server since it invited the bot: due, under way, or settled. */
interface GreetingTable {
  readonly guild_id: string;
  /** When the bot was invited, by Discord's clock; a later invitation starts again. */
  readonly joined_at: number;
  readonly channel_id: string;
  /** The server's own locale, as Discord names it. */
  readonly locale: string;
  readonly state: 'due' | 'sending' | 'sent' | 'failed' | 'unknown';
  /** The process that holds the lease, or held it last; empty before the first. */
  readonly owner: string;
  /** No process changes the row before this time. */
  readonly lease_until: number;
  readonly attempts: number;
}

/** The outcome of a question, as counted. */
export type AskedStatus = 'answered' | 'not_stated' | 'no_match';

/** How often something was asked in a server on a day, without who asked it. */
interface AskedTable {
  /** Empty outside servers. */
  readonly guild_id: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly status: AskedStatus;
  /** The entry's id; if nothing was found, the text's key. */
  readonly item: string;
  readonly times: number;
}

/** How often a text was voted to be answered with something else, without who voted. */
interface MisfitTable {
  /** Empty outside servers. */
  readonly guild_id: string;
  readonly day: string;
  readonly text_key: string;
  /** The entry that was meant; empty if nothing was chosen. */
  readonly meant: string;
  readonly times: number;
}

/** A question that found nothing, or something else: its text is stored once a second person has asked it. */
interface QuestionTextTable {
  /** A keyed hash of the text. */
  readonly text_key: string;
  readonly text: Optional<string>;
  /** A keyed hash of the first asker; null once a second one has asked. */
  readonly asker: Optional<string>;
  /** Which key the hashes were made with. */
  readonly fingerprint: string;
  /** The day it was recorded, or once its text is stored, the day it was last asked: `YYYY-MM-DD`, UTC. */
  readonly day: string;
}

/** A question of a server that had no answer and now has one: the daily post that announces it. */
interface AnnouncedTable {
  readonly guild_id: string;
  readonly text_key: string;
  /** The post's own date. */
  readonly day: string;
}

/** A person's vote on an answer; one row for each person and answer. */
interface VoteTable {
  readonly guild_id: string;
  /** A keyed hash of the person, which changes monthly and never equals an asker's. */
  readonly voter: string;
  /** A keyed hash of the entry and the words it was asked in, which does not reveal the words. */
  readonly answer: string;
  /** The entry of the answer. */
  readonly entry: string;
  readonly day: string;
  /** 1 for helpful, 0 for not what was asked. */
  readonly helpful: number;
  /** The id of the entry that was meant instead; null if nothing was chosen. */
  readonly meant: Optional<string>;
  /** Which key the hashes were made with. */
  readonly fingerprint: string;
}

/** An article that a server has chosen; a server without rows gets all. */
interface ServerArticleTable {
  readonly guild_id: string;
  /** The article's id. */
  readonly article: string;
}

export interface Database {
  readonly daily_setting: DailySettingTable;
  readonly daily_post: DailyPostTable;
  readonly daily_step: DailyStepTable;
  readonly daily_shown: DailyShownTable;
  readonly server_language: ServerLanguageTable;
  readonly greeting: GreetingTable;
  readonly asked: AskedTable;
  readonly announced: AnnouncedTable;
  readonly misfit: MisfitTable;
  readonly question_text: QuestionTextTable;
  readonly vote: VoteTable;
  readonly server_article: ServerArticleTable;
}
