const FREE = 0;

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

/** An open-addressing hash table, at most half full, so that a look-up takes one or two steps. */
export function makeVocabulary(known: Int32Array = new Int32Array(0)): Vocabulary {
  let mask = 1023;
  while ((mask + 1) / 2 < known.length) mask = 2 * mask + 1;
  // A hash and its column are adjacent, so that a look-up costs one memory access.
  let table = new Int32Array(2 * (mask + 1));
  let byColumn = new Int32Array((mask + 1) / 2);
  let size = 0;

  function placeOf(hash: number): number {
    let place = hash & mask;
    while (table[2 * place] !== FREE && table[2 * place] !== hash) place = (place + 1) & mask;
    return 2 * place;
  }

  function put(hash: number, column: number): void {
    const place = placeOf(hash);
    table[place] = hash;
    table[place + 1] = column;
  }

  function grow(): void {
    mask = 2 * mask + 1;
    table = new Int32Array(2 * (mask + 1));
    const wider = new Int32Array((mask + 1) / 2);
    wider.set(byColumn);
    byColumn = wider;
    for (let column = 0; column < size; column++) put(byColumn[column] as number, column);
  }

  const vocabulary: Vocabulary = {
    find(hash) {
      const place = placeOf(hash);
      return table[place] === FREE ? -1 : (table[place + 1] as number);
    },
    add(hash) {
      const found = vocabulary.find(hash);
      if (found >= 0) return found;
      if (size === byColumn.length) grow();
      byColumn[size] = hash;
      put(hash, size);
      return size++;
    },
    hashes: () => byColumn.slice(0, size),
    get size() {
      return size;
    },
  };
  for (const hash of known) vocabulary.add(hash);
  return vocabulary;
}
