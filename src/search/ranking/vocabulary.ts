const FREE = 0;

/** The features that a ranker knows: each hash has a column, counted from 0 in order of arrival. */
export interface Vocabulary {
  /** The column of a hash, or -1. */
  find(hash: number): number;
  /** The column of a hash, made where it is new. */
  add(hash: number): number;
  /** The hash of each column. */
  hashes(): Int32Array;
  readonly size: number;
}

/** An open-addressing table from hash to column; at most half full, so that a look-up takes a step or two. */
export function makeVocabulary(known: Int32Array = new Int32Array(0)): Vocabulary {
  let mask = 1023;
  let keys = new Int32Array(mask + 1);
  let columns = new Int32Array(mask + 1);
  let byColumn = new Int32Array(512);
  let size = 0;

  function placeOf(hash: number): number {
    let place = hash & mask;
    while (keys[place] !== FREE && keys[place] !== hash) place = (place + 1) & mask;
    return place;
  }

  function put(hash: number, column: number): void {
    const place = placeOf(hash);
    keys[place] = hash;
    columns[place] = column;
  }

  function grow(): void {
    mask = 2 * mask + 1;
    keys = new Int32Array(mask + 1);
    columns = new Int32Array(mask + 1);
    const wider = new Int32Array((mask + 1) / 2);
    wider.set(byColumn);
    byColumn = wider;
    for (let column = 0; column < size; column++) put(byColumn[column] as number, column);
  }

  const vocabulary: Vocabulary = {
    find(hash) {
      const place = placeOf(hash);
      return keys[place] === FREE ? -1 : (columns[place] as number);
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
