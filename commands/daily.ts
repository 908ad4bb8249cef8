/** The daily post, as a server's managers set it. */
import { type Asker, type Command, type Context, defineCommand } from '../src/answer/command.ts';
import type { DailyService, Obstacle, Schedule, Server, Wishes } from '../src/answer/daily.ts';
import { privateLine, type Reply, reply } from '../src/answer/reply.ts';
import { readTime } from '../src/daily/time.ts';
import { readWeekdays, weekdayChoices } from '../src/daily/weekdays.ts';
import { readZone, suggestZones } from '../src/daily/zones.ts';
import type { Messages } from '../src/messages/messages.ts';
import { cut, quoteUserText } from '../src/text/quote.ts';
import { discordTime, mentionOf, panel } from './daily-panel.ts';
import { languageChoices, readLanguage, unknownLanguage } from './language.ts';

const OFFERED = 25;
const SUGGESTED = 3;
const SHOWN_BACK = 60;

interface Place {
  readonly guild: Server;
  readonly service: DailyService;
}

/** Where there is no server or no bot to post in it, the line that says so. */
function placeOf({ daily, messages }: Context, { guild }: Asker): Place | Reply {
  if (!guild || !daily) return privateLine(messages, 'command.daily.noServer');
  return { guild, service: daily };
}

const shownBack = (typed: string) => quoteUserText(cut(typed, SHOWN_BACK));

function unknownZone(given: string, messages: Messages): Reply {
  const typed = shownBack(given);
  const near = suggestZones(given, SUGGESTED).map((zone) => `\`${zone}\``);
  if (near.length === 0) return privateLine(messages, 'command.daily.set.noZone', { typed });
  const zones = near.join(messages.say('list.separator'));
  return privateLine(messages, 'command.daily.set.nearZones', { typed, zones });
}

/** The line that says why posts cannot be had so. */
function obstacleLine(obstacle: Obstacle, channel: string, messages: Messages): Reply {
  if ('refused' in obstacle) return privateLine(messages, obstacle.refused);
  const permissions = obstacle.missing.map((key) => messages.say(key)).join(messages.say('list.separator'));
  return privateLine(messages, 'command.daily.set.missing', { channel: mentionOf(channel), permissions });
}

/** What is typed for a schedule, read; or the line that says what could not be. */
function readSchedule(
  {
    time,
    timezone,
    weekdays,
  }: { time?: string | undefined; timezone?: string | undefined; weekdays?: string | undefined },
  messages: Messages,
): { time?: string; zone?: string; weekdays?: string } | Reply {
  const read = {
    time: time === undefined ? undefined : readTime(time),
    zone: timezone === undefined ? undefined : readZone(timezone),
    weekdays: weekdays === undefined ? undefined : readWeekdays(weekdays),
  };
  if (read.time === null) return privateLine(messages, 'command.daily.set.noTime', { typed: shownBack(time ?? '') });
  if (read.zone === null) return unknownZone(timezone ?? '', messages);
  if (read.weekdays === null) {
    return privateLine(messages, 'command.daily.set.noWeekdays', { typed: shownBack(weekdays ?? '') });
  }
  const { time: at, zone, weekdays: days } = read;
  return {
    ...(at !== undefined && { time: at }),
    ...(zone !== undefined && { zone }),
    ...(days !== undefined && { weekdays: days }),
  };
}

const isReply = (value: object): value is Reply => 'sections' in value;

