import type { Daily, DailyService, Obstacle, Preferences, Schedule } from '../answer/daily.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Store } from '../store/open.ts';
import { languageOfServer } from '../store/server-language.ts';
import { askedBefore } from './asked.ts';
import { localDate } from './calendar.ts';
import type { Setting } from './claims.ts';
import { nextPost } from './coming.ts';
import { dailyPost, toldIn } from './content.ts';
import { progressOf } from './plan.ts';
import { readReason } from './reason.ts';
import { endSchedule, findSetting, findUnderWay, preferencesOf, savePreferences, saveSchedule } from './settings.ts';
import { type Standing, standingOf } from './standing.ts';
import { troubledSteps } from './steps.ts';

/** The obstacle to posts in a channel with these preferences; null if there is none. */
export type Obstacles = (
  guild: string,
  channel: string,
  preferences: Pick<Preferences, 'publish' | 'thread' | 'role'>,
) => Promise<Obstacle | null>;

/** The defaults for a server without preferences. */
export const DEFAULT_PREFERENCES: Preferences = {
  weekdays: '1234567',
  after: 'weekly',
  publish: false,
  thread: false,
  answered: false,
  role: null,
};

const scheduleOf = (setting: Setting): Schedule & Preferences => ({
  ...preferencesOf(setting),
  guild: setting.guild_id,
  channel: setting.channel_id,
  time: setting.time,
  zone: setting.time_zone,
});

/** The next post of a setting. */
function comingOf(setting: Setting, standing: Standing, knowledge: Knowledge) {
  const schedule = scheduleOf(setting);
  return nextPost({ date: setting.next_date, at: setting.next_at }, schedule, schedule, standing, knowledge);
}

function failureOf({ last_failure, last_failure_at }: Setting): Daily['failed'] {
  if (last_failure === null || last_failure_at === null) return null;
  return { at: last_failure_at, reason: readReason(last_failure) };
}

function deliveryOf({ channel_id, last_delivery_at, last_message_id, last_channel_id }: Setting): Daily['delivered'] {
  if (last_delivery_at === null || last_message_id === null) return null;
  return { at: last_delivery_at, channel: last_channel_id ?? channel_id, message: last_message_id };
}

async function dailyOf(store: Store, setting: Setting, knowledge: Knowledge): Promise<Daily> {
  const guild = setting.guild_id;
  const [post, standing, troubled] = await Promise.all([
    findUnderWay(store, guild),
    standingOf(store, guild, setting.next_date, preferencesOf(setting), knowledge),
    troubledSteps(store, guild),
  ]);
  return {
    schedule: scheduleOf(setting),
    next: comingOf(setting, standing, knowledge)?.due ?? null,
    progress: progressOf(standing.shown, knowledge),
    pausedAt: setting.paused_at,
    underWay: post
      ? {
          date: post.local_date,
          attempts: post.attempts,
          isUnclear: post.sending_since !== null,
          reason: readReason(post.reason ?? ''),
        }
      : null,
    delivered: deliveryOf(setting),
    failed: failureOf(setting),
    unfollowed: troubled.map(({ reason, ...step }) => ({ ...step, reason: readReason(reason) })),
  };
}

/** The time and zone of a server that has set none. */
const UNSET = { time: '12:00', zone: 'UTC' };

/** The daily posts of a store. */
export function createDailyService(store: Store, knowledge: () => Knowledge, obstacles: Obstacles): DailyService {
  return {
    set: async (schedule, now) => {
      const { guild, channel } = schedule;
      const before = await findSetting(store, guild);
      const preferences = { ...DEFAULT_PREFERENCES, ...(before && preferencesOf(before)), ...schedule };
      const obstacle = await obstacles(guild, channel, preferences);
      if (obstacle) return obstacle;
      const first = await saveSchedule(store, schedule, now);
      const standing = await standingOf(store, guild, first.date, preferences, knowledge());
      const found = nextPost(first, schedule, preferences, standing, knowledge());
      return { next: found?.due ?? null };
    },
    change: async (guild, preferences) => {
      const setting = await findSetting(store, guild);
      if (!setting) return null;
      const obstacle = await obstacles(guild, setting.channel_id, { ...preferencesOf(setting), ...preferences });
      if (!obstacle) await savePreferences(store, guild, preferences);
      return obstacle;
    },
    get: async (guild) => {
      const setting = await findSetting(store, guild);
      return setting ? dailyOf(store, setting, knowledge()) : null;
    },
    preview: async (server, now) => {
      const { id } = server;
      const setting = await findSetting(store, id);
      const preferences = setting ? preferencesOf(setting) : DEFAULT_PREFERENCES;
      const today = { date: localDate(now, UNSET.zone), at: now };
      const standing = await standingOf(store, id, setting?.next_date ?? today.date, preferences, knowledge());
      const found = setting
        ? comingOf(setting, standing, knowledge())
        : nextPost(today, UNSET, DEFAULT_PREFERENCES, standing, knowledge());
      if (!found) return null;
      const told = toldIn(await languageOfServer(store, server, knowledge()), knowledge());
      const asked = await askedBefore(store, told.knowledge, id, found.due.date);
      return dailyPost(found.due.date, found.plan, told, asked);
    },
    end: (guild) => endSchedule(store, guild),
  };
}
