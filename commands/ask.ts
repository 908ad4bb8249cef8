import { answerReply, chosenReply } from '../src/answer/answer.ts';
import { entryByChoice } from '../src/answer/choosing.ts';
import { type Asker, type Choice, type Context, defineCommand } from '../src/answer/command.ts';
import { type Modal, privateLine, type Reply } from '../src/answer/reply.ts';
import { whoSaidReply } from '../src/answer/who-said.ts';
import type { Entry } from '../src/knowledge/knowledge.ts';
import { hasSeveral, oneOrSeveral } from '../src/knowledge/of-articles.ts';
import { asksWhoSaid } from '../src/search/fragment.ts';
import { normalise } from '../src/text/normalise.ts';

/** How many fit in one list with the typed text. */
const OFFERED = 24;
const LOOKS_LIKE_AN_ID = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/**
 * Whether a text looks like an entry's id that no longer exists: words joined by hyphens that people do not use in
 * questions, unlike "cease-fire".
 */
function isOutdated(question: string, { knowledge, search }: Context): boolean {
  if (!LOOKS_LIKE_AN_ID.test(question)) return false;
  // With many articles there are too many phrasings to look through.
  const entries = hasSeveral(knowledge) ? search.nearest(question) : [...knowledge.entries.values()];
  const asked = entries.flatMap((entry) => [entry.question, ...entry.phrasings]);
  return !asked.some((text) => normalise(text).includes(question));
}

/** The modal that opens if there is no question yet. */
const modalIn = ({ knowledge, messages: { say } }: Context): Modal => ({
  title: say('command.ask.modal.title', { articles: oneOrSeveral(knowledge) }),
  label: say('command.ask.modal.label'),
  placeholder: say('command.ask.modal.placeholder'),
  maxLength: 1000,
  action: { command: 'ask', options: {} },
  option: 'question',
});

/** The entry that somebody follows up: by its id, or by its question in the language of the answer. */
function entryBefore(chosen: string, { knowledge, languages }: Context): Entry | undefined {
  const found = entryByChoice(chosen, knowledge);
  if (found) return found;
  // `values`: a language is opened only if those before it have no such question.
  const elsewhere = languages.spoken
    .values()
    .map((language) => entryByChoice(chosen, languages.in(language).knowledge))
    .find((entry) => entry !== undefined);
  return elsewhere && knowledge.entries.get(elsewhere.id);
}

function replyTo(question: string, context: Context, asker: Asker): Reply {
  const { knowledge } = context;
  // Another article may also answer a question in an entry's own words.
  const entry = hasSeveral(knowledge) ? knowledge.entries.get(question) : entryByChoice(question, knowledge);
  if (entry) return chosenReply(entry, context);
  if (isOutdated(question, context)) return privateLine(context.messages, 'command.ask.outdated');
  const before = asker.before === undefined ? undefined : entryBefore(asker.before, context);
  if (before && asksWhoSaid(question, context.search.grammar)) return whoSaidReply(before, question, context);
  return answerReply(question, context.search.find(question, before), context);
}

/** Enter picks the first choice, so the first is the typed text; the entries' questions follow. */
function suggest(typed: string, { search }: Context): readonly Choice[] {
  const own = typed.trim();
  const entries = search.completeQuestion(typed, OFFERED);
  const choices = entries.map(({ id, question }) => ({ name: question, value: id }));
  const already = entries.some(({ question }) => normalise(question) === normalise(own));
  return own === '' || already ? choices : [{ name: own, value: own }, ...choices];
}

export const ask = defineCommand({
  name: 'ask',
  description: 'command.ask.description',
  descriptionOfSeveral: 'command.ask.descriptionOfSeveral',
  options: {
    question: {
      type: 'text',
      description: 'command.ask.option.question',
      isSpeech: true,
      required: true,
      maxLength: 6000,
      suggest,
    },
    private: { type: 'boolean', description: 'command.ask.option.private' },
  },
  run: (values, context, asker) => {
    const found = replyTo(values.question, context, asker);
    if (values.question.trim() === '') return { ...found, modal: modalIn(context) };
    return values.private ? { ...found, private: true } : found;
  },
});
