/** `npm run readme`: regenerates the generated parts of the documents from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { documents } from './documents.ts';
import { fillIn } from './tables.ts';

for (const [file, parts] of Object.entries(documents)) {
  const path = new URL(`../../../${file}`, import.meta.url);
  writeFileSync(path, fillIn(readFileSync(path, 'utf8'), parts));
}
