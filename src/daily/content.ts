/** The post of a day: the same on a date wherever it goes, and another one the day after. */

import type { Context } from '../answer/command.ts';
import type { Asked } from '../answer/daily.ts';
import { type Button, type Reply, reply, type Section } from '../answer/reply.ts';
import {
  articleOf,
  asOf,
  citationsOf,
  correctionLines,
  factLines,
  latestArticle,
  quotedWords,
} from '../answer/sources.ts';
import type { Fact, Knowledge } from '../knowledge/knowledge.ts';
import { languagesSpoken, type Messages, messagesIn } from '../messages/messages.ts';
import { DAY_MS, withinDays } from '../text/dates.ts';

const FACTS = 4;
const CORRECTED_DAYS = 7;

/** The item of a list on its turn, where a list begins anew after its end. */
function onTurn<Item>(items: readonly Item[], turn: number): readonly Item[] {
  return items.length === 0 ? [] : items.slice(turn % items.length).slice(0, 1);
}

/** All facts, one of each topic in turn, so that neighbours speak of different things. */
function mixed(facts: readonly Fact[]): readonly Fact[] {
  const topics = [...Map.groupBy(facts, ({ topic }) => topic).values()];
  const rounds = Math.max(0, ...topics.map((topic) => topic.length));
  return Array.from({ length: rounds }, (_, round) => topics.flatMap((topic) => topic.slice(round, round + 1))).flat();
}

/** The facts of a day: so many further along the list each day, so that all come before any comes again. */
function factsOfDay(day: number, knowledge: Knowledge): readonly Fact[] {
  const facts = mixed([...knowledge.facts.values()]);
  const shown = Math.min(FACTS, facts.length);
  return Array.from({ length: shown }, (_, place) => onTurn(facts, day * FACTS + place)).flat();
}

/** What a post is made of: the knowledge, and the language that it is in. */
type Told = Pick<Context, 'knowledge' | 'messages'>;

function quotationSections(day: number, { knowledge, messages }: Told): readonly Section[] {
  return onTurn(knowledge.quotations, day).map((quotation) => ({
    heading: messages.say('daily.content.quotation'),
    text: `${quotedWords(quotation, { knowledge, messages })}\n${quotation.context}`,
  }));
}

function gapSections(day: number, { knowledge, messages }: Told): readonly Section[] {
  const gaps = [...knowledge.entries.values()].filter(({ kind }) => kind === 'gap');
  return onTurn(gaps, day).map(({ question, answer }) => ({
    heading: messages.say('daily.content.gap'),
    text: `**${question}**\n${answer}`,
  }));
}

function correctionSections(date: string, { knowledge, messages }: Told): readonly Section[] {
  const { facts, entries } = knowledge;
  const recent = [...facts.values(), ...entries.values()].filter(
    ({ correction }) => correction && withinDays(correction.date, CORRECTED_DAYS, new Date(date)),
  );
  const lines = recent.flatMap((item) => [
    `- ${'text' in item ? item.text : item.answer}`,
    ...correctionLines([item], messages),
  ]);
  return lines.length === 0 ? [] : [{ heading: messages.say('daily.content.corrected'), text: lines.join('\n') }];
}

function askedSections(asked: readonly Asked[], { say }: Messages): readonly Section[] {
  const lines = asked.map(({ question, times }) => `- ${say('daily.content.askedLine', { question, times })}`);
  return lines.length === 0 ? [] : [{ heading: say('daily.content.asked'), text: lines.join('\n') }];
}

/** Asking nothing opens the modal to ask in. */
const askButton = ({ say }: Messages): Button => ({
  label: say('daily.content.ask'),
  action: { command: 'ask', options: { question: '' } },
});

/** The title of a date's post, which no other date's has. */
export function dailyTitle(date: string, { say }: Messages): string {
  return say('daily.content.title', { date: new Date(date) });
}

/** Its title in every language: in which one it was posted, only the channel tells. */
export function dailyTitles(date: string): readonly string[] {
  return languagesSpoken().map((language) => dailyTitle(date, messagesIn(language)));
}

/**
 * The post of a date.
 * @param date `YYYY-MM-DD`, the server's own
 * @param asked what this server asked most the day before
 */
export function dailyPost(date: string, told: Told, asked: readonly Asked[] = []): Reply {
  const { knowledge, messages } = told;
  const day = Math.floor(Date.parse(date) / DAY_MS);
  const facts = factsOfDay(day, knowledge);
  return reply(messages, {
    title: dailyTitle(date, messages),
    text: factLines(facts, knowledge),
    sections: [
      ...quotationSections(day, told),
      ...gapSections(day, told),
      ...correctionSections(date, told),
      ...askedSections(asked, messages),
    ],
    citations: citationsOf(facts, told),
    footer: asOf(facts[0] ? articleOf(facts[0], knowledge) : latestArticle(knowledge), messages),
    buttons: [askButton(messages)],
  });
}
