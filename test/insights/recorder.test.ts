import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asked } from '../../src/insights/record.ts';
import { createRecorder } from '../../src/insights/recorder.ts';

const asked = (user: string): Asked => ({ guild: '300', user, status: 'answered', entry: 'a', text: null });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is asked within a quarter of a second is written together, once', async () => {
  const written: (readonly Asked[])[] = [];
  const recorder = createRecorder(
    async (some) => void written.push(some),
    (error) => {
      throw error;
    },
  );
  recorder.add(asked('1'));
  await vi.advanceTimersByTimeAsync(200);
  recorder.add(asked('2'));
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(written).toEqual([[asked('1'), asked('2')]]);
  recorder.add(asked('3'));
  await recorder.flush();
  await vi.advanceTimersByTimeAsync(5000);
  expect(written).toEqual([[asked('1'), asked('2')], [asked('3')]]);
});

/** A database that is there or gone, what was written to it, and what was told of it. */
function database() {
  const state = { isGone: true, written: [] as (readonly Asked[])[], told: [] as [message: string, lost: number][] };
  const recorder = createRecorder(
    async (some) => {
      if (state.isGone) throw new Error('gone');
      state.written.push(some);
    },
    (error, lost) => state.told.push([String(error), lost]),
  );
  return Object.assign(state, { recorder });
}

test('what a database that is gone does not take is told of once, and written when it is back', async () => {
  const gone = database();
  gone.recorder.add(asked('1'));
  await vi.advanceTimersByTimeAsync(30_000);
  gone.recorder.add(asked('2'));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(gone.told).toEqual([['Error: gone', 0]]);
  gone.isGone = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(gone.written).toEqual([[asked('1'), asked('2')]]);
  gone.isGone = true;
  gone.recorder.add(asked('3'));
  await gone.recorder.flush();
  expect(gone.told, 'gone anew').toHaveLength(2);
});

test('what has waited for a minute is given up, and that is told; what is younger is not', async () => {
  const gone = database();
  gone.recorder.add(asked('1'));
  gone.recorder.add(asked('2'));
  await vi.advanceTimersByTimeAsync(50_000);
  gone.recorder.add(asked('3'));
  await vi.advanceTimersByTimeAsync(11_000);
  expect(gone.told).toEqual([
    ['Error: gone', 0],
    ['Error: gone', 2],
  ]);
  gone.isGone = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(gone.written).toEqual([[asked('3')]]);
});
