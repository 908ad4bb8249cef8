/** Labelled questions: JSON lines, each with a question and what a right answer to it is. */
import { z } from 'zod';

/** Inline flags, as other languages write them, in front of the expression. */
const INLINE_FLAGS = /^\(\?([ims]+)\)/;

const pattern = z
  .string()
  .transform((source, context) => {
    try {
      const [flags = ''] = INLINE_FLAGS.exec(source)?.slice(1) ?? [];
      return new RegExp(source.replace(INLINE_FLAGS, ''), [...new Set(`iu${flags}`)].join(''));
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  })
  .optional();

const labelled = z.object({
  question: z.string(),
  expect: z.enum(['answer', 'not_stated', 'out_of_scope']),
  /** Paragraphs of which a right answer cites one. */
  paragraphs: z.array(z.int().min(1)).default([]),
  /** What a right answer's text matches. */
  must: pattern,
  /** What it must not match: an opening that says the opposite. */
  mustnot: pattern,
  /** A conversation whose last question is `question`; it is answered as a follow-up to those before. */
  conversation: z.array(z.string()).min(1).optional(),
  persona: z.string().default('nobody in particular'),
});

export type Labelled = z.output<typeof labelled>;

/** An invalid line; the message begins with `file:line`. */
export class BadLine extends Error {}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BadLine(error instanceof Error ? error.message : String(error));
  }
}

/** The labelled questions in a file's text; empty lines are ignored. Throws `BadLine`. */
export function parseLabelled(text: string, file: string): readonly Labelled[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      const parsed = labelled.safeParse(parseJson(line));
      if (parsed.success) return [parsed.data];
      throw new BadLine(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    } catch (error) {
      if (error instanceof BadLine) throw new BadLine(`${file}:${at + 1} ${error.message}`);
      throw error;
    }
  });
}
