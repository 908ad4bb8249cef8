/** One measurement, in a process of its own. */
export interface Job {
  readonly engine: string;
  readonly train: string;
  readonly test: string;
  /** How many phrasings to build from; null for those of the set. */
  readonly size: number | null;
  /** Milliseconds for all questions. */
  readonly budget: number;
}
