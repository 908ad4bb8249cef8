/** Caches on disk what takes long to derive from the knowledge. Everything works without it, more slowly. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DefaultDeserializer, serialize } from 'node:v8';

/** Raise this if parsing, fitting or the layout of cached data changes: older files are then ignored. */
const FORMAT = 25;

export interface Cache {
  /** The value cached under a name for this source; undefined if it is missing or unreadable. */
  readonly read: <Value>(name: string, source: string) => Value | undefined;
  /** Whether a value is cached under a name for this source. */
  readonly has: (name: string, source: string) => boolean;
  /** Caches a value, replacing any other under its name; returns whether that worked. */
  readonly write: (name: string, source: string, value: unknown) => boolean;
  /** The bytes cached under a name for this source, not read yet; undefined if they are missing or unreadable. */
  readonly openBytes: (name: string, source: string) => Bytes | undefined;
  /** The same as `write`, for bytes that are opened. */
  readonly writeBytes: (name: string, source: string, bytes: Int8Array) => boolean;
}

/** A file of bytes. It stays what it is if the cache replaces it. */
export interface Bytes {
  readonly length: number;
  /** Copies bytes `from` on into `to`, from byte `at` on. Throws if the file cannot be read any more. */
  readonly copy: (from: number, length: number, to: Int8Array, at: number) => void;
}

/** Files are closed once nobody can read them any more. */
const files = new FinalizationRegistry<number>(closeSync);

function bytesOf(file: string): Bytes {
  // Held by the function that reads it, so that the file is open as long as that function.
  const opened = { descriptor: openSync(file, 'r') };
  files.register(opened, opened.descriptor);
  return {
    length: fstatSync(opened.descriptor).size,
    copy: (from, length, to, at) => {
      if (readSync(opened.descriptor, to, at, length, from) !== length) throw new Error(`${file} has become shorter`);
    },
  };
}

/** V8's deserialiser, with a method that its types omit. https://nodejs.org/api/v8.html#deserializer_readhostobject */
type Deserializer = DefaultDeserializer & { _readHostObject(): Uint8Array };

/**
 * Copies typed arrays out of the file's bytes: as views, the smallest of them would keep the whole file in memory. One
 * that is most of the file stays a view.
 */
function deserialize(bytes: Buffer) {
  const deserializer = new DefaultDeserializer(bytes) as Deserializer;
  const readView = deserializer._readHostObject;
  deserializer._readHostObject = () => {
    const view = readView.call(deserializer);
    return 2 * view.byteLength > bytes.length ? view : view.slice();
  };
  deserializer.readHeader();
  return deserializer.readValue();
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Called with what could not be read or written, and why. */
export type OnCacheFailure = (reason: string, error: unknown) => void;

/** A cache in a folder, which is created if it is missing. It never throws. */
export function createCache(folder: string, onFailure: OnCacheFailure): Cache {
  // V8's serialisation may differ between versions of Node.
  const fileOf = (name: string, source: string) => {
    const key = createHash('sha256').update(`${FORMAT} ${process.version} ${source}`).digest('hex').slice(0, 32);
    return join(folder, `${name}-${key}.bin`);
  };
  /** The result of reading a file; undefined, and told unless it is missing, if that fails. */
  function tried<Value>(name: string, source: string, read: (file: string) => Value): Value | undefined {
    const file = fileOf(name, source);
    try {
      return read(file);
    } catch (error) {
      if (!isMissing(error)) onFailure(`${file} cannot be read; rebuilding it`, error);
      return undefined;
    }
  }
  function write(name: string, source: string, bytes: Uint8Array | Int8Array): boolean {
    const file = fileOf(name, source);
    try {
      mkdirSync(folder, { recursive: true });
      // Renaming is atomic: other processes see the whole file or none.
      const temporary = `${file}.${process.pid}`;
      writeFileSync(temporary, bytes);
      renameSync(temporary, file);
      // One name may be the prefix of another; the length tells their files apart.
      const older = readdirSync(folder).filter(
        (other) => other.startsWith(`${name}-`) && other.length === basename(file).length && other.endsWith('.bin'),
      );
      for (const other of older) if (other !== basename(file)) rmSync(join(folder, other), { force: true });
      return true;
    } catch (error) {
      onFailure(`${file} cannot be written; each start rebuilds it`, error);
      return false;
    }
  }
  return {
    has: (name, source) => existsSync(fileOf(name, source)),
    read: (name, source) => tried(name, source, (file) => deserialize(readFileSync(file))),
    write: (name, source, value) => write(name, source, serialize(value)),
    openBytes: (name, source) => tried(name, source, bytesOf),
    writeBytes: write,
  };
}
