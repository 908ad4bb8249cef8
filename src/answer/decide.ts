/** What a question in plain words comes to. */
import type { Entry } from '../knowledge/knowledge.ts';
import type { Status } from './reply.ts';

export interface Candidate {
  readonly entry: Entry;
  /** 0–1: this entry's share of the ranker's belief. */
  readonly score: number;
}

export interface Finding {
  readonly status: Status;
  /** The entry to answer with; null where nothing is near. */
  readonly entry: Entry | null;
  /** A gap that the question touches as well, to be named beside the answer. */
  readonly alsoMissing: Entry | null;
  /** 0–1: the fitted chance that `entry` is right. */
  readonly confidence: number;
  /** The nearest entries, best first. */
  readonly candidates: readonly Candidate[];
}
