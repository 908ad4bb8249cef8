/** The tables as Kysely sees them. Moments are milliseconds since 1970; local dates are `YYYY-MM-DD`. */
import type { ColumnType } from 'kysely';

/** A column that may be left out when a row is made, and is null then. */
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** A column with a default, which may be left out when a row is made. */
type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

/** A server's wish for a daily post, and how the last ones went. */
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
  /** Where the last one stands; null of deliveries before this was kept. */
  readonly last_channel_id: Optional<string>;
  readonly last_failure: Optional<string>;
  readonly last_failure_at: Optional<number>;
  /** When the first of the posts was due that were refused since the last delivery. */
  readonly failing_since: Optional<number>;
  /** The days on which it posts, as digits from 1 for Monday. */
  readonly weekdays: Defaulted<string>;
  /** What comes once a series is over. */
  readonly after_series: Defaulted<'weekly' | 'stop'>;
  /** 1 if a post is published to the followers of its channel. */
  readonly publish: Defaulted<number>;
  /** 1 if a thread is opened under a post. */
  readonly thread: Defaulted<number>;
  /** 1 if a post tells what was asked in vain and is answered by now. */
  readonly answered: Defaulted<number>;
  /** The role that a post pings; null for none. */
  readonly role_id: Optional<string>;
}

/** `claimed` and `sending` are on their way; in the others the post of that date is done with for good. */
type PostState = 'claimed' | 'sending' | 'sent' | 'failed' | 'missed' | 'unknown';

/** The ledger: one row for the one post of a server on a local date. */
interface DailyPostTable {
  readonly guild_id: string;
  readonly local_date: string;
  readonly due_at: number;
  readonly state: PostState;
  /** The process that holds the lease, or held it last. */
  readonly owner: string;
  /** No other process touches the row before this moment. */
  readonly lease_until: number;
  /** When the first attempt began of which it is not known whether it made a message. */
  readonly sending_since: Optional<number>;
  /** Where the latest attempt went; null of attempts before this was kept. */
  readonly channel_id: Optional<string>;
  /** When the latest attempt began, for the posts of a second. */
  readonly begun_at: Optional<number>;
  readonly attempts: number;
  readonly message_id: Optional<string>;
  readonly reason: Optional<string>;
  /** What it shows, as a JSON list of items; null of posts before this was kept. */
  readonly shows: Optional<string>;
}

/** What a server's posts have shown: a theme of a series by its id, or a correction. */
interface DailyShownTable {
  readonly guild_id: string;
  readonly item: string;
  /** When it was shown last, by the server's own date. */
  readonly local_date: string;
}

/** What follows a post once it stands in its channel. */
export type Step = 'publish' | 'thread';

/** The ledger of what follows a post: a row a step. */
interface DailyStepTable {
  readonly guild_id: string;
  readonly local_date: string;
  readonly step: Step;
  readonly due_at: number;
  readonly channel_id: string;
  readonly message_id: string;
  /** `due` until it is done, or given up for good. */
  readonly state: 'due' | 'done' | 'refused';
  /** The process that holds the lease, or held it last. */
  readonly owner: string;
  /** No process takes it up before this moment. */
  readonly lease_until: number;
  readonly attempts: number;
  readonly reason: Optional<string>;
}

/** The language that a server is spoken to in. */
interface ServerLanguageTable {
  readonly guild_id: string;
  /** As a manager chose; null where nobody did. */
  readonly chosen: Optional<string>;
  /** Discord's locale of the server, as last heard of. */
  readonly locale: Optional<string>;
}

/** The one greeting of a server since it invited the bot: to be made, on its way, or done with for good. */
interface GreetingTable {
  readonly guild_id: string;
  /** When the bot was invited, by Discord's clock; a later invitation begins anew. */
  readonly joined_at: number;
  readonly channel_id: string;
  /** The server's own, as Discord names it. */
  readonly locale: string;
  readonly state: 'due' | 'sending' | 'sent' | 'failed' | 'unknown';
  /** The process that holds the lease, or held it last; empty before the first. */
  readonly owner: string;
  /** No process touches the row before this moment. */
  readonly lease_until: number;
  readonly attempts: number;
}

/** What a question came to, as it is counted. */
export type AskedStatus = 'answered' | 'not_stated' | 'no_match';

/** How often something was asked in a server on a day, with nobody's id beside it. */
interface AskedTable {
  /** Empty outside servers. */
  readonly guild_id: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly status: AskedStatus;
  /** The entry's id; where nothing was found, the text's key. */
  readonly item: string;
  readonly times: number;
}

/** How often a text was said to be answered with something else, with nobody's id beside it. */
interface MisfitTable {
  /** Empty outside servers. */
  readonly guild_id: string;
  readonly day: string;
  readonly text_key: string;
  /** The entry that was meant; empty where nothing was chosen. */
  readonly meant: string;
  readonly times: number;
}

/** A question that found nothing, or found something else: its text is kept once a second person has asked it. */
interface QuestionTextTable {
  /** A keyed hash of the text. */
  readonly text_key: string;
  readonly text: Optional<string>;
  /** A keyed hash of the first asker, until a second one comes; then null. */
  readonly asker: Optional<string>;
  /** Which key the hashes were made with. */
  readonly fingerprint: string;
  /** The day it was noted, and once its text is kept, the day it was last asked: `YYYY-MM-DD`, UTC. */
  readonly day: string;
}

/** A question that a server asked in vain and that was answered since: the daily post that says so. */
interface AnnouncedTable {
  readonly guild_id: string;
  readonly text_key: string;
  /** The post's own date. */
  readonly day: string;
}

/** What a person says of an answer; one row a person and answer. */
interface VoteTable {
  readonly guild_id: string;
  /** A keyed hash of the person, another one each month, and none that an asker has. */
  readonly voter: string;
  /** A keyed hash of the entry and the words it was asked in, so that no words can be told by it. */
  readonly answer: string;
  /** The entry that was answered with. */
  readonly entry: string;
  readonly day: string;
  /** 1 for helpful, 0 for not what was asked. */
  readonly helpful: number;
  /** What was meant instead: an entry's id; null where nothing was chosen. */
  readonly meant: Optional<string>;
  /** Which key the hashes were made with. */
  readonly fingerprint: string;
}

/** An article that a server hears of; one without a row hears of all. */
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
