import type { Daily, DailyService } from '../answer/daily.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Store } from '../store/open.ts';
import { askedBefore } from './asked.ts';
import type { Setting } from './ledger.ts';
import { readReason } from './reason.ts';
import { endSchedule, findSetting, findUnderWay, saveSchedule } from './settings.ts';

function dailyOf(setting: Setting, post: Awaited<ReturnType<typeof findUnderWay>>): Daily {
  const { guild_id, channel_id, time, time_zone, next_date, next_at, paused_at } = setting;
  const { last_delivery_at, last_message_id, last_channel_id, last_failure, last_failure_at } = setting;
  return {
    schedule: { guild: guild_id, channel: channel_id, time, zone: time_zone },
    next: { date: next_date, at: next_at },
    pausedAt: paused_at,
    underWay: post
      ? {
          date: post.local_date,
          attempts: post.attempts,
          isUnclear: post.sending_since !== null,
          reason: readReason(post.reason ?? ''),
        }
      : null,
    delivered:
      last_delivery_at === null || last_message_id === null
        ? null
        : { at: last_delivery_at, channel: last_channel_id ?? channel_id, message: last_message_id },
    failed:
      last_failure === null || last_failure_at === null
        ? null
        : { at: last_failure_at, reason: readReason(last_failure) },
  };
}

/** The daily posts of a store; `missing` names what the bot may not do in a channel. */
export function createDailyService(
  store: Store,
  knowledge: () => Knowledge,
  missing: (guild: string, channel: string) => Promise<readonly MessageKey[]>,
): DailyService {
  return {
    set: async (schedule, now) => {
      const lacking = await missing(schedule.guild, schedule.channel);
      return lacking.length > 0 ? { missing: lacking } : { next: await saveSchedule(store, schedule, now) };
    },
    get: async (guild) => {
      const setting = await findSetting(store, guild);
      return setting ? dailyOf(setting, await findUnderWay(store, guild)) : null;
    },
    askedBefore: (guild, date) => askedBefore(store, knowledge(), guild, date),
    end: (guild) => endSchedule(store, guild),
  };
}
