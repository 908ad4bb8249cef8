import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Dispatch } from '../answer/dispatch.ts';
import { dispatch } from '../answer/dispatch.ts';
import type { Reply } from '../answer/reply.ts';
import { drawMarkdown, plain } from './markdown.ts';
import { afterReply, type Before, requestFor } from './typed.ts';

/** A reply to a question for programs. A refusal, as of a text that is too long, is `no_match` with its line. */
export function jsonOf(question: string, { language, text, citations, outcome }: Reply) {
  return {
    question,
    language,
    status: outcome?.status ?? 'no_match',
    answer: drawMarkdown(text, plain, Number.POSITIVE_INFINITY),
    entry: outcome?.entry ?? null,
    score: outcome?.score ?? 0,
    citations,
    suggestions: outcome?.suggestions ?? [],
  };
}

/** The reply to the last of several questions from one person, as a follow-up to those before. */
export async function answerConversation(questions: readonly string[], to: Dispatch): Promise<Reply> {
  const [last = '', ...earlier] = questions.toReversed();
  let before: Before | undefined;
  for (const question of earlier.toReversed()) {
    before = afterReply(await dispatch(requestFor({ command: 'ask', options: { question } }, before), to), before);
  }
  return dispatch(requestFor({ command: 'ask', options: { question: last } }, before), to);
}

/** The questions in a line: a JSON array of strings is a conversation, everything else one question. */
function questionsOf(line: string): readonly string[] {
  if (!line.trimStart().startsWith('[')) return [line];
  try {
    const parsed: unknown = JSON.parse(line);
    const isConversation = Array.isArray(parsed) && parsed.length > 0 && parsed.every((one) => typeof one === 'string');
    return isConversation ? parsed : [line];
  } catch (error) {
    if (error instanceof SyntaxError) return [line];
    throw error;
  }
}

/** Answers each line as a question or a conversation, with one JSON object a line, in order. */
export async function answerLines(lines: AsyncIterable<string>, out: Writable, to: Dispatch): Promise<void> {
  for await (const line of lines) {
    const questions = questionsOf(line);
    const reply = await answerConversation(questions, to);
    if (!out.write(`${JSON.stringify(jsonOf(questions.at(-1) ?? '', reply))}\n`)) await once(out, 'drain');
  }
}

/**
 * The lines of a UTF-8 stream, one by one, without their line breaks. Only `\n` (and `\r\n`) ends a line:
 * `node:readline` would also break a question at U+2028.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of stream) {
    const lines = (rest + (typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}
