import { describe, expect, test } from 'vitest';
import { leadsToPassage, markdownLink, passageUrl, replaceLinks } from '../../src/text/link.ts';

const page = 'https://news.example/lake';

describe('passageUrl', () => {
  test.each([
    [{ starts: 'Envoys of', ends: 'long table' }, 'Envoys%20of,long%20table'],
    [{ starts: 'Face-to-face, R&D' }, 'Face%2Dto%2Dface%2C%20R%26D'],
    [{ starts: 'A (b) *c* _d_ ~e', ends: '“f”' }, 'A%20%28b%29%20%2Ac%2A%20%5Fd%5F%20%7Ee,%E2%80%9Cf%E2%80%9D'],
  ])('%j', (passage, fragment) => {
    const url = passageUrl(page, passage);
    expect(url).toBe(`${page}#:~:text=${fragment}`);
    expect([leadsToPassage(url), leadsToPassage(page)]).toEqual([true, false]);
    expect(decodeURIComponent(fragment.split(',')[0] ?? '')).toBe(passage.starts);
  });
});

describe('replaceLinks', () => {
  const shown = (text: string) => replaceLinks(text, (label, url) => `${label}<${url}>`);

  test('finds what markdownLink writes, whatever the label', () => {
    for (const label of ['¶2', 'a [b] \\ c', '']) {
      expect(shown(`x ${markdownLink(label, page)} y`)).toBe(`x ${label.replace(/[[\]\\]/g, '\\$&')}<${page}> y`);
    }
  });

  test.each(['[a](http://b.example)', '[a](javascript:x)', '\\[a\\](https\\://b.example)', '[a]', '[a\nb](https://c)'])(
    '%j is none',
    (text) => {
      expect(shown(text)).toBe(text);
    },
  );
});
