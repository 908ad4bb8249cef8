/**
 * Adds to `sums` the rows of a matrix (`width` numbers each) that `columns[from..to)` name, times `values`.
 * Four rows a turn: the sums are read and written a quarter as often, which is most of the time of a fit.
 */
export function addRows(
  sums: Float64Array,
  matrix: Float32Array,
  width: number,
  columns: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
): void {
  let at = from;
  for (; at + 3 < to; at += 4) {
    const a = (columns[at] as number) * width;
    const b = (columns[at + 1] as number) * width;
    const c = (columns[at + 2] as number) * width;
    const d = (columns[at + 3] as number) * width;
    const va = values[at] as number;
    const vb = values[at + 1] as number;
    const vc = values[at + 2] as number;
    const vd = values[at + 3] as number;
    for (let place = 0; place < width; place++) {
      sums[place] =
        (sums[place] as number) +
        (va * (matrix[a + place] as number) + vb * (matrix[b + place] as number)) +
        (vc * (matrix[c + place] as number) + vd * (matrix[d + place] as number));
    }
  }
  for (; at < to; at++) {
    const base = (columns[at] as number) * width;
    const value = values[at] as number;
    for (let place = 0; place < width; place++)
      sums[place] = (sums[place] as number) + value * (matrix[base + place] as number);
  }
}
