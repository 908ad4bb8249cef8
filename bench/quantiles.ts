export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

/** The median and the 99th percentile (nearest rank) of some measurements; NaN if there are none. */
export function quantiles(measured: readonly number[]): Quantiles {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
