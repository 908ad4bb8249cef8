import { type Command, defineCommand } from '../src/answer/command.ts';
import { type PrivacyService, privacySections } from '../src/answer/privacy.ts';
import { type Button, privateLine, type Reply, reply } from '../src/answer/reply.ts';
import { count } from '../src/text/quote.ts';

const NO_STORE = privateLine('Here the bot runs without Discord and keeps nothing at all.');

const ABOUT_ME: readonly Button[] = [
  { label: 'Delete what is kept of me', action: { command: 'privacy delete', options: {} } },
  { label: 'Give me what is kept of me', action: { command: 'privacy file', options: {} } },
];

function statement({ keeping }: PrivacyService): Reply {
  return reply({
    private: true,
    title: 'What is kept, and for how long',
    text: 'I answer from texts that were written beforehand. What I keep of what I am asked serves to mend them.',
    sections: privacySections(keeping),
    // Where nothing is kept of questions, nothing is kept of anybody.
    buttons: keeping.questions ? [...ABOUT_ME] : [],
  });
}

const show = defineCommand({
  name: 'privacy',
  description: 'What is kept of what you ask, for how long, and how to have it deleted',
  options: {},
  run: (_values, { privacy }) => (privacy ? statement(privacy) : NO_STORE),
});

const deletion = defineCommand({
  name: 'privacy delete',
  description: 'Delete what is kept of you',
  kind: 'component',
  options: {},
  run: async (_values, { privacy, now }, { user }) => {
    if (!privacy) return NO_STORE;
    const { votes, questions } = await privacy.deleteRecordsOf(user, now.getTime());
    if (votes + questions === 0) return privateLine('Nothing is kept of you, so nothing was deleted.');
    return privateLine(
      `Deleted: ${count(votes, 'vote')} on answers, and the note of ${count(questions, 'question')} that nobody else ` +
        'has asked. Nothing is kept of you now; counts stay, as nobody stands beside them.',
    );
  },
});

const file = defineCommand({
  name: 'privacy file',
  description: 'What is kept of you, as a file',
  kind: 'component',
  options: {},
  run: async (_values, { privacy, now }, { user }) => {
    if (!privacy) return NO_STORE;
    const kept = await privacy.recordsOf(user, now.getTime());
    return {
      ...privateLine(
        `Kept of you: ${count(kept.votes.length, 'vote')} on answers, and the note of ` +
          `${count(kept.questions.length, 'question')} that nobody else has asked. The file holds it, without the hashes.`,
      ),
      files: [
        {
          name: 'kept-of-you.json',
          description: 'What is kept of you',
          type: 'application/json',
          bytes: new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`),
        },
      ],
    };
  },
});

export const privacy: readonly Command[] = [show, deletion, file];
