/** Sets the daily post by a button in the channel where it is pressed; everything else is up to `/daily set`. */
import { defineCommand } from '../src/answer/command.ts';
import { privateLine } from '../src/answer/reply.ts';

export const dailyHere = defineCommand({
  name: 'daily here',
  kind: 'component',
  managersOnly: true,
  options: {},
  run: (_, { daily, messages }, { channel }) => {
    if (!daily || channel === undefined) return privateLine(messages, 'command.daily.noServer');
    const { say } = messages;
    return {
      ...privateLine(messages, 'command.dailyHere.noModal'),
      modal: {
        title: say('command.dailyHere.title'),
        label: say('command.dailyHere.label'),
        placeholder: say('command.dailyHere.placeholder'),
        maxLength: 20,
        action: { command: 'daily set', options: { channel } },
        option: 'time',
      },
    };
  },
});
