import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Logger } from '../config/log.ts';

/** Editors and `git pull` write in several steps; they are done after this long without a change. */
const QUIET_MS = 200;

/**
 * Calls `onChange` after the files under a folder have changed and settled. It watches from the parent folder, because
 * deployments may replace the whole folder by renaming. Resolves once it watches, with a function that stops it.
 */
export function watchFolder(folder: string, onChange: () => void, log: Logger): Promise<() => Promise<void>> {
  const root = resolve(folder);
  const above = dirname(root);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(above, {
    ignored: (path) => path !== above && path !== root && !path.startsWith(root + sep),
    ignoreInitial: true,
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  });
  watcher.on('error', (err) =>
    log.warn({ err }, 'watching the knowledge failed; changes may be missed until SIGHUP reloads it'),
  );
  const stop = () => {
    clearTimeout(timer);
    return watcher.close();
  };
  return new Promise((ready) => watcher.once('ready', () => ready(stop)));
}
