import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createArrivals } from '../../src/discord/arrivals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function arrivals() {
  const all: [shard: number, servers: number, missing: number][] = [];
  return { all, ...createArrivals((...told) => void all.push(told)) };
}

test('a shard is through with its last server, whatever the others wait for', () => {
  const { all, expect: awaits, arrived } = arrivals();
  awaits(0, ['a', 'b']);
  awaits(1, ['c']);
  arrived(0, 'b');
  expect(all).toEqual([]);
  arrived(0, 'a');
  expect(all).toEqual([[0, 2, 0]]);
});

test('a shard without servers is through at once', () => {
  const { all, expect: awaits } = arrivals();
  awaits(0, []);
  expect(all).toEqual([[0, 0, 0]]);
});

test('servers that are out of reach are waited for while others still come, and no longer', () => {
  const { all, expect: awaits, arrived } = arrivals();
  awaits(0, ['a', 'b', 'c']);
  vi.advanceTimersByTime(14_999);
  arrived(0, 'a');
  vi.advanceTimersByTime(14_999);
  expect(all).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(all).toEqual([[0, 3, 2]]);
  arrived(0, 'b');
  expect(all).toHaveLength(1);
});

test('a server that joins later, and a session begun anew, are not taken for the first', () => {
  const { all, expect: awaits, arrived } = arrivals();
  awaits(0, ['a']);
  arrived(0, 'new');
  awaits(0, ['a', 'b']);
  arrived(0, 'a');
  expect(all).toEqual([]);
  arrived(0, 'b');
  expect(all).toEqual([[0, 2, 0]]);
});