const set = defineCommand({
  name: 'daily set',
  description: 'command.daily.set.description',
  managersOnly: true,
  options: {
    time: { type: 'text', description: 'command.daily.set.option.time', maxLength: 20 },
    channel: { type: 'channel', description: 'command.daily.set.option.channel' },
    timezone: {
      type: 'text',
      description: 'command.daily.set.option.timezone',
      maxLength: 100,
      suggest: (typed) => suggestZones(typed, OFFERED).map((zone) => ({ name: zone, value: zone })),
    },
    weekdays: {
      type: 'text',
      description: 'command.daily.set.option.weekdays',
      maxLength: 100,
      suggest: (typed, { messages }) => (typed.trim() === '' ? weekdayChoices(messages) : []),
    },
    language: {
      type: 'text',
      description: 'command.daily.set.option.language',
      maxLength: 40,
      suggest: (_typed, context) => languageChoices(context),
    },
    after: {
      type: 'text',
      description: 'command.daily.set.option.after',
      maxLength: 40,
      choices: [
        { name: 'command.daily.set.option.after.weekly', value: 'weekly' },
        { name: 'command.daily.set.option.after.stop', value: 'stop' },
      ],
    },
    publish: { type: 'boolean', description: 'command.daily.set.option.publish' },
    thread: { type: 'boolean', description: 'command.daily.set.option.thread' },
    answered: { type: 'boolean', description: 'command.daily.set.option.answered' },
    role: { type: 'role', description: 'command.daily.set.option.role' },
  },
  run: async ({ channel, language, after, publish, thread, answered, role, ...typed }, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const { messages, now } = context;
    const { say } = messages;
    const { guild, service } = place;
    const read = readSchedule(typed, messages);
    if (isReply(read)) return read;
    const spoken = language === undefined ? undefined : readLanguage(language, context);
    if (spoken === null) return unknownLanguage(language ?? '', context);
    const before = (await service.get(guild.id))?.schedule;
    const time = read.time ?? before?.time;
    if (time === undefined) return privateLine(messages, 'command.daily.set.needsTime');
    const schedule: Schedule = {
      guild: guild.id,
      channel: channel ?? before?.channel ?? asker.channel ?? '',
      time,
      zone: read.zone ?? before?.zone ?? 'UTC',
      ...(read.weekdays !== undefined && { weekdays: read.weekdays }),
      ...(after !== undefined && { after: after === 'stop' ? 'stop' : 'weekly' }),
      ...(publish !== undefined && { publish }),
      ...(thread !== undefined && { thread }),
      ...(answered !== undefined && { answered }),
      ...(role !== undefined && { role }),
    };
    const kept = await service.set(schedule, now.getTime());
    if (!('next' in kept)) return obstacleLine(kept, schedule.channel, messages);
    await service.setServerLanguage(guild, spoken);
    const values = { channel: mentionOf(schedule.channel), time, zone: schedule.zone };
    const tookUtc = read.zone === undefined && before === undefined;
    const done = say(tookUtc ? 'command.daily.set.doneInUtc' : 'command.daily.set.done', values);
    const first = kept.next
      ? say('command.daily.set.first', { date: new Date(kept.next.date), moment: discordTime(kept.next.at) })
      : say('command.daily.set.nothing');
    return reply(messages, { private: true, text: `${done}\n${first}` });
  },
});

const show = defineCommand({
  name: 'daily show',
  description: 'command.daily.show.description',
  managersOnly: true,
  options: {},
  run: async (_values, context, asker) => {
    const place = placeOf(context, asker);
    return 'service' in place ? panel(place.guild, place.service, context) : place;
  },
});

const change = defineCommand({
  name: 'daily change',
  description: 'command.daily.change.description',
  kind: 'component',
  managersOnly: true,
  options: {
    weekdays: { type: 'text', description: 'command.daily.set.option.weekdays', maxLength: 100 },
    language: { type: 'text', description: 'command.daily.set.option.language', maxLength: 40 },
    after: { type: 'text', description: 'command.daily.set.option.after', maxLength: 40 },
    publish: { type: 'boolean', description: 'command.daily.set.option.publish' },
    thread: { type: 'boolean', description: 'command.daily.set.option.thread' },
    answered: { type: 'boolean', description: 'command.daily.set.option.answered' },
    ping: { type: 'boolean', description: 'command.daily.set.option.role' },
  },
  run: async ({ weekdays: typed, language, after, publish, thread, answered, ping }, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const { guild, service } = place;
    const before = await service.get(guild.id);
    if (!before) return privateLine(context.messages, 'command.daily.none');
    const weekdays = typed === undefined ? null : readWeekdays(typed);
    const wishes: Partial<Wishes> = {
      ...(weekdays !== null && { weekdays }),
      ...(after !== undefined && { after: after === 'stop' ? 'stop' : 'weekly' }),
      ...(publish !== undefined && { publish }),
      ...(thread !== undefined && { thread }),
      ...(answered !== undefined && { answered }),
      ...(ping === false && { role: null }),
    };
    const obstacle = Object.keys(wishes).length > 0 ? await service.change(guild.id, wishes) : null;
    if (obstacle) return obstacleLine(obstacle, before.schedule.channel, context.messages);
    const spoken = language === undefined ? null : readLanguage(language, context);
    if (spoken !== null) await service.setServerLanguage(guild, spoken);
    return panel(guild, service, context);
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
    const ended = await place.service.end(place.guild.id);
    return privateLine(context.messages, ended ? 'command.daily.off.done' : 'command.daily.none');
  },
});

const preview = defineCommand({
  name: 'daily preview',
  description: 'command.daily.preview.description',
  managersOnly: true,
  options: {},
  run: async (_values, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const post = await place.service.preview(place.guild, context.now.getTime());
    return post ? { ...post, private: true } : privateLine(context.messages, 'command.daily.nothingToPost');
  },
});

export const daily: readonly Command[] = [set, show, change, off, preview];
