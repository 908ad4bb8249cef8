/** Labelled questions: JSON lines, each a question and what a right answer to it is. */
import { z } from 'zod';

/** Flags as other languages write them, in front of the expression. */
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
  /** What it does not match: an opening that says the opposite. */
  mustnot: pattern,
  /** A conversation of which `question` is the last; it is answered in the light of those before. */
  conversation: z.array(z.string()).min(1).optional(),
  persona: z.string().default('nobody in particular'),
});

export type Labelled = z.output<typeof labelled>;

/** A line that is no labelled question; the message begins with `file:line`. */
export class BadLine extends Error {}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BadLine(error instanceof Error ? error.message : String(error));
  }
}

/** The labelled questions of a file's text; empty lines count for nothing. Throws `BadLine`. */
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
