/** Reports what was asked, in one server or in all. */
import type { DayCounts, Insights } from '../answer/insights.ts';
import type { Store } from '../store/open.ts';
import { dayOf } from '../text/dates.ts';

/** The server and days of a report; a null server means all of them. */
export interface Range {
  readonly guild: string | null;
  readonly from: string;
  readonly to: string;
}

/** The last `days` days, including today. */
export function lastDays(guild: string | null, days: number, now: number): Range {
  return { guild, from: dayOf(now, days - 1), to: dayOf(now) };
}

function askedIn(store: Store, { guild, from, to }: Range) {
  const since = store.selectFrom('asked').where('asked.day', '>=', from).where('asked.day', '<=', to);
  return guild === null ? since : since.where('asked.guild_id', '=', guild);
}

function votesIn(store: Store, { guild, from, to }: Range) {
  const since = store.selectFrom('vote').where('vote.day', '>=', from).where('vote.day', '<=', to);
  return guild === null ? since : since.where('vote.guild_id', '=', guild);
}

/** Entries by how often they were asked, most first. */
export async function mostAsked(store: Store, range: Range, limit: number): Promise<Insights['asked']> {
  const rows = await askedIn(store, range)
    .where('status', '!=', 'no_match')
    .groupBy('item')
    .select(({ fn }) => ['item', fn.sum<number>('times').as('times')])
    .orderBy('times', 'desc')
    .orderBy('item')
    .limit(limit)
    .execute();
  return rows.map(({ item, times }) => ({ entry: item, times: Number(times) }));
}

async function perDay(store: Store, range: Range, days: number, now: number): Promise<readonly DayCounts[]> {
  const rows = await askedIn(store, range)
    .groupBy(['day', 'status'])
    .select(({ fn }) => ['day', 'status', fn.sum<number>('times').as('times')])
    .execute();
  const times = (day: string, status: string) =>
    Number(rows.find((row) => row.day === day && row.status === status)?.times ?? 0);
  return Array.from({ length: days }, (_, index) => {
    const day = dayOf(now, days - 1 - index);
    return {
      day,
      answered: times(day, 'answered'),
      not_stated: times(day, 'not_stated'),
      no_match: times(day, 'no_match'),
    };
  });
}

/** More than anybody reads; the rest are counted as withheld. */
const TEXTS = 1000;
/** A question asked less often in one server could reveal who asked it. */
const FEWEST_IN_SERVER = 2;

async function unanswered(store: Store, range: Range) {
  const { all } = await askedIn(store, range)
    .where('status', '=', 'no_match')
    .select(({ fn }) => fn.sum<number>('times').as('all'))
    .executeTakeFirstOrThrow();
  const rows = await askedIn(store, range)
    .innerJoin('question_text', 'question_text.text_key', 'asked.item')
    .where('status', '=', 'no_match')
    .where('text', 'is not', null)
    .groupBy(['item', 'text'])
    .select(({ fn }) => ['text', fn.sum<number>('times').as('times')])
    .having(({ fn }) => fn.sum('times'), '>=', range.guild === null ? 1 : FEWEST_IN_SERVER)
    .orderBy('times', 'desc')
    .orderBy('text')
    .limit(TEXTS)
    .execute();
  const shown = rows.flatMap(({ text, times }) => (text === null ? [] : { text, times: Number(times) }));
  return { unanswered: shown, withheld: Number(all ?? 0) - shown.reduce((sum, { times }) => sum + times, 0) };
}

async function unhelpful(store: Store, range: Range): Promise<Insights['unhelpful']> {
  const rows = await votesIn(store, range)
    .groupBy(['entry'])
    .select(({ fn }) => ['entry', fn.countAll<number>().as('votes'), fn.sum<number>('helpful').as('helpful')])
    .execute();
  return rows
    .map(({ entry, votes, helpful }) => ({ entry, helpful: Number(helpful), misfits: votes - Number(helpful) }))
    .filter(({ misfits }) => misfits > 0)
    .sort((one, other) => other.misfits - one.misfits || one.entry.localeCompare(other.entry));
}

/** A question that was answered with something else, and what was meant if somebody said so. */
export interface Misfit {
  readonly text: string;
  readonly meant: string | null;
  readonly times: number;
}

/** Misunderstood questions of all servers whose text is stored, most frequent first. */
export async function misfits(store: Store, { from, to }: Pick<Range, 'from' | 'to'>): Promise<readonly Misfit[]> {
  const rows = await store
    .selectFrom('misfit')
    .where('misfit.day', '>=', from)
    .where('misfit.day', '<=', to)
    .innerJoin('question_text', 'question_text.text_key', 'misfit.text_key')
    .where('text', 'is not', null)
    .groupBy(['text', 'meant'])
    .select(({ fn }) => ['text', 'meant', fn.sum<number>('times').as('times')])
    .orderBy('times', 'desc')
    .orderBy('text')
    .limit(TEXTS)
    .execute();
  return rows.flatMap(({ text, meant, times }) =>
    text === null ? [] : { text, meant: meant === '' ? null : meant, times: Number(times) },
  );
}

/** The insights of the last `days` days, of one server or (null) of all. */
export async function insightsOf(store: Store, guild: string | null, days: number, now: number): Promise<Insights> {
  const range = lastDays(guild, days, now);
  return {
    days: await perDay(store, range, days, now),
    asked: await mostAsked(store, range, Number.MAX_SAFE_INTEGER),
    ...(await unanswered(store, range)),
    unhelpful: await unhelpful(store, range),
  };
}
