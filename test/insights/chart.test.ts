import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { chart } from '../../src/insights/chart.ts';
import { english } from '../support/messages.ts';

test('the picture is a PNG whose bars grow with the counts', async () => {
  const days = Array.from({ length: 7 }, (_, at) => ({
    day: `2026-05-1${at}`,
    answered: at === 3 ? 40 : 1,
    not_stated: 0,
    no_match: 0,
  }));
  const picture = await loadImage(Buffer.from(chart(days, english, 'one')));
  expect([picture.width, picture.height]).toEqual([880, 360]);
  expect(chart(days, english, 'one')).not.toEqual(
    chart(
      days.map((day) => ({ ...day, answered: 1 })),
      english,
      'one',
    ),
  );
});

test('of several articles, the picture says of none that it is the only one', () => {
  expect(chart([], english, 'several')).not.toEqual(chart([], english, 'one'));
});
