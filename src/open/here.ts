/** Opening the knowledge in this thread. */
import { loadKnowledge } from '../knowledge/load.ts';
import { type Beside, contextOf, type Opened } from './context.ts';

export interface Opening extends Beside {
  /** The folder of the knowledge. */
  readonly knowledge: string;
}

/**
 * Reads the knowledge and makes it ready to be asked; or all that is wrong with it.
 * @throws {Fatal} where an article's text is not the one that the knowledge was made from, or cannot be read.
 */
export function openContext({ knowledge: folder, ...beside }: Opening): Opened {
  const loaded = loadKnowledge(folder);
  return loaded.ok ? { ok: true, context: contextOf(loaded.knowledge, beside) } : loaded;
}
