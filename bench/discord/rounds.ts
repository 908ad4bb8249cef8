import { type Bot, type Loaded, load, openKnowledge, type Started, withBot } from './measure.ts';

/** One server, one full shard, and four full shards. */
export const SIZES = [1, 2_500, 10_000] as const;
/** The load runs at one full shard, the most for one connection. */
const LOADED_AT = 2_500;
const BOTS: readonly Bot[] = ['bare', 'parley'];

export interface Measured {
  readonly bot: Bot;
  readonly servers: number;
  readonly started: Started;
  readonly loaded?: Loaded;
}

export interface Measurements {
  readonly runs: readonly Measured[];
  /** Milliseconds to open the knowledge, one for each round. */
  readonly knowledge: readonly number[];
}

/** Measures both bots at each size, `rounds` times and alternating, so that other load on the machine affects both alike. */
export async function measureRounds(rounds: number, say: (progress: string) => void): Promise<Measurements> {
  const runs: Measured[] = [];
  const knowledge: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}: the knowledge`);
    knowledge.push(await openKnowledge());
    // The bots take turns in going first.
    const order = round % 2 === 0 ? BOTS.toReversed() : BOTS;
    for (const servers of SIZES) {
      for (const bot of order) {
        say(`round ${round} of ${rounds}: ${bot}, ${servers} servers`);
        const run = await withBot(bot, servers, async (started, parts): Promise<Measured> => {
          if (servers !== LOADED_AT) return { bot, servers, started };
          return { bot, servers, started, loaded: await load(parts, 2_000, 100) };
        });
        runs.push(run);
      }
    }
  }
  return { runs, knowledge };
}
