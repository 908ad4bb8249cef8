/** Fits rankers, each in parts that are fitted side by side, in as many threads as the machine has processors. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
// A kept library hands work to threads, and what goes wrong there back.
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

/** Threads that fit rankers until they are disposed of. */
export interface Fitters extends AsyncDisposable {
  /** The same as `fitModels`, to the bit. Rejects with what goes wrong in a thread. */
  fit(examples: readonly Example[], synonyms: Synonyms): Promise<Fitted>;
}

/** Gives the threads; each begins when it is first needed. */
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
