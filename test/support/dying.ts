/** Processes that end in the middle of writing to a store. */
import type { KyselyPlugin } from 'kysely';

export class Crash extends Error {}

/** Allows a number of statements and no more, like a process that ends there. */
export function endingAfter(statements: number): KyselyPlugin {
  let left = statements;
  return {
    transformQuery: ({ node }) => {
      if (left === 0) throw new Crash('the process ended');
      left -= 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}
