/** Reports a question without an answer to the curators, by a button under the reply. */
import { defineCommand } from '../src/answer/command.ts';
import { privateLine } from '../src/answer/reply.ts';

/** The most characters of a question that are stored. */
const LONGEST = 200;

export const tell = defineCommand({
  name: 'tell',
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

/** The same for a question that is too long for a button: a modal asks for a shorter version. */
export const tellShortly = defineCommand({
  name: 'tell shortly',
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
