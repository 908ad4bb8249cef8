/** The repository's knowledge with a second article, opened as the program does, in the test's own folders. */
import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../src/answer/command.ts';
import { openSnapshot, type Snapshot } from '../../src/snapshot/open.ts';
import { placeOf } from './folder.ts';
import { writeSecondArticle } from './second-article.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Both {
  readonly context: () => Promise<Context>;
  readonly remove: () => void;
}

/** Both articles, with the first one's rankers from the cache; the second one's are fitted on opening. */
export function openBoth(): Both {
  const { folder, remove } = placeOf();
  const knowledge = join(folder, 'knowledge');
  const cacheFolder = join(folder, 'data');
  cpSync(join(ROOT, 'knowledge'), knowledge, { recursive: true });
  for (const file of globSync('data/*.bin', { cwd: ROOT })) cpSync(join(ROOT, file), join(folder, file));
  writeSecondArticle(knowledge);
  let opening: Promise<Snapshot> | undefined;
  const open = async () => {
    const failures: string[] = [];
    const opened = await openSnapshot(
      { knowledge, cacheFolder, articles: undefined },
      (why) => void failures.push(why),
    );
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems, null, 2));
    if (failures.length > 0) throw new Error(failures.join('\n'));
    return opened.snapshot;
  };
  return {
    context: async () => {
      opening ??= open();
      return { ...(await opening), now: new Date('2025-06-03T12:00:00Z') };
    },
    remove,
  };
}
