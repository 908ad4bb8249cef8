/** The known features: each hash has a column, numbered from 0 in the order in which they were added. */
export interface Vocabulary {
  /** The column of a hash, or -1. */
  find(hash: number): number;
  /** The column of a hash, added if it is new. */
  add(hash: number): number;
  /** The hash of each column. */
  hashes(): Int32Array;
  readonly size: number;
}

const FREE = 0;

/** An open-addressing hash table, at most half full, so that a look-up takes one or two steps. */
export function makeVocabulary(known: Int32Array = new Int32Array(0)): Vocabulary {
  let mask = 1023;
  while ((mask + 1) / 2 < known.length) mask = 2 * mask + 1;
  /** At the place of a hash: its column, from 1. */
  let table = new Int32Array(mask + 1);
  let byColumn = known;
  let size = 0;

  /** The place of a hash, or the free one where it would be. */
  function placeOf(hash: number): number {
    let place = hash & mask;
    while (table[place] !== FREE && byColumn[(table[place] as number) - 1] !== hash) place = (place + 1) & mask;
    return place;
  }

  function grow(): void {
    mask = 2 * mask + 1;
    table = new Int32Array(mask + 1);
    for (let column = 0; column < size; column++) table[placeOf(byColumn[column] as number)] = column + 1;
  }

  const vocabulary: Vocabulary = {
    find: (hash) => (table[placeOf(hash)] as number) - 1,
    add(hash) {
      const place = placeOf(hash);
      if (table[place] !== FREE) return (table[place] as number) - 1;
      if (size === byColumn.length) {
        const wider = new Int32Array(Math.max(512, 2 * size));
        wider.set(byColumn);
        byColumn = wider;
      }
      byColumn[size] = hash;
      table[place] = ++size;
      if (size > (mask + 1) / 2) grow();
      return size - 1;
    },
    hashes: () => byColumn.slice(0, size),
    get size() {
      return size;
    },
  };
  for (const hash of known) {
    table[placeOf(hash)] = ++size;
  }
  return vocabulary;
}
