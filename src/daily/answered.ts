/** The part of a daily post that says what was asked in vain and is answered by now. */
import type { Context } from '../answer/command.ts';
import type { Section } from '../answer/reply.ts';
import type { NewlyAnswered } from '../insights/answered.ts';

/** A section with the questions, or none. */
export function answeredSections(
  answered: readonly NewlyAnswered[],
  { knowledge, messages }: Pick<Context, 'knowledge' | 'messages'>,
): readonly Section[] {
  const lines = answered.flatMap(({ entry }) => {
    const question = knowledge.entries.get(entry)?.question;
    return question === undefined ? [] : [`- ${question}`];
  });
  return lines.length === 0 ? [] : [{ heading: messages.say('daily.content.answered'), text: lines.join('\n') }];
}
