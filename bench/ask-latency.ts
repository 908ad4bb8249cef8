import { ask } from '../commands/ask.ts';
import type { Asker, Context } from '../src/answer/command.ts';
import { type Quantiles, quantiles } from './quantiles.ts';

const ASKER: Asker = { user: 'bench', locale: 'en' };
const ROUNDS = 3;

/** Milliseconds from a question in plain words to its reply, over all phrasings; a round beforehand warms up. */
export async function benchAsk(context: Context): Promise<Quantiles> {
  const questions = [...context.knowledge.entries.values()].flatMap(({ phrasings }) => phrasings);
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const question of questions) {
      const before = performance.now();
      await ask.run({ question }, context, ASKER);
      if (round > 0) times.push(performance.now() - before);
    }
  }
  return quantiles(times);
}
