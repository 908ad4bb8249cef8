/** The content of a day's post, from its plan: one theme, corrections, and what the server asked most. */

import type { Context } from '../answer/command.ts';
import type { Asked } from '../answer/daily.ts';
import { askButton, modalButton } from '../answer/offers.ts';
import { type Button, type Reply, reply, type Section } from '../answer/reply.ts';
import {
  articleOf,
  asOf,
  citationsOf,
  correctionLines,
  factLines,
  factsOf,
  latestArticle,
  quotedWords,
} from '../answer/sources.ts';
import type { Knowledge, Theme } from '../knowledge/knowledge.ts';
import { inLanguage } from '../knowledge/translate.ts';
import { languagesSpoken, type Messages, messagesIn } from '../messages/messages.ts';
import { answeredSections } from './answered.ts';
import { itemsOf, type Plan } from './plan.ts';

/** What a post is made from: the knowledge and the messages, in its language. */
type Told = Pick<Context, 'knowledge' | 'messages'>;

/** What a post in a language is made from. */
export function toldIn(language: string, knowledge: Knowledge): Told {
  return { knowledge: inLanguage(knowledge, language), messages: messagesIn(language) };
}

/** A theme in the language of `knowledge`; a plan may come from another language. */
function themeIn({ articles }: Knowledge, { id }: Theme): Theme | undefined {
  return articles.flatMap(({ series }) => series).find((theme) => theme.id === id);
}

function quotationSections({ quotation: wanted }: Theme, { knowledge, messages }: Told): readonly Section[] {
  return knowledge.quotations
    .filter(({ id }) => id === wanted)
    .map((quotation) => ({
      heading: messages.say('daily.content.quotation'),
      text: `${quotedWords(quotation, { knowledge, messages })}\n${quotation.context}`,
    }));
}

function questionSections({ question }: Theme, { knowledge, messages }: Told): readonly Section[] {
  const entry = knowledge.entries.get(question);
  return entry ? [{ heading: messages.say('daily.content.question'), text: entry.question }] : [];
}

/** Shows the answer to the question of the day to whoever presses it. */
function answerButtons({ question }: Theme, { knowledge, messages }: Told): readonly Button[] {
  const entry = knowledge.entries.get(question);
  return entry ? [{ ...askButton(entry), label: messages.say('daily.content.answer') }] : [];
}

function correctionSections({ corrected }: Plan, { knowledge, messages }: Told): readonly Section[] {
  const { facts, entries } = knowledge;
  const lines = corrected.flatMap((item) => [
    `- ${facts.get(item.id)?.text ?? entries.get(item.id)?.answer ?? ''}`,
    ...correctionLines([item], messages),
  ]);
  return lines.length === 0 ? [] : [{ heading: messages.say('daily.content.corrected'), text: lines.join('\n') }];
}

function askedSections(asked: readonly Asked[], { say }: Messages): readonly Section[] {
  const lines = asked.map(({ question, times }) => `- ${say('daily.content.askedLine', { question, times })}`);
  return lines.length === 0 ? [] : [{ heading: say('daily.content.asked'), text: lines.join('\n') }];
}

/**
 * The headline of a date's post: from its theme, else its corrections, else its newly answered questions.
 * @param items what the post shows, as recorded
 */
export function headlineOf(theme: Theme | null, items: readonly string[], { knowledge, messages }: Told): string {
  const translated = theme && themeIn(knowledge, theme);
  if (translated) return translated.headline;
  return messages.say(items.length > 0 ? 'daily.content.corrections' : 'daily.content.answers');
}

/** The title of a date's post; its ending distinguishes it from any other date's. */
function titleOf(date: string, headline: string, { say }: Messages): string {
  return say('daily.content.title', { headline, date: new Date(date) });
}

/** The ending of the title of a date's post in every language: only the channel shows in which one it was posted. */
export function titleEndings(date: string): readonly string[] {
  return languagesSpoken().map((language) => titleOf(date, '', messagesIn(language)));
}

/**
 * The post of a date.
 * @param date `YYYY-MM-DD`, the server's own
 * @param asked what this server asked most on the day before
 */
export function dailyPost(date: string, plan: Plan, told: Told, asked: readonly Asked[] = []): Reply {
  const { knowledge, messages } = told;
  const theme = plan.theme && themeIn(knowledge, plan.theme);
  const facts = theme ? factsOf(theme.facts, knowledge) : [];
  const [first] = facts;
  const article = first ? articleOf(first, knowledge) : latestArticle(knowledge);
  return reply(messages, {
    title: titleOf(date, headlineOf(plan.theme, itemsOf(plan), told), messages),
    text: theme ? `${theme.lead}\n${factLines(facts, knowledge)}` : '',
    sections: [
      ...(theme ? [...quotationSections(theme, told), ...questionSections(theme, told)] : []),
      ...correctionSections(plan, told),
      ...answeredSections(plan.answered, told),
      ...askedSections(asked, messages),
    ],
    citations: citationsOf(facts, told),
    footer: asOf(article, messages),
    buttons: [...(theme ? answerButtons(theme, told) : []), modalButton(messages.say('daily.content.ask'))],
  });
}
