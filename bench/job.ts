/** One measurement, made in its own process. */
export interface Job {
  readonly engine: string;
  readonly train: string;
  readonly test: string;
  /** The number of phrasings to build from; null for all those of the set. */
  readonly size: number | null;
  /** The time limit for all questions, in milliseconds. */
  readonly budget: number;
}
