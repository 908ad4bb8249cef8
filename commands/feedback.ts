/** Feedback on an answer, by the buttons under it. */
import { chosenReply } from '../src/answer/answer.ts';
import { type Asker, type Command, type Context, defineCommand } from '../src/answer/command.ts';
import { NEAREST, type Trace, type Vote } from '../src/answer/insights.ts';
import { privateLine, type Reply } from '../src/answer/reply.ts';
import { decodeTrace } from '../src/answer/trace.ts';
import type { Entry } from '../src/knowledge/knowledge.ts';
import type { Messages } from '../src/messages/messages.ts';

/** Never an entry's id, because ids have no spaces. */
const NONE = 'none of these';

const gone = ({ messages }: Context) => privateLine(messages, 'command.feedback.outdated');
const notKept = ({ messages }: Context) => privateLine(messages, 'command.feedback.notKept');

const answer = { type: 'text', description: 'command.feedback.option.answer', required: true, maxLength: 100 } as const;

/** Stores a vote; returns the line to show if it cannot. */
async function saveVote(about: Trace | null, vote: Vote, context: Context, asker: Asker) {
  const { insights, now } = context;
  if (!about) return gone(context);
  if (!insights) return notKept(context);
  await insights.vote(asker.guild?.id, asker.user, about, vote, now.getTime());
  return null;
}

const helpful = defineCommand({
  name: 'helpful',
  kind: 'component',
  options: { answer },
  run: async ({ answer }, context, asker) => {
    const about = decodeTrace(answer, context.knowledge);
    const refused = await saveVote(about, { helpful: true }, context, asker);
    return refused ?? privateLine(context.messages, 'command.feedback.helpful.noted');
  },
});

/** The entries nearest to an answer: those in its trace, then those near its question. */
function nearest({ entry, near }: Trace, { knowledge, search }: Context): readonly Entry[] {
  const question = knowledge.entries.get(entry)?.question ?? '';
  const further = search.nearest(question).map(({ id }) => id);
  const ids = [...new Set([...near, ...further])].filter((id) => id !== entry);
  return ids.flatMap((id) => knowledge.entries.get(id) ?? []).slice(0, NEAREST);
}

function meantModal(about: string, entries: readonly Entry[], messages: Messages): Reply {
  const { say } = messages;
  const choices = entries.map(({ id, question }) => ({ label: question, value: id }));
  return {
    ...privateLine(messages, 'command.feedback.notAsked.noted'),
    modal: {
      title: say('command.feedback.meant.title'),
      label: say('command.feedback.meant.label'),
      action: { command: 'meant', options: { answer: about } },
      option: 'meant',
      choices: [...choices, { label: say('command.feedback.meant.none'), value: NONE }],
    },
  };
}

const notWhatIAsked = defineCommand({
  name: 'not what i asked',
  kind: 'component',
  options: { answer },
  run: ({ answer }, context, asker) => {
    const about = decodeTrace(answer, context.knowledge);
    if (!about) return gone(context);
    if (!context.insights) return notKept(context);
    // A modal can only be opened at once, so this does not wait for the vote.
    context.insights.voteLater(asker.guild?.id, asker.user, about, { helpful: false }, context.now.getTime());
    return meantModal(answer, nearest(about, context), context.messages);
  },
});

const meant = defineCommand({
  name: 'meant',
  kind: 'component',
  options: {
    answer,
    meant: { type: 'text', description: 'command.feedback.meant.option.meant', required: true, maxLength: 100 },
  },
  run: async (values, context, asker) => {
    const about = decodeTrace(values.answer, context.knowledge);
    const entry = context.knowledge.entries.get(values.meant);
    const refused = await saveVote(about, { helpful: false, meant: entry?.id ?? null }, context, asker);
    if (refused) return refused;
    if (entry) return { ...chosenReply(entry, context), private: true };
    return privateLine(context.messages, 'command.feedback.meant.noted');
  },
});

export const feedback: readonly Command[] = [helpful, notWhatIAsked, meant];
