/** How the bot introduces itself when it joins a server, and on the page's first screen. */

import type { Spoken } from '../answer/languages.ts';
import { askButton, modalButton } from '../answer/offers.ts';
import { type Button, type Reply, reply } from '../answer/reply.ts';
import { asOf, latestArticle } from '../answer/sources.ts';
import { languagesSpoken, type Messages, messagesIn } from '../messages/messages.ts';

const QUESTIONS = 3;

const buttonsIn = ({ say }: Messages): readonly Button[] => [
  modalButton(say('greeting.ask')),
  { label: say('greeting.summary'), action: { command: 'summary', options: {} } },
  { label: say('greeting.daily'), action: { command: 'daily here', options: {} } },
];

/** Its title in every language: only the channel shows in which one it was posted. */
export function greetingTitles(): readonly string[] {
  return languagesSpoken().map((language) => messagesIn(language).say('greeting.title'));
}

/** The greeting for a server. */
export function greeting({ knowledge, messages }: Pick<Spoken, 'knowledge' | 'messages'>): Reply {
  const { say } = messages;
  const article = latestArticle(knowledge);
  return reply(messages, {
    title: say('greeting.title'),
    text: say('greeting.text', { headline: article.headline }),
    footer: asOf(article, messages),
    buttons: buttonsIn(messages),
  });
}

/** The same with buttons for three questions, for a newcomer. */
export function greetingWithQuestions(spoken: Spoken): Reply {
  const greeted = greeting(spoken);
  const questions = spoken.search.completeQuestion('', QUESTIONS).map(askButton);
  return { ...greeted, buttons: [...greeted.buttons, ...questions] };
}
