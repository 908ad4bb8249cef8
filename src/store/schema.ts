/** The tables as Kysely sees them. Moments are milliseconds since 1970; local dates are `YYYY-MM-DD`. */
import type { ColumnType } from 'kysely';

/** A column that may be left out when a row is made, and is null then. */
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

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
  readonly last_failure: Optional<string>;
  readonly last_failure_at: Optional<number>;
  /** When the first of the posts was due that were refused since the last delivery. */
  readonly failing_since: Optional<number>;
}

/** `claimed` and `sending` are on their way; in the others the post of that date is done with for good. */
type PostState = 'claimed' | 'sending' | 'sent' | 'failed' | 'missed' | 'unknown';

/** The ledger: one row for the one post of a server on a local date. */
interface DailyPostTable {
  readonly guild_id: string;
  readonly local_date: string;
  readonly due_at: number;
  readonly state: PostState;
  /** The process that holds the lease. */
  readonly owner: string;
  /** Nobody else touches the row before this moment. */
  readonly lease_until: number;
  /** When the first attempt began of which it is not known whether it made a message. */
  readonly sending_since: Optional<number>;
  readonly attempts: number;
  readonly message_id: Optional<string>;
  readonly reason: Optional<string>;
}

export interface Database {
  readonly daily_setting: DailySettingTable;
  readonly daily_post: DailyPostTable;
}
