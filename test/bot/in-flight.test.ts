import { expect, test, vi } from 'vitest';
import { createInFlight } from '../../src/bot/in-flight.ts';

test('waits for all work, and for what it started while ending', async () => {
  const work = createInFlight(() => undefined);
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done: string[] = [];
  work.track(
    first.promise.then(() => {
      done.push('first');
      work.track(second.promise.then(() => done.push('second')));
    }),
  );
  const drained = work.drained(60_000);
  first.resolve();
  second.resolve();
  expect(await drained).toBe(0);
  expect(done).toEqual(['first', 'second']);
});

test('gives up after the time, and says what is left', async () => {
  vi.useFakeTimers();
  try {
    const work = createInFlight(() => undefined);
    work.track(new Promise(() => undefined));
    const drained = work.drained(4500);
    await vi.advanceTimersByTimeAsync(4500);
    expect(await drained).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test('a failure is told and goes no further', async () => {
  const errors: unknown[] = [];
  const work = createInFlight((error) => errors.push(error));
  const failure = new Error('no');
  work.track(Promise.reject(failure));
  expect(await work.drained(60_000)).toBe(0);
  expect(errors).toEqual([failure]);
});
