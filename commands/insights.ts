import { defineCommand } from '../src/answer/command.ts';
import type { DayCounts, Insights } from '../src/answer/insights.ts';
import { privateLine, reply, type Section } from '../src/answer/reply.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { oneOrSeveral } from '../src/knowledge/of-articles.ts';
import type { Messages } from '../src/messages/messages.ts';
import { quoteUserText } from '../src/text/quote.ts';

const SHOWN = 5;
const DEFAULT_DAYS = '7';

/** An entry's question; its id if it is no longer in the knowledge. */
function titleOf(entry: string, { entries }: Knowledge, { say }: Messages): string {
  return entries.get(entry)?.question ?? say('command.insights.gone', { entry });
}

const list = (heading: string, lines: readonly string[]): readonly Section[] =>
  lines.length === 0 ? [] : [{ heading, text: lines.join('\n') }];

function askedLines({ asked }: Insights, knowledge: Knowledge, messages: Messages): readonly string[] {
  return asked.slice(0, SHOWN).map(({ entry, times }) => {
    const question = titleOf(entry, knowledge, messages);
    return `- ${messages.say('command.insights.askedLine', { times, question })}`;
  });
}

function unansweredLines({ unanswered, withheld }: Insights, { say }: Messages): readonly string[] {
  const shown = unanswered
    .slice(0, SHOWN)
    .map(({ text, times }) => `- ${say('command.insights.unansweredLine', { times, text: quoteUserText(text) })}`);
  return withheld === 0 ? shown : [...shown, `-# ${say('command.insights.withheld', { times: withheld })}`];
}

function unhelpfulLines({ unhelpful }: Insights, knowledge: Knowledge, messages: Messages): readonly string[] {
  return unhelpful.slice(0, SHOWN).map(({ entry, misfits, helpful }) => {
    const question = titleOf(entry, knowledge, messages);
    return `- ${messages.say('command.insights.unhelpfulLine', { misfits, helpful, question })}`;
  });
}

const total = (days: readonly DayCounts[], status: Exclude<keyof DayCounts, 'day'>) =>
  days.reduce((sum, counts) => sum + counts[status], 0);

function dayLines(days: readonly DayCounts[], { say }: Messages): readonly string[] {
  return days
    .filter(({ answered, not_stated, no_match }) => answered + not_stated + no_match > 0)
    .map(({ day, answered, not_stated: notStated, no_match: noMatch }) => {
      return `- ${say('command.insights.dayLine', { day: new Date(day), answered, notStated, noMatch })}`;
    });
}

export const insights = defineCommand({
  name: 'insights',
  description: 'command.insights.description',
  managersOnly: true,
  options: {
    days: {
      type: 'text',
      description: 'command.insights.option.days',
      maxLength: 10,
      choices: [
        { name: 'command.insights.option.days.7', value: DEFAULT_DAYS },
        { name: 'command.insights.option.days.30', value: '30' },
      ],
    },
  },
  run: async ({ days: chosen }, context, { guild }) => {
    const { knowledge, messages, now } = context;
    const { say } = messages;
    const service = context.insights;
    if (!guild || !service) return privateLine(messages, 'command.insights.notKept');
    const days = Number(chosen ?? DEFAULT_DAYS);
    const found = await service.of(guild.id, days, now.getTime());
    const answered = total(found.days, 'answered');
    const notStated = total(found.days, 'not_stated');
    const noMatch = total(found.days, 'no_match');
    const all = answered + notStated + noMatch;
    if (all === 0 && found.unhelpful.length === 0) return privateLine(messages, 'command.insights.nothing', { days });
    return reply(messages, {
      private: true,
      title: say('command.insights.title', { days }),
      text: say('command.insights.figures', { all, answered, notStated, noMatch, articles: oneOrSeveral(knowledge) }),
      sections: [
        ...list(say('command.insights.asked'), askedLines(found, knowledge, messages)),
        ...list(say('command.insights.unanswered'), unansweredLines(found, messages)),
        ...list(say('command.insights.unhelpful'), unhelpfulLines(found, knowledge, messages)),
        ...list(say('command.insights.days'), dayLines(found.days, messages)),
      ],
      footer: say('command.insights.kept', { days: service.keptDays }),
      files: [
        {
          name: 'questions.png',
          description: say('command.insights.chart'),
          type: 'image/png',
          bytes: await service.chart(found.days, messages, oneOrSeveral(knowledge)),
        },
      ],
    });
  },
});
