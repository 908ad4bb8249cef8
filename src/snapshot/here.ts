/** Opening the knowledge in this thread. */

import { type Beside, contextOf, type Opened } from './context.ts';
import { keptKnowledge } from './knowledge-cache.ts';

export interface Opening extends Beside {
  /** The folder of the knowledge. */
  readonly knowledge: string;
}

/**
 * Makes the knowledge ready to be asked, kept as it was read before, or read now; or all that is wrong with it.
 * Rejects with `Fatal` where an article's text is not the one that the knowledge was made from, or cannot be read.
 */
export async function openContext({ knowledge: folder, ...beside }: Opening): Promise<Opened> {
  const kept = keptKnowledge(folder, beside.cache);
  if (kept) return { ok: true, context: contextOf(kept, beside) };
  // Loaded only where it is needed, as it brings a parser along.
  const { readAndKeep } = await import('./read.ts');
  const read = readAndKeep(folder, beside.cache);
  return read.ok ? { ok: true, context: contextOf(read.knowledge, beside) } : read;
}
