import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Logger } from '../config/log.ts';

/** Editors and `git pull` write in several steps; this much quiet ends them. */
const QUIET_MS = 200;

/**
 * Calls `onChange` once the files under a folder have changed and come to rest. It is watched from the folder above, as
 * deployments replace the whole folder by renaming. Resolves when changes are seen, with what ends the watching.
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
