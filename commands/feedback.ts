/** What people say of an answer, by the quiet buttons under it. */
import { chosenReply } from '../src/answer/answer.ts';
import { type Asker, type Command, type Context, defineCommand } from '../src/answer/command.ts';
import { NEAREST, type Trace, type Vote } from '../src/answer/insights.ts';
import { privateLine, type Reply } from '../src/answer/reply.ts';
import { decodeTrace } from '../src/answer/trace.ts';
import type { Entry } from '../src/knowledge/knowledge.ts';

/** No entry's id, because those have no blanks. */
const NONE = 'none of these';

const GONE = privateLine('That answer is from an older version. Please ask again.');
const NOT_KEPT = privateLine('Nothing is kept of answers here, so this was not noted.');

const answer = { type: 'text', description: 'Which answer it is about', required: true, maxLength: 100 } as const;

/** Keeps a vote; gives the line to show if that cannot be. */
async function saveVote(about: Trace | null, vote: Vote, { insights, now }: Context, asker: Asker) {
  if (!about) return GONE;
  if (!insights) return NOT_KEPT;
  await insights.vote(asker.guild?.id, asker.user, about, vote, now.getTime());
  return null;
}

const helpful = defineCommand({
  name: 'helpful',
  description: 'This answer helped',
  kind: 'component',
  options: { answer },
  run: async ({ answer }, context, asker) => {
    const about = decodeTrace(answer, context.knowledge);
    const refused = await saveVote(about, { helpful: true }, context, asker);
    return refused ?? privateLine('Noted as helpful, thank you. “Not what I asked” changes it.');
  },
});

/** The entries nearest to an answer: those it came with, then those near its question. */
function nearest({ entry, near }: Trace, { knowledge, search }: Context): readonly Entry[] {
  const question = knowledge.entries.get(entry)?.question ?? '';
  const further = search.nearest(question).map(({ id }) => id);
  const ids = [...new Set([...near, ...further])].filter((id) => id !== entry);
  return ids.flatMap((id) => knowledge.entries.get(id) ?? []).slice(0, NEAREST);
}

function meantModal(about: string, entries: readonly Entry[]): Reply {
  const choices = entries.map(({ id, question }) => ({ label: question, value: id }));
  return {
    ...privateLine('Noted. Ask it in other words with `/ask`, or see `/topics`.'),
    modal: {
      title: 'Not what I asked',
      label: 'What did you mean?',
      action: { command: 'meant', options: { answer: about } },
      option: 'meant',
      choices: [...choices, { label: 'None of these', value: NONE }],
    },
  };
}

const notWhatIAsked = defineCommand({
  name: 'not what i asked',
  description: 'This answers another question',
  kind: 'component',
  options: { answer },
  run: ({ answer }, context, asker) => {
    const about = decodeTrace(answer, context.knowledge);
    if (!about) return GONE;
    if (!context.insights) return NOT_KEPT;
    // A modal can only be opened at once, so the vote is not waited for.
    context.insights.voteLater(asker.guild?.id, asker.user, about, { helpful: false }, context.now.getTime());
    return meantModal(answer, nearest(about, context));
  },
});

const meant = defineCommand({
  name: 'meant',
  description: 'What was meant instead',
  kind: 'component',
  options: {
    answer,
    meant: { type: 'text', description: 'The question that was meant', required: true, maxLength: 100 },
  },
  run: async (values, context, asker) => {
    const about = decodeTrace(values.answer, context.knowledge);
    const entry = context.knowledge.entries.get(values.meant);
    const refused = await saveVote(about, { helpful: false, meant: entry?.id ?? null }, context, asker);
    if (refused) return refused;
    if (entry) return { ...chosenReply(entry, context), private: true };
    return privateLine('Noted, thank you. Ask it in other words with `/ask`, or see `/topics`.');
  },
});

export const feedback: readonly Command[] = [helpful, notWhatIAsked, meant];
