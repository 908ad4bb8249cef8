import { type Command, type Context, defineCommand } from '../src/answer/command.ts';
import { type PrivacyService, privacySections } from '../src/answer/privacy.ts';
import { type Button, privateLine, type Reply, reply } from '../src/answer/reply.ts';
import type { Messages } from '../src/messages/messages.ts';

const noStore = ({ messages }: Context) => privateLine(messages, 'command.privacy.noStore');

const aboutMe = ({ say }: Messages): readonly Button[] => [
  { label: say('command.privacy.delete.button'), action: { command: 'privacy delete', options: {} } },
  { label: say('command.privacy.file.button'), action: { command: 'privacy file', options: {} } },
];

function statement({ keeping }: PrivacyService, messages: Messages): Reply {
  return reply(messages, {
    private: true,
    title: messages.say('command.privacy.title'),
    text: messages.say('command.privacy.text'),
    sections: privacySections(keeping, messages),
    // If questions are not recorded, there are no records of people.
    buttons: keeping.questions ? [...aboutMe(messages)] : [],
  });
}

const show = defineCommand({
  name: 'privacy',
  description: 'command.privacy.description',
  options: {},
  run: (_values, context) => (context.privacy ? statement(context.privacy, context.messages) : noStore(context)),
});

const deletion = defineCommand({
  name: 'privacy delete',
  kind: 'component',
  options: {},
  run: async (_values, context, { user }) => {
    const { privacy, messages, now } = context;
    if (!privacy) return noStore(context);
    const { votes, questions } = await privacy.deleteRecordsOf(user, now.getTime());
    if (votes + questions === 0) return privateLine(messages, 'command.privacy.delete.nothing');
    return privateLine(messages, 'command.privacy.delete.done', { votes, questions });
  },
});

const file = defineCommand({
  name: 'privacy file',
  kind: 'component',
  options: {},
  run: async (_values, context, { user }) => {
    const { privacy, messages, now } = context;
    if (!privacy) return noStore(context);
    const kept = await privacy.recordsOf(user, now.getTime());
    const counts = { votes: kept.votes.length, questions: kept.questions.length };
    return {
      ...privateLine(messages, 'command.privacy.file.done', counts),
      files: [
        {
          name: 'kept-of-you.json',
          description: messages.say('command.privacy.file.about'),
          type: 'application/json',
          bytes: new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`),
        },
      ],
    };
  },
});

export const privacy: readonly Command[] = [show, deletion, file];
