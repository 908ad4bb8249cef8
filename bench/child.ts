import { engines } from './engines/index.ts';
import { grow } from './grow.ts';
import type { Job } from './job.ts';
import { measure } from './measure.ts';
import { readSet, readTraining } from './sets.ts';

// Receives a job from the parent process, measures it, and sends the result.

process.once('message', async (message) => {
  const { engine, train, test, size, budget } = message as Job;
  const load = engines.get(engine);
  if (!load) throw new Error(`There is no engine called ${engine}.`);
  const training = readTraining(train);
  const measured = await measure(await load(), size === null ? training : grow(training, size), readSet(test), budget);
  process.send?.(measured, () => process.disconnect());
});
