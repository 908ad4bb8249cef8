import { expect, test } from 'vitest';
import { languagesSpoken, messagesIn } from '../../../src/messages/messages.ts';
import { listingIn, printListing } from '../../../src/terminal/listing/listing.ts';

const all = languagesSpoken().map(messagesIn);

test.each(['one', 'several'] as const)('every text fits, in every language that has a catalogue, of %s', (articles) => {
  const { text, fits } = printListing(all, articles);
  expect(fits).toBe(true);
  for (const { language } of all) expect(text).toContain(`== ${language}`);
});

test('there are five tags, no two the same', () => {
  for (const messages of all) {
    const tags = listingIn(messages, 'one').filter(({ field }) => field.startsWith('tag.'));
    expect(new Set(tags.map(({ text }) => text)).size).toBe(5);
  }
});

test('a text that is too long is said to be, and does not fit', () => {
  const [english] = all;
  if (!english) throw new Error('no English');
  const { text, fits } = printListing([{ ...english, say: () => 'x'.repeat(33) }], 'one');
  expect(fits).toBe(false);
  expect(text).toContain('name (33 of 32, too long)');
});

test('of several articles, no one is told of as the only one', () => {
  for (const messages of all) {
    const text = listingIn(messages, 'several')
      .map((line) => line.text)
      .join('\n');
    expect(text).not.toMatch(/2025|one (?:news )?article/);
  }
});
