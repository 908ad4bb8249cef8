import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import en from '../../../languages/en.json' with { type: 'json' };
import { untranslatedMessages } from '../../../src/knowledge/check/untranslated-messages.ts';
import { openCatalogues } from '../../../src/messages/messages.ts';
import { emptyFolder } from '../../support/folder.ts';

const keys = Object.keys(en);

/** What is said of a catalogue of one language with some of the messages. */
function saidOf(translated: readonly string[]): readonly string[] {
  const folder = emptyFolder();
  const texts = Object.fromEntries(translated.map((key) => [key, 'переклад']));
  writeFileSync(join(folder, 'uk.json'), JSON.stringify(texts));
  return untranslatedMessages(openCatalogues(folder));
}

it('is nothing of a catalogue that has every message, and of English', () => {
  expect(saidOf(keys)).toEqual([]);
});

it('counts the messages that a catalogue lacks, and names the first few', () => {
  expect(saidOf(keys.slice(2))).toEqual([
    `languages/uk.json: 2 of ${keys.length} messages are said in English: \`${keys[0]}\`, \`${keys[1]}\``,
  ]);
  expect(saidOf([])).toEqual([
    expect.stringMatching(new RegExp(`^languages/uk\\.json: ${keys.length} of .* and ${keys.length - 5} more$`)),
  ]);
});
