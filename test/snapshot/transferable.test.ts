import { expect, test } from 'vitest';
import { createCache } from '../../src/snapshot/cache.ts';
import { transferable } from '../../src/snapshot/transferable.ts';
import { emptyFolder } from '../support/folder.ts';

test.each([3, 30_000])('%i numbers that were cached can be handed over', (count) => {
  const cache = createCache(emptyFolder(), (reason, error) => {
    throw new Error(reason, { cause: error });
  });
  const numbers = Float64Array.from({ length: count }, (_, at) => at);
  cache.write('numbers', 'text', { numbers });
  const read = cache.read('numbers', 'text');
  expect(structuredClone(read, { transfer: [...transferable(read)] })).toEqual({ numbers });
});
