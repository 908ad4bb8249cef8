/** What takes long to make of the knowledge, cached on disk for the next start. Everything works without it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DefaultDeserializer, serialize } from 'node:v8';

/** To be raised whenever what is cached is read, fitted or laid out in another way: older files are then left alone. */
const FORMAT = 19;

export interface Cache {
  /** What is cached under a name, made of that text; undefined if there is none, or none that can be read. */
  readonly read: <Value>(name: string, madeOf: string) => Value | undefined;
  /** Whether something is cached under a name, made of that text. */
  readonly has: (name: string, madeOf: string) => boolean;
  /** Caches a value in place of what was cached under the name before. Gives whether that could be done. */
  readonly write: (name: string, madeOf: string, value: unknown) => boolean;
}

/** V8's deserialiser, with what its types leave out. https://nodejs.org/api/v8.html#deserializer_readhostobject */
type Deserializer = DefaultDeserializer & { _readHostObject(): { slice(): unknown } };

/** Gives arrays of numbers memory of their own: as views of the file's bytes, the least of them would keep all of these. */
function deserialize(bytes: Buffer) {
  const deserializer = new DefaultDeserializer(bytes) as Deserializer;
  const readView = deserializer._readHostObject;
  deserializer._readHostObject = () => readView.call(deserializer).slice() as ReturnType<typeof readView>;
  deserializer.readHeader();
  return deserializer.readValue();
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Told what could not be read or written. */
export type OnCacheFailure = (reason: string, error: unknown) => void;

/** A cache in a folder, which is made if it is missing. No failure is thrown. */
export function createCache(folder: string, onFailure: OnCacheFailure): Cache {
  // V8's serialisation may differ between versions of Node.
  const fileOf = (name: string, madeOf: string) => {
    const key = createHash('sha256').update(`${FORMAT} ${process.version} ${madeOf}`).digest('hex').slice(0, 32);
    return join(folder, `${name}-${key}.bin`);
  };
  return {
    has: (name, madeOf) => existsSync(fileOf(name, madeOf)),
    read: (name, madeOf) => {
      const file = fileOf(name, madeOf);
      try {
        return deserialize(readFileSync(file));
      } catch (error) {
        if (!isMissing(error)) onFailure(`${file} cannot be read; rebuilding it`, error);
        return undefined;
      }
    },
    write: (name, madeOf, value) => {
      const file = fileOf(name, madeOf);
      try {
        mkdirSync(folder, { recursive: true });
        // Renaming is atomic: another process reads the whole file or none.
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, serialize(value));
        renameSync(draft, file);
        // A name may begin as another one does, which the length tells apart.
        const older = readdirSync(folder).filter(
          (other) => other.startsWith(`${name}-`) && other.length === basename(file).length && other.endsWith('.bin'),
        );
        for (const other of older) if (other !== basename(file)) rmSync(join(folder, other), { force: true });
        return true;
      } catch (error) {
        onFailure(`${file} cannot be written; each start rebuilds it`, error);
        return false;
      }
    },
  };
}
