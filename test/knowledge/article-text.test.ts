import { describe, expect, it } from 'vitest';
import { articleText } from '../../src/knowledge/article-text.ts';
import { fingerprint, plainText } from '../../src/knowledge/fingerprint.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { problemsOf, TEXT, writeKnowledge, writeText } from './fixture.ts';

function read(folder: string): Map<string, readonly string[]> {
  const loaded = loadKnowledge(writeKnowledge());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return articleText(folder, loaded.knowledge);
}

describe("the article's text", () => {
  it('is its paragraphs, without headline, standfirst and links', () => {
    expect(
      read(writeText(TEXT))
        .get('lake')
        ?.map((paragraph) => paragraph.slice(0, 10)),
    ).toEqual(['Envoys of ', 'Kyiv said ']);
  });

  it('may be typeset otherwise', () => {
    const typed = TEXT.replaceAll('“', '"').replaceAll('”', '"').replace('—', '–').replaceAll('\n', '\r\n  ');
    expect(read(writeText(typed)).get('lake')).toHaveLength(2);
  });

  it('may be absent', () => expect(read(writeKnowledge())).toEqual(new Map()));

  it('is refused where it is another', () => {
    const folder = writeText(TEXT.replace('Monday', 'Tuesday'));
    expect(() => read(folder)).toThrow(
      `${folder}/lake.txt: these paragraphs differ from the record: 1; \`npm run check\` says more`,
    );
  });
});

describe('a text that changed', () => {
  const now = (line: string) => fingerprint(line);
  const [, , , first = '', , second = ''] = TEXT.split('\n');

  it('names the paragraph, its fingerprint and the facts that cite it', () => {
    const changed = first.replace('one long table', 'two tables');
    expect(
      problemsOf(
        [],
        TEXT.replace(first, () => changed),
      ),
    ).toEqual([
      `lake/article.yaml:9:5 paragraph 1 has changed: its fingerprint is now ${now(changed)}; read again the facts that cite it: met, three-hours`,
    ]);
  });

  it('does not take a new sub-heading for a paragraph', () => {
    const changed = second.replace('in the rain', 'in the snow');
    expect(
      problemsOf(
        [{ file: 'lake/facts/meeting.yaml', from: 'stood in the rain', to: 'stood outside' }],
        TEXT.replace(second, () => `In short\n${changed}\nThe end`),
      ),
    ).toEqual([
      `lake/article.yaml:11:5 paragraph 2 has changed: its fingerprint is now ${now(changed)}; read again the facts that cite it: useful, waited`,
    ]);
  });

  it('says so where a paragraph is gone, and that its quotations are gone with it', () => {
    expect(problemsOf([], TEXT.slice(0, TEXT.indexOf('Also Read')))[0]).toBe(
      "lake/article.yaml:11:5 paragraph 2 is not in the article's text any more; read again the facts that cite it: useful, waited",
    );
  });
});

describe('plain text', () => {
  it.each([
    ['typographic quotes', '“a” ‘b’', '"a" \'b\''],
    ['dashes', 'a—b – c', 'a-b - c'],
    ['white space', ' a\t\n b\u00a0c ', 'a b c'],
    ['accents typed apart', 'Zu\u0308rich', 'Zürich'],
    ['capitals, which stay', 'US us', 'US us'],
  ])('%s', (_reason, text, plain) => expect(plainText(text)).toBe(plain));

  it('has the fingerprint that SHA-256 gives', () => {
    // The standard's own example, FIPS 180-2, appendix B.1.
    expect(fingerprint(' abc\n')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
