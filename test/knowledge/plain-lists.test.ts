import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseYaml } from '../../src/knowledge/parse-yaml.ts';
import { plainLists } from '../../src/knowledge/plain-lists.ts';

describe('plain lists', () => {
  const files = readdirSync('knowledge', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /phrasings.*\.yaml$/.test(file),
  );

  it.each(files)('reads %s as the full parser does', (file) => {
    const source = readFileSync(join('knowledge', file), 'utf8');
    expect(parseYaml(source).value).toEqual(parseDocument(source).toJS());
  });

  it('reads nothing otherwise than the full parser does', () => {
    const piece = fc.constantFrom(...'ab1e ,.?!\'"’-:#@&*[]{}|>%\\/\t~é…=', ': ', ' #', 'null', 'true', '- ', '  ');
    const line = fc.tuple(
      fc.constantFrom('a:', 'b:', '  - ', '  - "', "  - '", '# ', ''),
      fc.string({ unit: piece, maxLength: 6 }),
      fc.constantFrom('', '"', "'"),
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const source = ['a-b:', '  - x', ...lines.map((parts) => parts.join(''))].join('\n');
        const lists = plainLists(source);
        if (lists === undefined) return;
        read += 1;
        const document = parseDocument(source);
        expect(document.errors).toEqual([]);
        expect(lists).toEqual(document.toJS());
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it.each([
    ['a text with a colon', 'a:\n  - b: c\n'],
    ['a text that would be a number', 'a:\n  - 12\n'],
    ['a text that would be a truth value', 'a:\n  - True\n'],
    ['a text over two lines', 'a:\n  - b\n    c\n'],
    ['a name twice', 'a:\n  - b\na:\n  - c\n'],
    ['a name without a list', 'a:\nb:\n  - c\n'],
    ['a list without a name', '  - c\n'],
    ['nothing', ''],
  ])('leaves %s to the full parser', (_reason, source) => expect(plainLists(source)).toBeUndefined());
});
