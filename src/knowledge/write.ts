/** Writes edits to the knowledge's folder: checked first, one after the other, each file replaced atomically. */
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckedEdit, EditToCheck } from './check/edit-worker.ts';
import { type Edit, filesEdited } from './edit.ts';
import type { Problem } from './problem.ts';

export type Written =
  /** `left` is what is still missing, such as phrasings, for a curator to add. */
  | { readonly kind: 'written'; readonly files: readonly string[]; readonly left: readonly Problem[] }
  /** The errors that the edit would cause. */
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }
  /** The folder is read-only. */
  | { readonly kind: 'readOnly'; readonly file: string };

/** Writes an edit, unless it would cause errors. */
export type Write = (edit: Edit) => Promise<Written>;

const CHECK = new URL('./check/edit-worker.ts', import.meta.url);
const MAY_NOT_WRITE = ['EROFS', 'EACCES', 'EPERM'];

/** Replaces a file atomically, so that nobody reads half of it. */
function replaceFile(file: string, text: string): void {
  const part = join(dirname(file), `.${basename(file)}.part`);
  const mode = existsSync(file) ? statSync(file).mode : undefined;
  writeFileSync(part, text, { ...(mode !== undefined && { mode }) });
  renameSync(part, file);
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Checks in a separate thread, because it takes seconds. */
async function checked(given: EditToCheck): Promise<CheckedEdit> {
  const [found] = await once(new Worker(CHECK, { workerData: given }), 'message');
  return found;
}

/**
 * Creates a writer for a folder. Edits wait for one another. If somebody else changes a file while an edit is being
 * checked, it is read and checked again, so that no edit is lost.
 * @param replace replaces a file
 */
export function createWriter(
  folder: string,
  articles: string | undefined,
  today: () => string,
  replace: (file: string, text: string) => void = replaceFile,
): Write {
  const attempt = async (edit: Edit): Promise<Written> => {
    for (;;) {
      const before = new Map<string, string | undefined>();
      const read = (file: string) => {
        const text = textOf(join(folder, file));
        before.set(file, text);
        return text;
      };
      const files = filesEdited(edit, read);
      const { problems, left } = await checked({ folder, articles, today: today(), files });
      if (problems.length > 0) return { kind: 'wrong', problems };
      // From here on the code is synchronous, so no other edit of this process can intervene.
      if ([...before].some(([file, text]) => textOf(join(folder, file)) !== text)) continue;
      for (const [file, text] of files) {
        try {
          replace(join(folder, file), text);
        } catch (error) {
          if (!MAY_NOT_WRITE.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
          return { kind: 'readOnly', file: join(folder, file) };
        }
      }
      return { kind: 'written', files: [...files.keys()], left };
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return (edit) => {
    const written = last.then(() => attempt(edit));
    // The caller gets the failure; the next edit still runs.
    last = written.catch(() => undefined);
    return written;
  };
}
