import { defineCommand } from '../src/answer/command.ts';
import type { DayCounts, Insights } from '../src/answer/insights.ts';
import { privateLine, reply, type Section } from '../src/answer/reply.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { longDate } from '../src/text/dates.ts';
import { count, quoteUserText } from '../src/text/quote.ts';

const SHOWN = 5;
const DAYS = ['7', '30'] as const;

/** An entry's question; its id if it is gone from the knowledge. */
function titleOf(entry: string, { entries }: Knowledge): string {
  return entries.get(entry)?.question ?? `\`${entry}\`, which is gone`;
}

const list = (heading: string, lines: readonly string[]): readonly Section[] =>
  lines.length === 0 ? [] : [{ heading, text: lines.join('\n') }];

function unansweredLines({ unanswered, withheld }: Insights): readonly string[] {
  const shown = unanswered
    .slice(0, SHOWN)
    .map(({ text, times }) => `- ${count(times, 'time')}: “${quoteUserText(text)}”`);
  if (withheld === 0) return shown;
  const others = `Something else was asked ${count(withheld, 'time')}, too seldom for its words to be shown.`;
  return [...shown, `-# ${others}`];
}

const total = (days: readonly DayCounts[], status: Exclude<keyof DayCounts, 'day'>) =>
  days.reduce((sum, counts) => sum + counts[status], 0);

function figures({ answered, not_stated, no_match }: Omit<DayCounts, 'day'>): string {
  return `${answered} answered, ${not_stated} that the article does not settle, ${no_match} where nothing was found`;
}

function dayLines(days: readonly DayCounts[]): readonly string[] {
  return days
    .filter(({ answered, not_stated, no_match }) => answered + not_stated + no_match > 0)
    .map(({ day, answered, not_stated, no_match }) => `- ${longDate(day)}: ${answered}, ${not_stated}, ${no_match}`);
}

export const insights = defineCommand({
  name: 'insights',
  description: 'What was asked in this server, found nothing, or was not helpful',
  managersOnly: true,
  options: {
    days: {
      type: 'text',
      description: 'How far back; 7 days where nothing is chosen',
      maxLength: 10,
      choices: DAYS.map((days) => ({ name: `${days} days`, value: days })),
    },
  },
  run: async ({ days: chosen }, context, { guild }) => {
    const { knowledge, now } = context;
    const service = context.insights;
    if (!guild || !service) return privateLine('Nothing is kept of what is asked here, so there is nothing to show.');
    const days = Number(chosen ?? DAYS[0]);
    const found = await service.of(guild.id, days, now.getTime());
    const sums = {
      answered: total(found.days, 'answered'),
      not_stated: total(found.days, 'not_stated'),
      no_match: total(found.days, 'no_match'),
    };
    const all = sums.answered + sums.not_stated + sums.no_match;
    if (all === 0 && found.unhelpful.length === 0) {
      return privateLine(`Nothing was asked in this server in the last ${days} days.`);
    }
    return reply({
      private: true,
      title: `What was asked here in the last ${days} days`,
      text: `**${count(all, 'question')}**: ${figures(sums)}.`,
      sections: [
        ...list(
          'Most asked',
          found.asked
            .slice(0, SHOWN)
            .map(({ entry, times }) => `- ${count(times, 'time')}: ${titleOf(entry, knowledge)}`),
        ),
        ...list('Nothing found', unansweredLines(found)),
        ...list(
          'Not what was asked',
          found.unhelpful
            .slice(0, SHOWN)
            .map(
              ({ entry, misfits, helpful }) =>
                `- ${misfits} said so, ${helpful} found it helpful: ${titleOf(entry, knowledge)}`,
            ),
        ),
        ...list('Day by day: answered, not settled, nothing found', dayLines(found.days)),
      ],
      footer: `Days are UTC · kept for ${count(service.keptDays, 'day')}`,
      files: [
        {
          name: 'questions.png',
          description: 'A bar for each day: the figures that stand under “Day by day”',
          type: 'image/png',
          bytes: await service.chart(found.days),
        },
      ],
    });
  },
});
