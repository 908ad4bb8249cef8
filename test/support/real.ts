/** The repository's knowledge, loaded once for all test files of a worker. */
import { join } from 'node:path';
import type { Context } from '../../src/answer/command.ts';
import { BASE_LANGUAGE, messagesIn } from '../../src/messages/messages.ts';
import { type Opened, openSnapshot, type Snapshot } from '../../src/snapshot/open.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The repository's knowledge, opened as the program does, with the cache under `data/`. */
export function openReal(): Promise<Opened> {
  return openSnapshot(
    { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data'), articles: undefined },
    () => undefined,
  );
}

let opening: Promise<Opened> | undefined;

/** A context over the repository's knowledge; throws its problems. */
export async function realContext(): Promise<Context & Snapshot> {
  opening ??= openReal();
  const opened = await opening;
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems, null, 2));
  return { ...opened.snapshot, messages: messagesIn(BASE_LANGUAGE), now: new Date('2025-05-20T12:00:00Z') };
}
