/** The curators' queue over HTTP: questions without an answer, and decisions on them. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../answer/command.ts';
import { editOf, type Queued } from '../insights/queue.ts';
import { printProblem } from '../knowledge/problem.ts';
import type { Write, Written } from '../knowledge/write.ts';

export interface Curating {
  /** The questions without an answer, most asked first. */
  readonly queue: () => Promise<readonly Queued[]>;
  readonly write: Write;
}

/** The result of a decision: problems as lines, each with its place. */
export type Decided =
  | { readonly kind: 'written'; readonly files: readonly string[]; readonly left: readonly string[] }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }
  | { readonly kind: 'readOnly'; readonly file: string }
  /** It names an entry or a subject that no longer exists. */
  | { readonly kind: 'outdated' };

const text = z.string().trim().min(1).max(1000);
const texts = z.array(text).min(1).max(1000);

const decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('phrasing'), language: text, entry: text, texts }),
  z.strictObject({
    kind: z.literal('gap'),
    ...{ near: text, question: text, answer: text, facts: z.array(text).max(100), texts },
  }),
  z.strictObject({ kind: z.literal('outside'), language: text, subject: text, texts }),
]);

function decidedBy(written: Written): Decided {
  switch (written.kind) {
    case 'written':
      return { ...written, left: written.left.map(printProblem) };
    case 'wrong':
      return { ...written, problems: written.problems.map(printProblem) };
    case 'readOnly':
      return written;
  }
}

/** `GET /` returns the queue; `POST /` takes a decision and returns its result. */
export function queueRoutes({ queue, write }: Curating, current: () => Pick<Context, 'knowledge' | 'languages'>): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => c.json(await queue()));
  routes.post('/', async (c) => {
    const read = decision.safeParse(await c.req.json());
    if (!read.success) return c.text(z.prettifyError(read.error), 400);
    const { knowledge, languages } = current();
    const isKnown = !('language' in read.data) || languages.spoken.includes(read.data.language);
    const edit = isKnown ? editOf(read.data, knowledge) : null;
    return c.json(edit ? decidedBy(await write(edit)) : ({ kind: 'outdated' } satisfies Decided));
  });
  return routes;
}
