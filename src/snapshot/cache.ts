/** What is made of the knowledge and takes long, kept on disk for the next start. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface Cache {
  /** The folder to keep things in; made where it is missing. */
  readonly folder: string;
  /** Told why something kept is not used, or could not be kept; it is made again then. */
  readonly onMiss: (reason: string, error: unknown) => void;
}

/** The key of what was made from such texts, by source files of the program, and by this Node. */
export function cacheKey(texts: readonly string[], sources: readonly string[]): string {
  const key = createHash('sha256').update(process.version);
  for (const text of texts) key.update(`${text.length}\n${text}\n`);
  for (const file of sources) key.update(basename(file)).update(readFileSync(file));
  return key.digest('hex').slice(0, 32);
}

/** The source files in a folder of the program. */
export const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort();

/** The file of a thing with a key. */
export const cacheFile = ({ folder }: Pick<Cache, 'folder'>, thing: string, key: string): string =>
  join(folder, `${thing}-${key}.bin`);

/** What `read` makes of a file that is kept; undefined where there is none to be read. Never throws. */
export function readKept<Value>(file: string, { onMiss }: Cache, read: (file: string) => Value): Value | undefined {
  try {
    return read(file);
  } catch (error) {
    onMiss(`${file} is not to be read, so what it keeps is made again`, error);
    return undefined;
  }
}

/** Keeps what `write` puts into a file, in place of the same thing with other keys. Never throws. */
export function keep(file: string, { folder, onMiss }: Cache, write: (file: string) => void): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Renaming is atomic: another process reads the whole file or none.
    const draft = `${file}.${process.pid}`;
    write(draft);
    renameSync(draft, file);
    // They take megabytes, and those of other knowledge are of no more use.
    const [thing = ''] = basename(file).split('-');
    const same = readdirSync(folder).filter((name) => name.startsWith(`${thing}-`) && name.endsWith('.bin'));
    for (const name of same) if (name !== basename(file)) rmSync(join(folder, name), { force: true });
  } catch (error) {
    onMiss(`${file} could not be kept`, error);
  }
}
