/** The knowledge of the repository, loaded once a test file. */
import { join } from 'node:path';
import type { Context } from '../../src/answer/command.ts';
import type { Opened } from '../../src/snapshot/context.ts';
import { openContext } from '../../src/snapshot/here.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The repository's knowledge, opened as a program does it, with what is kept of it under `data/`. */
export function openReal(): Promise<Opened> {
  return openContext({
    knowledge: join(ROOT, 'knowledge'),
    articles: undefined,
    cache: { folder: join(ROOT, 'data'), onMiss: () => {} },
  });
}

/** A context over the repository's knowledge; fails with its problems. */
export async function realContext(): Promise<Context> {
  const opened = await openReal();
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems, null, 2));
  return { ...opened.context, now: new Date('2025-05-20T12:00:00Z') };
}
