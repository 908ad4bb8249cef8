/** The state of a server's daily post, with buttons and menus to change it. */
import type { Context } from '../src/answer/command.ts';
import { type Daily, type DailyService, reasonIn } from '../src/answer/daily.ts';
import { type Button, type Menu, privateLine, type Reply, reply } from '../src/answer/reply.ts';
import type { Server, ServerLanguage } from '../src/answer/server-language.ts';
import { weekdayChoices, weekdaysIn } from '../src/daily/weekdays.ts';
import type { Messages } from '../src/messages/messages.ts';
import { cut } from '../src/text/quote.ts';
import { languageChoices, languageName } from './language.ts';

/** A server, and the services for its posts and its language. */
export interface Place {
  readonly guild: Server;
  readonly service: DailyService;
  readonly serverLanguage: ServerLanguage;
}

/** A timestamp in each reader's time zone, and how far away it is. */
export const discordTime = (at: number): string => `<t:${Math.floor(at / 1000)}:F> (<t:${Math.floor(at / 1000)}:R>)`;

export const mentionOf = (channel: string): string => `<#${channel}>`;

function underWayLine(underWay: NonNullable<Daily['underWay']>, messages: Messages): string {
  const { date, attempts, isUnclear } = underWay;
  const reason = cut(reasonIn(messages, underWay.reason).replace(/\.$/, ''), 200);
  const line = messages.say('command.daily.show.underWay', { date: new Date(date), attempts, reason });
  return isUnclear ? `${line} ${messages.say('command.daily.show.unclear')}` : line;
}

function nextLine({ schedule: { time, zone }, next, pausedAt }: Daily, { say }: Messages): string {
  if (pausedAt !== null) return say('command.daily.show.paused', { moment: discordTime(pausedAt) });
  if (next === null) return say('command.daily.show.nothing');
  const moment = discordTime(next.at);
  return say('command.daily.show.next', { date: new Date(next.date), time, zone, moment });
}

function deliveredLine({ schedule: { guild }, delivered }: Daily, { say }: Messages): string {
  if (!delivered) return say('command.daily.show.noneDelivered');
  const link = `https://discord.com/channels/${guild}/${delivered.channel}/${delivered.message}`;
  return say('command.daily.show.delivered', { moment: discordTime(delivered.at), link });
}

function unfollowedLine({ step, date, reason: why }: Daily['unfollowed'][number], messages: Messages): string {
  const [when, reason] = [new Date(date), reasonIn(messages, why)];
  return step === 'publish'
    ? messages.say('command.daily.show.unfollowed.publish', { date: when, reason })
    : messages.say('command.daily.show.unfollowed.thread', { date: when, reason });
}

/** The state of the posts. */
function statusLines(daily: Daily, messages: Messages): readonly string[] {
  const { say } = messages;
  const { schedule, underWay, failed, unfollowed } = daily;
  return [
    say('command.daily.show.channel', { channel: mentionOf(schedule.channel) }),
    nextLine(daily, messages),
    ...(underWay ? [underWayLine(underWay, messages)] : []),
    deliveredLine(daily, messages),
    ...(failed
      ? [
          say('command.daily.show.failed', {
            moment: discordTime(failed.at),
            reason: reasonIn(messages, failed.reason),
          }),
        ]
      : []),
    ...unfollowed.map((step) => unfollowedLine(step, messages)),
  ];
}

/** The server's preferences. */
function preferenceLines({ schedule, progress }: Daily, language: string, messages: Messages): readonly string[] {
  const { say } = messages;
  const { weekdays, after, publish, thread, answered, role } = schedule;
  return [
    say('command.daily.show.series', { shown: progress.shown, all: progress.all, after }),
    say('command.daily.show.days', { days: weekdaysIn(weekdays, messages) }),
    say('command.daily.show.language', { language: languageName(language, messages) }),
    say('command.daily.show.publish', { on: String(publish) }),
    say('command.daily.show.thread', { on: String(thread) }),
    say('command.daily.show.answered', { on: String(answered) }),
    role === null ? say('command.daily.show.noRole') : say('command.daily.show.role', { role: `<@&${role}>` }),
    say('command.daily.show.hint'),
  ];
}

const changing = (options: Readonly<Record<string, string>>) => ({ command: 'daily change', options });

function menusOf(context: Context): readonly Menu[] {
  const { say } = context.messages;
  const label = ({ name, value }: { readonly name: string; readonly value: string }) => ({ label: name, value });
  return [
    {
      placeholder: say('command.daily.change.weekdays'),
      action: changing({}),
      option: 'weekdays',
      choices: weekdayChoices(context.messages).map(label),
      shows: 'replace',
    },
    {
      placeholder: say('command.daily.change.language'),
      action: changing({}),
      option: 'language',
      choices: languageChoices(context).map(label),
      shows: 'replace',
    },
  ];
}

function buttonsOf({ schedule }: Daily, { say }: Messages): readonly Button[] {
  const { publish, thread, answered, after, role } = schedule;
  const other = after === 'weekly' ? 'stop' : 'weekly';
  return [
    {
      label: say('command.daily.change.publish', { on: String(!publish) }),
      action: changing({ publish: String(!publish) }),
      shows: 'replace',
    },
    {
      label: say('command.daily.change.thread', { on: String(!thread) }),
      action: changing({ thread: String(!thread) }),
      shows: 'replace',
    },
    {
      label: say('command.daily.change.answered', { on: String(!answered) }),
      action: changing({ answered: String(!answered) }),
      shows: 'replace',
    },
    {
      label: say('command.daily.change.after', { after: other }),
      action: changing({ after: other }),
      shows: 'replace',
    },
    ...(role === null
      ? []
      : [
          {
            label: say('command.daily.change.pingNobody'),
            action: changing({ ping: 'false' }),
            shows: 'replace',
          } as const,
        ]),
    { label: say('command.daily.change.end'), action: { command: 'daily off', options: {} } },
  ];
}

/** The panel, in the server's language. */
export async function panel({ guild, service, serverLanguage }: Place, context: Context): Promise<Reply> {
  const language = await serverLanguage.of(guild);
  const spoken = { ...context, ...context.languages.in(language) };
  const { messages } = spoken;
  const daily = await service.get(guild.id);
  if (!daily) return privateLine(messages, 'command.daily.none');
  return reply(messages, {
    private: true,
    title: messages.say('command.daily.show.title'),
    text: [...statusLines(daily, messages), '', ...preferenceLines(daily, language, messages)].join('\n'),
    menus: menusOf(spoken),
    buttons: buttonsOf(daily, messages),
  });
}
