/** Sets the daily post of a server. */
import { defineCommand } from '../src/answer/command.ts';
import type { Schedule } from '../src/answer/daily.ts';
import { privateLine, type Reply, reply } from '../src/answer/reply.ts';
import { readTime } from '../src/daily/time.ts';
import { readWeekdays, weekdayChoices } from '../src/daily/weekdays.ts';
import { readZone, suggestZones } from '../src/daily/zones.ts';
import type { Messages } from '../src/messages/messages.ts';
import { quoteBack } from '../src/text/quote.ts';
import { obstacleLine, placeOf } from './daily.ts';
import { discordTime, mentionOf } from './daily-panel.ts';
import { languageChoices, readLanguage, unknownLanguage } from './language.ts';

const OFFERED = 25;
const SUGGESTED = 3;

function unknownZone(given: string, messages: Messages): Reply {
  const typed = quoteBack(given);
  const near = suggestZones(given, SUGGESTED).map((zone) => `\`${zone}\``);
  if (near.length === 0) return privateLine(messages, 'command.daily.set.noZone', { typed });
  const zones = near.join(messages.say('list.separator'));
  return privateLine(messages, 'command.daily.set.nearZones', { typed, zones });
}

/** Reads what was typed for a schedule; or returns the line that says what cannot be read. */
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
  if (read.time === null) return privateLine(messages, 'command.daily.set.noTime', { typed: quoteBack(time ?? '') });
  if (read.zone === null) return unknownZone(timezone ?? '', messages);
  if (read.weekdays === null) {
    return privateLine(messages, 'command.daily.set.noWeekdays', { typed: quoteBack(weekdays ?? '') });
  }
  const { time: at, zone, weekdays: days } = read;
  return {
    ...(at !== undefined && { time: at }),
    ...(zone !== undefined && { zone }),
    ...(days !== undefined && { weekdays: days }),
  };
}

const isReply = (value: object): value is Reply => 'sections' in value;

export const dailySet = defineCommand({
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
    const { guild, service, serverLanguage } = place;
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
    await serverLanguage.choose(guild, spoken);
    const values = { channel: mentionOf(schedule.channel), time, zone: schedule.zone };
    const tookUtc = read.zone === undefined && before === undefined;
    const done = say(tookUtc ? 'command.daily.set.doneInUtc' : 'command.daily.set.done', values);
    const first = kept.next
      ? say('command.daily.set.first', { date: new Date(kept.next.date), moment: discordTime(kept.next.at) })
      : say('command.daily.set.nothing');
    return reply(messages, { private: true, text: `${done}\n${first}` });
  },
});
