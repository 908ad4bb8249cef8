import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { printProblem } from '../../src/knowledge/problem.ts';
import { draft } from '../support/draft.ts';
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

describe('a draft that is broken is left out, its problems are told, and the rest loads', () => {
  const ARTICLE = 'pond/article.yaml';
  /** The articles that load, and what is wrong with those that do not. */
  function loaded(...changes: readonly Change[]) {
    const folder = writeKnowledge([...draft, ...changes]);
    const found = loadKnowledge(folder);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    return {
      articles: found.knowledge.articles.map(({ id }) => id),
      leftOut: found.leftOut.map((problem) => printProblem(problem).replaceAll(`${folder}/`, '')),
    };
  }

  it('and one that is whole is part of it', () => {
    expect(loaded()).toEqual({ articles: ['lake', 'pond'], leftOut: [] });
  });

  it.each<[string, Change, RegExp]>([
    [
      'whose record is no YAML',
      { file: ARTICLE, from: 'headline: Ducks', to: 'headline: "Ducks' },
      /^pond\/article\.yaml:6:\d+ a quote is opened here/,
    ],
    [
      'another of whose files is no YAML',
      { file: 'pond/facts/ducks.yaml', to: 'topic: ducks\nfacts: [' },
      /^pond\/facts\/ducks\.yaml:2:/,
    ],
    ['with a field that is none', { file: 'pond/speakers.yaml', from: 'name:', to: 'nam:' }, /no field `nam`/],
    ['with a file missing', { file: 'pond/speakers.yaml' }, /^pond\/speakers\.yaml:1:1 this file is missing/],
    ['with a file too many', { file: 'pond/notes.txt', to: 'later' }, /^pond\/notes\.txt:1:1 this file has no place/],
    [
      'with an id that an article has',
      { file: 'pond/facts/ducks.yaml', from: 'id: returned', to: 'id: kyiv' },
      /taken/,
    ],
    [
      'with a subject of everybody as an id',
      { file: 'pond/speakers.yaml', from: 'id: warden', to: 'id: greetings' },
      /^pond\/speakers\.yaml:1:\d+ the id `greetings` is taken/,
    ],
    [
      'that names what there is not',
      { file: 'pond/facts/ducks.yaml', from: 'said_by: article', to: 'said_by: nobody' },
      /no speaker `nobody`/,
    ],
    [
      'with a faulty translation',
      { file: 'pond/languages/uk/facts/ducks.yaml', to: 'returned: [' },
      /^pond\/languages\/uk\/facts\/ducks\.yaml:1:/,
    ],
  ])('%s', (_what, change, message) => {
    const { articles, leftOut } = loaded(change);
    expect(articles).toEqual(['lake']);
    expect(leftOut.join('\n')).toMatch(message);
  });

  it('and so is one that leads to it', () => {
    const other = draft.map(({ file, to = '' }) => ({
      file: file.replace('pond', 'brook'),
      to: to.replace('warden', 'ranger').replace('id: returned', 'id: went, supersedes: returned'),
    }));
    const { articles, leftOut } = loaded(...other, { file: 'pond/facts/ducks.yaml', to: 'topic: [' });
    expect(articles).toEqual(['lake']);
    expect(leftOut.map((line) => line.split(':')[0])).toEqual(['brook/facts/ducks.yaml', 'pond/facts/ducks.yaml']);
  });

  it('but a broken article that is served keeps all from loading, and then both are told of', () => {
    const folder = writeKnowledge([
      ...draft,
      { file: 'pond/facts/ducks.yaml', to: 'topic: [' },
      { file: 'lake/summary.yaml', from: 'summary:', to: 'sumary:' },
    ]);
    const found = loadKnowledge(folder);
    const files = found.ok ? [] : found.problems.map(({ file }) => file.replace(`${folder}/`, ''));
    expect(new Set(files)).toEqual(new Set(['lake/summary.yaml', 'pond/facts/ducks.yaml']));
  });

  it('and if that leaves nothing, its problems are why', () => {
    const folder = writeKnowledge([
      { file: 'lake/article.yaml', from: 'date: 2024', to: 'draft: true\ndate: 2024' },
      { file: 'lake/summary.yaml', from: 'summary:', to: 'sumary:' },
    ]);
    expect(loadKnowledge(folder)).toMatchObject({ ok: false, problems: [{ file: `${folder}/lake/summary.yaml` }, {}] });
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
