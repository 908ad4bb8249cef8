import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { run } from '../../../src/terminal/daily/run.ts';
import { withSeries } from '../../support/knowledge.ts';

function daily(...given: string[]) {
  const written = { out: '', errors: '' };
  const into = (stream: keyof typeof written) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        written[stream] += chunk;
        done();
      },
    });
  const context = { knowledge: withSeries(2), now: Date.parse('2026-05-16T10:00:00Z') };
  return { code: run(given, into('out'), into('errors'), context), ...written };
}

test('prints the posts of days to come with what their buttons show, and says where there is none', () => {
  const { code, out, errors } = daily('--days', '4');
  expect([code, errors]).toEqual([0, '']);
  expect(out).toMatch(/^Headline 1 · 16 May 2026\n/);
  expect(out).toContain('Headline 2 · 17 May 2026\n');
  expect(out).toContain('Show answer\nThe article does not say how deep the lake is.');
  expect(out).toContain('2026-05-18: no post\n\n2026-05-19: no post');
});

test('begins at a date, and goes on weekly or not at all', () => {
  expect(daily('--from', '2026-01-01', '--days', '9').out).toContain('Headline 1 · 9 January 2026');
  expect(daily('--from', '2026-01-01', '--days', '9', '--after', 'stop').out).toContain('2026-01-09: no post');
});

test.each([
  ['--days', '0'],
  ['--days', 'many'],
  ['--from', '2026-02-30'],
  ['--from', 'soon'],
  ['--language', 'xx'],
  ['--after', 'never'],
  ['--dys', '3'],
])('%s %s is bad usage', (...given) => {
  const { code, out, errors } = daily(...given);
  expect([code, out]).toEqual([2, '']);
  expect(errors).toContain('Usage:');
});
