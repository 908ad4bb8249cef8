/**
 * A fitted ranker as a file: the length of its first part, that part as V8 serialises it, then the weights of the
 * networks as they are in memory, some 16 MB, which are read to where they are used and nowhere before.
 */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type Housed, roomForNetworks } from '../search/ranking/ensemble.ts';
import { type FittedBesideNetworks, type Ranker, rankerWith } from '../search/ranking/rank.ts';

interface FirstPart extends FittedBesideNetworks {
  readonly networks: number;
}

const LENGTH_BYTES = 4;

function open<Value>(file: string, flags: 'r' | 'w', use: (descriptor: number) => Value): Value {
  const descriptor = openSync(file, flags);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int8Array) => new Uint8Array(buffer, byteOffset, byteLength);

function readWhole<Bytes extends Uint8Array>(descriptor: number, into: Bytes): Bytes {
  for (let read = 0; read < into.length; ) {
    const more = readSync(descriptor, into, read, into.length - read, null);
    if (more === 0) throw new Error('the file ends too early');
    read += more;
  }
  return into;
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/** Writes what was fitted. */
export function writeFitted(file: string, { model, decision }: FittedBesideNetworks, housed: Housed): void {
  const first = serialize({ model, decision, networks: housed.outputs.length } satisfies FirstPart);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(first.length);
  open(file, 'w', (descriptor) => {
    writeWhole(descriptor, length);
    writeWhole(descriptor, first);
    for (const weights of [housed.inputs, ...housed.outputs]) writeWhole(descriptor, bytesOf(weights));
  });
}

/** Reads it as the ranker that it is of. Throws where the file is missing, or is not one. */
export function readRanker(file: string): Ranker {
  return open(file, 'r', (descriptor) => {
    const length = readWhole(descriptor, Buffer.alloc(LENGTH_BYTES)).readUInt32LE();
    if (length > fstatSync(descriptor).size) throw new Error('the file is not a fitted ranker');
    const { networks, ...fitted } = deserialize(readWhole(descriptor, Buffer.alloc(length))) as FirstPart;
    const { worth, labels } = fitted.model;
    const housed = roomForNetworks(networks, worth.length, labels.length);
    for (const weights of [housed.inputs, ...housed.outputs]) readWhole(descriptor, bytesOf(weights));
    return rankerWith(fitted, housed);
  });
}
