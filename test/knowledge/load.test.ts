import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Change, writeKnowledge } from './fixture.ts';

function load(changes: readonly Change[] = []): Knowledge {
  const loaded = loadKnowledge(writeKnowledge(changes));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.knowledge;
}

describe('what loads', () => {
  it('gives every item its topic, article and place', () => {
    const { facts, entries } = load();
    expect(facts.get('useful')).toEqual({
      id: 'useful',
      text: 'Kyiv called the talks “useful and calm”.',
      paragraphs: [2],
      said_by: 'kyiv',
      about: [],
      topic: 'meeting',
      article: 'lake',
      place: { file: 'lake/facts/meeting.yaml', path: ['facts', 2] },
    });
    expect([...entries.values()].map(({ id, kind, phrasings }) => [id, kind, phrasings.length])).toEqual([
      ['where-met', 'question', 40],
      ['how-useful', 'question', 40],
      ['who-paid', 'gap', 20],
    ]);
  });

  it('leads every word and phrase, as a question’s words are read, to its term', () => {
    const { synonyms } = load([{ file: 'words.yaml', from: '[meal]', to: '[Meal, Déjeuner, Sit-Down dinner]' }]);
    expect([...synonyms]).toEqual([
      ['parley', 'talks'],
      ['negotiation', 'talks'],
      ['meal', 'lunch'],
      ['dejeuner', 'lunch'],
      ['sit down dinner', 'lunch'],
    ]);
  });

  it('has the same hash for the same files and another for any change', () => {
    const comment = load([{ file: 'lake/summary.yaml', from: 'summary:', to: '# a comment\nsummary:' }]);
    expect(load().hash).toMatch(/^[0-9a-f]{64}$/);
    expect(load().hash).toBe(load().hash);
    expect(comment.hash).not.toBe(load().hash);
  });

  it("passes by an editor's own files", () => {
    expect(load([{ file: 'lake/.summary.yaml.swp', to: '\tno YAML' }]).hash).toBe(load().hash);
  });
});

describe('what does not', () => {
  it('a folder that is not there', () => {
    expect(loadKnowledge('no/such/folder')).toEqual({
      ok: false,
      problems: [
        {
          file: 'no/such/folder',
          line: 1,
          column: 1,
          message: 'there is no such folder; the knowledge is read from it',
        },
      ],
    });
  });

  it('several faulty files, all at once', () => {
    const folder = writeKnowledge([
      { file: 'lake/facts/meeting.yaml', from: 'id: three-hours', to: 'id:three-hours' },
      { file: 'lake/summary.yaml', from: 'text:', to: 'txt:' },
    ]);
    const loaded = loadKnowledge(folder);
    expect(
      loaded.ok ? [] : loaded.problems.map(({ file, line }) => `${file.replace(`${folder}/`, '')}:${line}`),
    ).toEqual(['lake/facts/meeting.yaml:8', 'lake/summary.yaml:2', 'lake/summary.yaml:3']);
  });
});
