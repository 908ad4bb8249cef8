/** The daily post, as a server's managers set it. */
import { type Asker, type Command, type Context, defineCommand } from '../src/answer/command.ts';
import { type Daily, type DailyService, reasonIn } from '../src/answer/daily.ts';
import { privateLine, type Reply, reply } from '../src/answer/reply.ts';
import { localDate } from '../src/daily/calendar.ts';
import { dailyPost } from '../src/daily/content.ts';
import { readTime } from '../src/daily/time.ts';
import { readZone, suggestZones } from '../src/daily/zones.ts';
import type { Messages } from '../src/messages/messages.ts';
import { cut, quoteUserText } from '../src/text/quote.ts';

const OFFERED = 25;
const SUGGESTED = 3;

type Place = { readonly guild: string; readonly service: DailyService };

/** Where there is no server or no bot to post in it, the line that says so. */
function placeOf({ daily, messages }: Context, { guild }: Asker): Place | Reply {
  if (!guild || !daily) return privateLine(messages, 'command.daily.noServer');
  return { guild: guild.id, service: daily };
}

/** A moment as each reader's Discord shows it, and how far away it is. */
const discordTime = (at: number) => `<t:${Math.floor(at / 1000)}:F> (<t:${Math.floor(at / 1000)}:R>)`;

const mentionOf = (channel: string) => `<#${channel}>`;

function unknownZone(given: string, messages: Messages): Reply {
  const typed = quoteUserText(cut(given, 60));
  const near = suggestZones(given, SUGGESTED).map((zone) => `\`${zone}\``);
  if (near.length === 0) return privateLine(messages, 'command.daily.set.noZone', { typed });
  const zones = near.join(messages.say('list.separator'));
  return privateLine(messages, 'command.daily.set.nearZones', { typed, zones });
}

const set = defineCommand({
  name: 'daily set',
  description: 'command.daily.set.description',
  managersOnly: true,
  options: {
    channel: { type: 'channel', description: 'command.daily.set.option.channel', required: true },
    time: { type: 'text', description: 'command.daily.set.option.time', required: true, maxLength: 20 },
    timezone: {
      type: 'text',
      description: 'command.daily.set.option.timezone',
      maxLength: 100,
      suggest: (typed) => suggestZones(typed, OFFERED).map((zone) => ({ name: zone, value: zone })),
    },
  },
  run: async ({ channel, time: typed, timezone }, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const { messages, now } = context;
    const { say } = messages;
    const time = readTime(typed);
    if (time === null) {
      return privateLine(messages, 'command.daily.set.noTime', { typed: quoteUserText(cut(typed, 60)) });
    }
    const zone = timezone === undefined ? 'UTC' : readZone(timezone);
    if (zone === null) return unknownZone(timezone ?? '', messages);
    const kept = await place.service.set({ guild: place.guild, channel, time, zone }, now.getTime());
    if ('missing' in kept) {
      const permissions = kept.missing.map((key) => say(key)).join(say('list.separator'));
      return privateLine(messages, 'command.daily.set.missing', { channel: mentionOf(channel), permissions });
    }
    const values = { channel: mentionOf(channel), time, zone };
    const done = timezone === undefined ? 'command.daily.set.doneInUtc' : 'command.daily.set.done';
    const { date, at } = kept.next;
    const first = say('command.daily.set.first', { date: new Date(date), moment: discordTime(at) });
    return reply(messages, { private: true, text: `${say(done, values)}\n${first}` });
  },
});

function underWayLine(underWay: NonNullable<Daily['underWay']>, messages: Messages): string {
  const { date, attempts, isUnclear } = underWay;
  const reason = cut(reasonIn(messages, underWay.reason).replace(/\.$/, ''), 200);
  const line = messages.say('command.daily.show.underWay', { date: new Date(date), attempts, reason });
  return isUnclear ? `${line} ${messages.say('command.daily.show.unclear')}` : line;
}

function nextLine({ schedule: { time, zone }, next, pausedAt }: Daily, { say }: Messages): string {
  if (pausedAt !== null) return say('command.daily.show.paused', { moment: discordTime(pausedAt) });
  const moment = discordTime(next.at);
  return say('command.daily.show.next', { date: new Date(next.date), time, zone, moment });
}

function deliveredLine({ schedule: { guild }, delivered }: Daily, { say }: Messages): string {
  if (!delivered) return say('command.daily.show.noneDelivered');
  const link = `https://discord.com/channels/${guild}/${delivered.channel}/${delivered.message}`;
  return say('command.daily.show.delivered', { moment: discordTime(delivered.at), link });
}

function statusLines(daily: Daily, messages: Messages): readonly string[] {
  const { say } = messages;
  const { schedule, underWay, failed } = daily;
  return [
    say('command.daily.show.channel', { channel: mentionOf(schedule.channel) }),
    nextLine(daily, messages),
    ...(underWay ? [underWayLine(underWay, messages)] : []),
    deliveredLine(daily, messages),
    ...(failed ? [say('command.daily.show.failed', { moment: discordTime(failed.at), reason: failed.reason })] : []),
  ];
}

const none = (messages: Messages) => privateLine(messages, 'command.daily.none');

const show = defineCommand({
  name: 'daily show',
  description: 'command.daily.show.description',
  managersOnly: true,
  options: {},
  run: async (_values, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const daily = await place.service.get(place.guild);
    const { messages } = context;
    if (!daily) return none(messages);
    const title = messages.say('command.daily.show.title');
    return reply(messages, { private: true, title, text: statusLines(daily, messages).join('\n') });
  },
});

const off = defineCommand({
  name: 'daily off',
  description: 'command.daily.off.description',
  managersOnly: true,
  options: {},
  run: async (_values, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const ended = await place.service.end(place.guild);
    return ended ? privateLine(context.messages, 'command.daily.off.done') : none(context.messages);
  },
});

const preview = defineCommand({
  name: 'daily preview',
  description: 'command.daily.preview.description',
  managersOnly: true,
  options: {},
  run: async (_values, context, { guild }) => {
    const daily = guild && (await context.daily?.get(guild.id));
    const today = localDate(context.now.getTime(), daily?.schedule.zone ?? 'UTC');
    const asked = guild ? await context.daily?.askedBefore(guild.id, today) : undefined;
    return { ...dailyPost(today, context, asked), private: true };
  },
});

export const daily: readonly Command[] = [set, show, off, preview];
