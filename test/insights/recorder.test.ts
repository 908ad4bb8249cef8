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

test('a database that is gone is told of, and what comes later is written', async () => {
  const errors: unknown[] = [];
  const written: (readonly Asked[])[] = [];
  let isGone = true;
  const recorder = createRecorder(
    async (some) => {
      if (isGone) throw new Error('gone');
      written.push(some);
    },
    (error) => errors.push(error),
  );
  recorder.add(asked('1'));
  await recorder.flush();
  expect(errors).toEqual([new Error('gone')]);
  isGone = false;
  recorder.add(asked('2'));
  await recorder.flush();
  expect(written).toEqual([[asked('2')]]);
});
