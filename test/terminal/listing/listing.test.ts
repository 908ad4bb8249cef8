import { expect, test } from 'vitest';
import { languagesSpoken, messagesIn } from '../../../src/messages/messages.ts';
import { listingIn, printListing } from '../../../src/terminal/listing/listing.ts';

const all = languagesSpoken().map(messagesIn);

test('every text fits, in every language that has a catalogue', () => {
  const { text, fits } = printListing(all);
  expect(fits).toBe(true);
  for (const { language } of all) expect(text).toContain(`== ${language}`);
});

test('there are five tags, no two the same', () => {
  for (const messages of all) {
    const tags = listingIn(messages).filter(({ field }) => field.startsWith('tag.'));
    expect(new Set(tags.map(({ text }) => text)).size).toBe(5);
  }
});

test('a text that is too long is said to be, and does not fit', () => {
  const [english] = all;
  if (!english) throw new Error('no English');
  const { text, fits } = printListing([{ ...english, say: () => 'x'.repeat(33) }]);
  expect(fits).toBe(false);
  expect(text).toContain('name (33 of 32, too long)');
});
