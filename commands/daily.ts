/** The daily post of a server: its managers see it, change it, end it and read the next one. */
import { type Asker, type Command, type Context, defineCommand } from '../src/answer/command.ts';
import type { Obstacle, Preferences } from '../src/answer/daily.ts';
import { privateLine, type Reply } from '../src/answer/reply.ts';
import { readWeekdays } from '../src/daily/weekdays.ts';
import type { Messages } from '../src/messages/messages.ts';
import { mentionOf, type Place, panel } from './daily-panel.ts';
import { readLanguage } from './language.ts';

/** The server, and the services for its posts and its language; or the line that says that one is missing. */
export function placeOf({ daily, serverLanguage, messages }: Context, { guild }: Asker): Place | Reply {
  if (!guild || !daily || !serverLanguage) return privateLine(messages, 'command.daily.noServer');
  return { guild, service: daily, serverLanguage };
}

/** The line that says why a server cannot have such posts. */
export function obstacleLine(obstacle: Obstacle, channel: string, messages: Messages): Reply {
  if ('refused' in obstacle) return privateLine(messages, obstacle.refused);
  const permissions = obstacle.missing.map((key) => messages.say(key)).join(messages.say('list.separator'));
  return privateLine(messages, 'command.daily.set.missing', { channel: mentionOf(channel), permissions });
}

const show = defineCommand({
  name: 'daily show',
  description: 'command.daily.show.description',
  managersOnly: true,
  options: {},
  run: async (_values, context, asker) => {
    const place = placeOf(context, asker);
    return 'service' in place ? panel(place, context) : place;
  },
});

const change = defineCommand({
  name: 'daily change',
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
    const { guild, service, serverLanguage } = place;
    const before = await service.get(guild.id);
    if (!before) return privateLine(context.messages, 'command.daily.none');
    const weekdays = typed === undefined ? null : readWeekdays(typed);
    const preferences: Partial<Preferences> = {
      ...(weekdays !== null && { weekdays }),
      ...(after !== undefined && { after: after === 'stop' ? 'stop' : 'weekly' }),
      ...(publish !== undefined && { publish }),
      ...(thread !== undefined && { thread }),
      ...(answered !== undefined && { answered }),
      ...(ping === false && { role: null }),
    };
    const obstacle = Object.keys(preferences).length > 0 ? await service.change(guild.id, preferences) : null;
    if (obstacle) return obstacleLine(obstacle, before.schedule.channel, context.messages);
    const spoken = language === undefined ? null : readLanguage(language, context);
    if (spoken !== null) await serverLanguage.choose(guild, spoken);
    return panel(place, context);
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

export const daily: readonly Command[] = [show, change, off, preview];
