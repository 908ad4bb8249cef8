/** The bot's messages in English, for tests that compare texts. */
import * as answer from '../../src/answer/reply.ts';
import { BASE_LANGUAGE, messagesIn } from '../../src/messages/messages.ts';

export const english = messagesIn(BASE_LANGUAGE);

/** A reply in English, from its parts. */
export const reply = (parts: Parameters<typeof answer.reply>[1]) => answer.reply(english, parts);

/** A private line with any text. */
export const privateLine = (text: string) => reply({ private: true, text });
