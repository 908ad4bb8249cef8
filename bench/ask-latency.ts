import { ask } from '../commands/ask.ts';
import type { Asker, Context } from '../src/answer/command.ts';
import { type Quantiles, quantiles } from './quantiles.ts';

const ASKER: Asker = { user: 'bench', locale: 'en' };
/** Questions in a round: enough for a 99th percentile. */
const ASKED = 3000;

/** Milliseconds from a question to its reply, over phrasings of all entries; an unmeasured round warms up first. */
export async function benchAsk(context: Context): Promise<Quantiles> {
  const phrasings = [...context.knowledge.entries.values()].flatMap(({ phrasings }) => phrasings);
  const step = Math.max(1, Math.floor(phrasings.length / ASKED));
  const questions = phrasings.filter((_, at) => at % step === 0);
  const timed = async (question: string) => {
    const before = performance.now();
    await ask.run({ question }, context, ASKER);
    return performance.now() - before;
  };
  for (const question of questions) await timed(question);
  const times: number[] = [];
  for (const question of questions) times.push(await timed(question));
  return quantiles(times);
}
