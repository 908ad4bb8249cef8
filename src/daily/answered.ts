/** The part of a daily post that lists questions which had no answer and now have one. */
import type { Context } from '../answer/command.ts';
import type { Section } from '../answer/reply.ts';
import { factsOf, sourceLine } from '../answer/sources.ts';
import type { NewlyAnswered } from '../insights/answered.ts';

/** A section with the questions, each with its answer and its place in the article; or none. */
export function answeredSections(
  answered: readonly NewlyAnswered[],
  { knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>,
): readonly Section[] {
  const texts = answered.flatMap((one) => {
    const entry = knowledge.entries.get(one.entry);
    if (!entry) return [];
    const { question, answer, facts } = entry;
    return [`- **${question}** ${answer}\n-# ${sourceLine(factsOf(facts, knowledge), knowledge)}`];
  });
  return texts.length === 0 ? [] : [{ heading: messages.say('daily.content.answered'), text: texts.join('\n') }];
}
