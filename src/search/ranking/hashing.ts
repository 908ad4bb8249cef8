// FNV-1a (Fowler, Noll, Vo) over UTF-16 units, with the finaliser of MurmurHash3 (Appleby). Features are identified by
// 32-bit hashes, so that reading a question creates no strings. Among 100,000 features, about one pair collides.

function finalised(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed === 0 ? 1 : mixed; // 0 marks a free slot in the vocabulary's table
}

/** The hash of `text` from `start` up to `end`, in the hash family `seed`; never 0. */
export function hashOf(text: string, seed: number, start = 0, end = text.length): number {
  // The seed gets its own step: otherwise texts collide if their first letters differ as their seeds do.
  let hash = Math.imul(0x811c9dc5 ^ seed, 0x01000193);
  for (let place = start; place < end; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return finalised(hash);
}

/** The hash of an ordered pair of hashes; never 0. */
export function hashOfPair(first: number, second: number): number {
  return finalised(Math.imul(first, 0x9e3779b1) ^ second);
}
