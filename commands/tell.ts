/** Tells the curators of a question that found nothing, by a button under that answer. */
import { defineCommand } from '../src/answer/command.ts';
import { privateLine } from '../src/answer/reply.ts';

/** No more is kept of a question. */
const LONGEST = 200;

export const tell = defineCommand({
  name: 'tell',
  description: 'command.tell.description',
  kind: 'component',
  options: {
    words: { type: 'text', description: 'command.tell.option.words', required: true, maxLength: LONGEST },
  },
  run: async ({ words }, { insights, messages, now }, { guild }) => {
    if (!insights) return privateLine(messages, 'command.tell.notKept');
    const isKept = await insights.tell(guild?.id, words, now.getTime());
    return privateLine(messages, isKept ? 'command.tell.noted' : 'command.tell.nothingLeft');
  },
});

/** The same for a question that is too long for a button, which is put shortly in a modal. */
export const tellShortly = defineCommand({
  name: 'tell shortly',
  description: 'command.tell.description',
  kind: 'component',
  options: {},
  run: (_, { insights, messages }) => {
    if (!insights) return privateLine(messages, 'command.tell.notKept');
    const { say } = messages;
    return {
      ...privateLine(messages, 'command.tell.noModal'),
      modal: {
        title: say('command.tell.title'),
        label: say('command.tell.label'),
        placeholder: say('command.tell.placeholder'),
        maxLength: LONGEST,
        action: { command: 'tell', options: {} },
        option: 'words',
      },
    };
  },
});
