import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fatal } from '../../src/config/fatal.ts';
import { openContext } from '../../src/snapshot/here.ts';

test("an article's text that is not the one of the record is for whoever runs the program to mend", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'articles-'));
  cpSync(join(import.meta.dirname, '../../knowledge'), join(folder, 'knowledge'), { recursive: true });
  writeFileSync(join(folder, 'istanbul-2025-05-16.txt'), 'Another text altogether.\n');
  const open = () =>
    openContext({
      knowledge: join(folder, 'knowledge'),
      articles: folder,
      cache: { folder: join(folder, 'data'), onMiss: () => {} },
    });
  await expect(open()).rejects.toThrow(Fatal);
  await expect(open()).rejects.toThrow(/istanbul-2025-05-16\.txt: these paragraphs differ from the record: 1, 2, 3/);
});
