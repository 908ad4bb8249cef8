import { BASE_LANGUAGE, messagesIn } from '../src/messages/messages.ts';
import { type Quantiles, quantiles } from './quantiles.ts';

const DAYS = Array.from({ length: 30 }, (_, at) => ({
  day: new Date(Date.UTC(2026, 4, 1 + at)).toISOString().slice(0, 10),
  answered: (at * 7) % 23,
  not_stated: (at * 5) % 7,
  no_match: (at * 3) % 5,
}));
const TIMES = 100;

/** Milliseconds to draw the chart of `/insights` over thirty days: the first, with its imports, and later ones. */
export async function benchChart(): Promise<{ readonly first: number; readonly time: Quantiles }> {
  const began = performance.now();
  const { chart } = await import('../src/insights/chart.ts');
  chart(DAYS, messagesIn(BASE_LANGUAGE), 'one');
  const first = performance.now() - began;
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    chart(DAYS, messagesIn(BASE_LANGUAGE), 'one');
    return performance.now() - start;
  });
  return { first, time: quantiles(times) };
}
