/** Fits rankers in worker threads; the parts of a ranker are fitted concurrently. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import {
  type Decision,
  type Example,
  type Model,
  modelOf,
  type Network,
  type Prepared,
  SEEDS,
  type Synonyms,
} from '../search/ranking/index.ts';

const WORKER = fileURLToPath(new URL('./fit-worker.ts', import.meta.url));

/** A pool of threads that fit rankers; disposing of it ends them. */
export interface Fitters extends AsyncDisposable {
  /** Gives the same result as the ranking engine's `fitModel`, to the bit. Rejects if a thread fails. */
  fitModel(examples: readonly Example[], synonyms: Synonyms): Promise<Model>;
  /** The same for `fitDecision`. */
  fitDecision(examples: readonly Example[], synonyms: Synonyms): Promise<Decision>;
}

/** Creates the pool, and starts its threads. */
export function createFitters(): Fitters {
  const processors = availableParallelism();
  // One more than there are processors: five networks on two threads would leave one of these without work at the end.
  const threads = { minWorkers: processors, maxWorkers: processors + 1 };
  const pool = workerpool.pool(WORKER, { workerType: 'thread', ...threads });
  const run = <Part>(name: string, ...given: unknown[]): Promise<Part> => Promise.resolve(pool.exec(name, given));
  return {
    async fitModel(examples, synonyms) {
      const { frame, trainingSet } = await run<Prepared>('prepare', examples, synonyms);
      const networks = SEEDS.map((seed) => run<Network>('fitNetwork', trainingSet, seed));
      return modelOf(frame, await Promise.all(networks));
    },
    fitDecision: (examples, synonyms) => run<Decision>('fitDecision', examples, synonyms),
    async [Symbol.asyncDispose]() {
      await pool.terminate();
    },
  };
}
