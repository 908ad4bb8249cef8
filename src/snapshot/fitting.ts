/** Fits rankers in worker threads, one for each processor; the parts of a ranker are fitted concurrently. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import {
  type Decision,
  type Example,
  type Fitted,
  modelOf,
  type Network,
  type Prepared,
  SEEDS,
  type Synonyms,
} from '../search/ranking/index.ts';

const WORKER = fileURLToPath(new URL('./fit-worker.ts', import.meta.url));

/** A pool of threads that fit rankers; disposing of it ends them. */
export interface Fitters extends AsyncDisposable {
  /** Gives the same result as `fitModels`, to the bit. Rejects if a thread fails. */
  fit(examples: readonly Example[], synonyms: Synonyms): Promise<Fitted>;
}

/** Creates the pool; its threads start when they are needed. */
export function createFitters(): Fitters {
  const pool = workerpool.pool(WORKER, { workerType: 'thread', maxWorkers: availableParallelism() });
  const run = <Part>(name: string, ...given: unknown[]): Promise<Part> => Promise.resolve(pool.exec(name, given));
  return {
    async fit(examples, synonyms) {
      const fitNetworks = async () => {
        const { frame, trainingSet } = await run<Prepared>('prepare', examples, synonyms);
        const networks = SEEDS.map((seed) => run<Network>('fitNetwork', trainingSet, seed));
        return modelOf(frame, await Promise.all(networks));
      };
      const decision = run<Decision>('fitDecision', examples, synonyms);
      const [model, decided] = await Promise.all([fitNetworks(), decision]);
      return { model, decision: decided };
    },
    async [Symbol.asyncDispose]() {
      await pool.terminate();
    },
  };
}
