/** The migrations of the tables, one for each version. A released migration is never changed; a new one follows it. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Fatal } from '../config/fatal.ts';
import type { Database } from './schema.ts';

/** Migrations work on tables of any version, so the current types do not apply. */
type AnyVersion = Kysely<unknown>;

async function daily(db: AnyVersion): Promise<void> {
  await db.schema
    .createTable('daily_setting')
    .addColumn('guild_id', 'varchar(20)', (column) => column.primaryKey())
    .addColumn('channel_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('time', 'varchar(5)', (column) => column.notNull())
    .addColumn('time_zone', 'varchar(64)', (column) => column.notNull())
    .addColumn('next_date', 'varchar(10)', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addColumn('paused_at', 'bigint')
    .addColumn('last_delivery_at', 'bigint')
    .addColumn('last_message_id', 'varchar(20)')
    .addColumn('last_failure', 'text')
    .addColumn('last_failure_at', 'bigint')
    .addColumn('failing_since', 'bigint')
    .execute();
  await db.schema.createIndex('daily_setting_next_at').on('daily_setting').column('next_at').execute();
  await db.schema
    .createTable('daily_post')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('local_date', 'varchar(10)', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'varchar(10)', (column) => column.notNull())
    .addColumn('owner', 'varchar(64)', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('sending_since', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'varchar(20)')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('daily_post_key', ['guild_id', 'local_date'])
    .execute();
  await db.schema.createIndex('daily_post_sending_since').on('daily_post').column('sending_since').execute();
}

async function insights(db: AnyVersion): Promise<void> {
  await db.schema
    .createTable('asked')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('day', 'varchar(10)', (column) => column.notNull())
    .addColumn('status', 'varchar(10)', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('asked_key', ['guild_id', 'day', 'status', 'item'])
    .execute();
  await db.schema
    .createTable('misfit')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('day', 'varchar(10)', (column) => column.notNull())
    .addColumn('text_key', 'varchar(16)', (column) => column.notNull())
    .addColumn('meant', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('misfit_key', ['guild_id', 'day', 'text_key', 'meant'])
    .execute();
  await db.schema
    .createTable('question_text')
    .addColumn('text_key', 'varchar(16)', (column) => column.primaryKey())
    .addColumn('text', 'text')
    .addColumn('asker', 'varchar(16)')
    .addColumn('fingerprint', 'varchar(16)', (column) => column.notNull())
    .addColumn('day', 'varchar(10)', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('vote')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('voter', 'varchar(16)', (column) => column.notNull())
    .addColumn('answer', 'varchar(16)', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('day', 'varchar(10)', (column) => column.notNull())
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('meant', 'text')
    .addColumn('fingerprint', 'varchar(16)', (column) => column.notNull())
    .addPrimaryKeyConstraint('vote_key', ['guild_id', 'voter', 'answer'])
    .execute();
  // Expired rows are deleted daily; a person's records are looked up when they ask, and a text's when its server goes.
  for (const table of ['asked', 'misfit', 'question_text', 'vote']) {
    await db.schema.createIndex(`${table}_day`).on(table).column('day').execute();
  }
  await db.schema.createIndex('vote_voter').on('vote').column('voter').execute();
  await db.schema.createIndex('question_text_asker').on('question_text').column('asker').execute();
  await db.schema.createIndex('asked_item').on('asked').column('item').execute();
  await db.schema.createIndex('misfit_text_key').on('misfit').column('text_key').execute();
}

/**
 * The posts of a second are counted by the start of their attempts, which was recorded only for unclear ones before.
 */
async function begun(db: AnyVersion): Promise<void> {
  await db.schema.alterTable('daily_post').addColumn('begun_at', 'bigint').execute();
  await db.schema.createIndex('daily_post_begun_at').on('daily_post').column('begun_at').execute();
  await db.schema.dropIndex('daily_post_sending_since').execute();
}

/**
 * A post's channel is stored with it, because another may be set meanwhile. The index is for posts under way without a
 * schedule, and for those settled before their time.
 */
async function channel(db: AnyVersion): Promise<void> {
  await db.schema.alterTable('daily_post').addColumn('channel_id', 'varchar(20)').execute();
  await db.schema.alterTable('daily_setting').addColumn('last_channel_id', 'varchar(20)').execute();
  for (const column of ['state', 'due_at']) {
    await db.schema.createIndex(`daily_post_${column}`).on('daily_post').column(column).execute();
  }
}

/** Series of posts: what a server has been shown, its preferences, the steps after a post, and a server's language. */
async function series(db: AnyVersion): Promise<void> {
  await db.schema
    .alterTable('daily_setting')
    .addColumn('weekdays', 'varchar(7)', (column) => column.notNull().defaultTo('1234567'))
    .execute();
  await db.schema
    .alterTable('daily_setting')
    .addColumn('after_series', 'varchar(6)', (column) => column.notNull().defaultTo('weekly'))
    .execute();
  for (const flag of ['publish', 'thread']) {
    await db.schema
      .alterTable('daily_setting')
      .addColumn(flag, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await db.schema.alterTable('daily_setting').addColumn('role_id', 'varchar(20)').execute();
  await db.schema.alterTable('daily_post').addColumn('shows', 'text').execute();
  await db.schema
    .createTable('daily_shown')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('item', 'varchar(200)', (column) => column.notNull())
    .addColumn('local_date', 'varchar(10)', (column) => column.notNull())
    .addPrimaryKeyConstraint('daily_shown_key', ['guild_id', 'item'])
    .execute();
  await db.schema
    .createTable('daily_step')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('local_date', 'varchar(10)', (column) => column.notNull())
    .addColumn('step', 'varchar(10)', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('channel_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('message_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('state', 'varchar(10)', (column) => column.notNull())
    .addColumn('owner', 'varchar(64)', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('daily_step_key', ['guild_id', 'local_date', 'step'])
    .execute();
  await db.schema.createIndex('daily_step_state').on('daily_step').column('state').execute();
  await db.schema
    .createTable('server_language')
    .addColumn('guild_id', 'varchar(20)', (column) => column.primaryKey())
    .addColumn('chosen', 'varchar(16)')
    .addColumn('locale', 'varchar(16)')
    .execute();
}

/** The articles that a server has chosen. */
async function articles(db: AnyVersion): Promise<void> {
  await db.schema
    .createTable('server_article')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('server_article_key', ['guild_id', 'article'])
    .execute();
}

async function greeting(db: AnyVersion): Promise<void> {
  await db.schema
    .createTable('greeting')
    .addColumn('guild_id', 'varchar(20)', (column) => column.primaryKey())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('channel_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('locale', 'varchar(16)', (column) => column.notNull())
    .addColumn('state', 'varchar(10)', (column) => column.notNull())
    .addColumn('owner', 'varchar(64)', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('greeting_state').on('greeting').column('state').execute();
}

async function announced(db: AnyVersion): Promise<void> {
  await db.schema
    .createTable('announced')
    .addColumn('guild_id', 'varchar(20)', (column) => column.notNull())
    .addColumn('text_key', 'varchar(16)', (column) => column.notNull())
    .addColumn('day', 'varchar(10)', (column) => column.notNull())
    .addPrimaryKeyConstraint('announced_key', ['guild_id', 'text_key'])
    .execute();
  await db.schema.createIndex('announced_day').on('announced').column('day').execute();
}

/** Whether a server's posts list its questions that had no answer and now have one. */
async function dailyAnswered(db: AnyVersion): Promise<void> {
  await db.schema
    .alterTable('daily_setting')
    .addColumn('answered', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

const migrations: Readonly<Record<string, Migration>> = {
  '001-daily': { up: daily },
  '002-insights': { up: insights },
  '003-daily-begun': { up: begun },
  '004-daily-channel': { up: channel },
  '005-daily-series': { up: series },
  '006-articles': { up: articles },
  '010-greeting': { up: greeting },
  '011-announced': { up: announced },
  '012-daily-answered': { up: dailyAnswered },
};

/** Thrown for a store that a newer version of the program has migrated. */
export class StoreTooNew extends Fatal {}

const NEWER = /previously executed migration (\S+) is missing/;

/**
 * Migrates the tables to this version. If two processes do so at once, one waits for the other.
 * @throws {StoreTooNew} if a newer version has already migrated them further.
 */
export async function migrate(
  db: Kysely<Database>,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...known }) },
  }).migrateToLatest();
  if (error === undefined) return;
  const newer = error instanceof Error ? NEWER.exec(error.message)?.[1] : undefined;
  if (newer === undefined) throw error;
  const latest = Object.keys(known).toSorted().at(-1);
  throw new StoreTooNew(
    `the store is at version ${newer} and this program knows ${latest} as the latest: ` +
      'start the newer version of the program, or restore a backup from before it',
  );
}
