/** The daily post, as a server's managers set it. */
import { type Asker, type Command, type Context, defineCommand } from '../src/answer/command.ts';
import type { Daily, DailyService } from '../src/answer/daily.ts';
import { privateLine, type Reply, reply } from '../src/answer/reply.ts';
import { localDate } from '../src/daily/calendar.ts';
import { dailyPost } from '../src/daily/content.ts';
import { readTime } from '../src/daily/time.ts';
import { readZone, suggestZones } from '../src/daily/zones.ts';
import { longDate } from '../src/text/dates.ts';
import { count, cut, quoteUserText } from '../src/text/quote.ts';

const OFFERED = 25;
const SUGGESTED = 3;

type Place = { readonly guild: string; readonly service: DailyService };

/** Where there is no server or no bot to post in it, the line that says so. */
function placeOf({ daily }: Context, { guild }: Asker): Place | Reply {
  if (!guild || !daily)
    return privateLine('The daily post needs a server on Discord, and the bot in it with its token.');
  return { guild: guild.id, service: daily };
}

/** A moment as each reader's Discord shows it, and how far away it is. */
const discordTime = (at: number) => `<t:${Math.floor(at / 1000)}:F> (<t:${Math.floor(at / 1000)}:R>)`;

function unknownZone(typed: string): Reply {
  const near = suggestZones(typed, SUGGESTED).map((zone) => `\`${zone}\``);
  const mend = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Give one such as `Europe/Kyiv`.';
  return privateLine(`I know no time zone “${quoteUserText(cut(typed, 60))}”, so nothing was set. ${mend}`);
}

const set = defineCommand({
  name: 'daily set',
  description: 'Post once a day in a channel, at your hour',
  managersOnly: true,
  options: {
    channel: { type: 'channel', description: 'Where to post', required: true },
    time: { type: 'text', description: 'When, such as 07:30 or 7:30pm', required: true, maxLength: 20 },
    timezone: {
      type: 'text',
      description: 'Whose clock, such as Europe/Kyiv; UTC where none is given',
      maxLength: 100,
      suggest: (typed) => suggestZones(typed, OFFERED).map((zone) => ({ name: zone, value: zone })),
    },
  },
  run: async ({ channel, time: typed, timezone }, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const time = readTime(typed);
    if (time === null) {
      const shown = quoteUserText(cut(typed, 60));
      return privateLine(`“${shown}” is not a time I can read, so nothing was set. Write it as 07:30 or 7:30pm.`);
    }
    const zone = timezone === undefined ? 'UTC' : readZone(timezone);
    if (zone === null) return unknownZone(timezone ?? '');
    const kept = await place.service.set({ guild: place.guild, channel, time, zone }, context.now.getTime());
    if ('missing' in kept) {
      return privateLine(
        `Nothing was set: in <#${channel}> I am missing ${kept.missing.join(', ')}. Allow me that there, and set it again.`,
      );
    }
    const assumed = timezone === undefined ? ' No time zone was given, so I took UTC; `timezone` sets another.' : '';
    return privateLine(
      `A post a day in <#${channel}> at ${time} (${zone}).${assumed}\n` +
        `The first: ${longDate(kept.next.date)}, ${discordTime(kept.next.at)}.`,
    );
  },
});

function underWayLine({ date, attempts, isUnclear, reason }: NonNullable<Daily['underWay']>): string {
  const unclear = isUnclear ? ' It may stand in the channel, so I look there before I post it again.' : '';
  return `**Under way:** ${longDate(date)}, tried ${count(attempts, 'time')}: ${cut(reason.replace(/\.$/, ''), 200)}.${unclear}`;
}

function statusLines({ schedule, next, pausedAt, underWay, delivered, failed }: Daily): readonly string[] {
  const { guild, channel, time, zone } = schedule;
  const upcoming =
    pausedAt === null
      ? `**Next post:** ${longDate(next.date)} at ${time} (${zone}), ${discordTime(next.at)}`
      : `**Paused** since ${discordTime(pausedAt)}, after three days of refusals. \`/daily set\` starts it again.`;
  const last = delivered
    ? `${discordTime(delivered.at)}, https://discord.com/channels/${guild}/${delivered.channel}/${delivered.message}`
    : 'none yet';
  return [
    `**Channel:** <#${channel}>`,
    upcoming,
    ...(underWay ? [underWayLine(underWay)] : []),
    `**Last delivery:** ${last}`,
    ...(failed ? [`**Last failure:** ${discordTime(failed.at)}. ${failed.reason}`] : []),
  ];
}

const NONE = 'There is no daily post in this server. `/daily set` begins one.';

const show = defineCommand({
  name: 'daily show',
  description: 'When the next post comes, and how the last ones went',
  managersOnly: true,
  options: {},
  run: async (_values, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const daily = await place.service.get(place.guild);
    if (!daily) return privateLine(NONE);
    return reply({ private: true, title: 'The daily post', text: statusLines(daily).join('\n') });
  },
});

const off = defineCommand({
  name: 'daily off',
  description: 'End the daily post',
  managersOnly: true,
  options: {},
  run: async (_values, context, asker) => {
    const place = placeOf(context, asker);
    if (!('service' in place)) return place;
    const ended = await place.service.end(place.guild);
    return privateLine(ended ? 'The daily post has ended. Nothing more will be posted.' : NONE);
  },
});

const preview = defineCommand({
  name: 'daily preview',
  description: "Today's post, for you alone",
  managersOnly: true,
  options: {},
  run: async (_values, context, { guild }) => {
    const daily = guild && (await context.daily?.get(guild.id));
    const today = localDate(context.now.getTime(), daily?.schedule.zone ?? 'UTC');
    const asked = guild ? await context.daily?.askedBefore(guild.id, today) : undefined;
    return { ...dailyPost(today, context.knowledge, asked), private: true };
  },
});

export const daily: readonly Command[] = [set, show, off, preview];
