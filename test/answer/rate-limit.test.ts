import { expect, test } from 'vitest';
import { createRateLimit, type Limit } from '../../src/answer/rate-limit.ts';

/** A limit, and whether a person may have one more at a time. */
function limited(limit: Limit) {
  let elapsed = 0;
  const may = createRateLimit(limit, () => elapsed);
  return (user: string, at: number) => {
    elapsed = at;
    return may(user);
  };
}

test('so many times in any window of time, and each person for themselves', () => {
  const may = limited({ times: 2, windowMs: 1000 });
  expect([may('ada', 0), may('ada', 600), may('ada', 999)]).toEqual([true, true, false]);
  expect(may('ben', 999)).toBe(true);
  // The first is a window old now, the second is not.
  expect([may('ada', 1000), may('ada', 1001), may('ada', 1600)]).toEqual([true, false, true]);
});

test('being refused does not lengthen the wait', () => {
  const may = limited({ times: 1, windowMs: 1000 });
  expect([may('ada', 0), may('ada', 500), may('ada', 999), may('ada', 1000)]).toEqual([true, false, false, true]);
});
