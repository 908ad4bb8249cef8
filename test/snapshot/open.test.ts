import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fatal } from '../../src/config/fatal.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Opened, openSnapshot, openSnapshotBeside } from '../../src/snapshot/open.ts';
import { type Change, writeKnowledge } from '../knowledge/fixture.ts';
import { draft } from '../support/draft.ts';
import { emptyFolder } from '../support/folder.ts';

const QUESTION = 'how many lanterns are there';

function scene(cacheFolder = emptyFolder(), changes: readonly Change[] = []) {
  const knowledge = writeKnowledge(changes);
  const failures: string[] = [];
  const places = { knowledge, cacheFolder, articles: undefined };
  const onFailure = (reason: string) => void failures.push(reason);
  return {
    ...places,
    failures,
    here: () => openSnapshot(places, onFailure),
    beside: () => openSnapshotBeside(places, onFailure),
  };
}

/** What is to be seen of a snapshot: all that it knows, and how it finds. */
function told(opened: Opened) {
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { knowledge, search } = opened.snapshot;
  return { knowledge, found: search.find(QUESTION) };
}

test('is the same opened here, in a thread beside, and from the cache that either leaves', async () => {
  const { knowledge, cacheFolder, here, beside } = scene();
  const loaded = loadKnowledge(knowledge);
  if (!loaded.ok) throw new Error('The knowledge is not in order.');
  const first = told(await beside());
  expect(first.knowledge).toEqual(loaded.knowledge);
  expect(readdirSync(cacheFolder).filter((name) => name.endsWith('.bin'))).toHaveLength(8);
  expect(told(await beside())).toEqual(first);
  expect(told(await here())).toEqual(first);
  expect(told(await scene().here()).found).toEqual(first.found);
});

test('an edited answer is served from the ranker that is there; edited phrasings are fitted on', async () => {
  const { knowledge, cacheFolder, here } = scene();
  const rankers = () => readdirSync(cacheFolder).filter((name) => name.startsWith('ranker-'));
  told(await here());
  const [before] = rankers();
  appendFileSync(join(knowledge, 'words.yaml'), '# a comment\n');
  told(await here());
  expect(rankers()).toEqual([before]);
  const outside = join(knowledge, 'outside.yaml');
  writeFileSync(outside, `${readFileSync(outside, 'utf8')}more:\n  - where can i buy a kite\n`);
  told(await here());
  expect(rankers()).not.toContain(before);
});

/** A second article, beside that of the lake. */
const POND: readonly Change[] = [
  {
    file: 'pond/article.yaml',
    to: `headline: A pond is dug
date: 2024-03-06
topics: [{ id: digging, title: Digging, description: Who digs }]
paragraphs: [{ gist: Somebody digs., sha256: "${'0'.repeat(64)}" }]
sides: [Ukraine]
`,
  },
  { file: 'pond/speakers.yaml', to: 'speakers: [{ id: digger, name: The digger, role: Digs, side: Ukraine }]\n' },
  {
    file: 'pond/facts/digging.yaml',
    to: 'topic: digging\nfacts: [{ id: dug, text: The digger dug., paragraphs: [1], said_by: digger }]\n',
  },
  {
    file: 'pond/questions/digging.yaml',
    to: 'topic: digging\nquestions: [{ id: who-digs, question: Who digs the pond?, answer: The digger., facts: [dug] }]\n',
  },
  { file: 'pond/phrasings/digging.yaml', to: 'who-digs: [who dug, who digs there, name of the digger]\n' },
];

test('an edit of one article of several fits its ranker alone', async () => {
  const { knowledge, cacheFolder, here } = scene(emptyFolder(), POND);
  const rankers = () => readdirSync(cacheFolder).filter((name) => name.startsWith('ranker-'));
  told(await here());
  const before = rankers();
  expect(before).toEqual([expect.stringMatching(/^ranker-lake-en-/), expect.stringMatching(/^ranker-pond-en-/)]);
  appendFileSync(join(knowledge, 'pond/phrasings/digging.yaml'), '# an edit that asks for no fit\n');
  told(await here());
  expect(rankers()).toEqual(before);
  writeFileSync(join(knowledge, 'pond/phrasings/digging.yaml'), 'who-digs: [who dug, whose spade is it]\n');
  told(await here());
  expect(rankers()).toEqual([before[0], expect.stringMatching(/^ranker-pond-en-/)]);
  expect(rankers()[1]).not.toBe(before[1]);
});

test('an edit of one article parses no other, and a problem elsewhere that follows from it has its line', async () => {
  const about: Change = {
    file: 'lake/facts/meeting.yaml',
    from: 'said_by: kyiv',
    to: 'said_by: kyiv\n    about: [digger]',
  };
  const { knowledge, cacheFolder, here } = scene(emptyFolder(), [...POND, about]);
  const parsed = () => readdirSync(cacheFolder).filter((name) => /^(parsed|keys)-/.test(name));
  const before = told(await here());
  const files = parsed();
  expect(files.map((name) => name.split('-').slice(0, 2).join(' '))).toEqual([
    ...['keys lake', 'keys pond', 'parsed lake', 'parsed pond'],
  ]);
  appendFileSync(join(knowledge, 'pond/speakers.yaml'), '# an edit\n');
  expect(told(await here()).knowledge.facts).toEqual(before.knowledge.facts);
  expect(parsed().filter((name) => files.includes(name))).toEqual([files[0], files[2]]);
  writeFileSync(
    join(knowledge, 'pond/speakers.yaml'),
    'speakers: [{ id: spade, name: The spade, role: Digs, side: Ukraine }]\n',
  );
  expect(await here()).toEqual({
    ok: false,
    problems: [
      {
        file: join(knowledge, 'lake/facts/meeting.yaml'),
        line: 16,
        column: 13,
        // In the pond's own facts.
        message: 'there is no speaker `digger` (named in 1 more place)',
      },
    ],
  });
});

test.each(['ranker-', 'weights-'])(
  'a ranker whose file %s… is spoilt when somebody asks is fitted anew',
  async (begins) => {
    const { cacheFolder, here } = scene();
    const { found } = told(await here());
    const [file = ''] = readdirSync(cacheFolder).filter((name) => name.startsWith(begins));
    writeFileSync(join(cacheFolder, file), 'no ranker');
    expect(told(await here()).found).toEqual(found);
  },
);

test('weights that are gone are fitted anew before anybody asks', async () => {
  const { cacheFolder, here } = scene();
  const { found } = told(await here());
  const weights = () => readdirSync(cacheFolder).filter((name) => name.startsWith('weights-'));
  const before = weights();
  for (const file of before) rmSync(join(cacheFolder, file));
  expect(told(await here()).found).toEqual(found);
  expect(weights()).toEqual(before);
});

test('without a folder to write to, the thread hands over what it made, and says once what it could not keep', async () => {
  const file = join(emptyFolder(), 'a file');
  writeFileSync(file, '');
  const { beside, failures } = scene(join(file, 'folder'));
  expect(told(await beside()).found).toEqual(told(await scene().here()).found);
  expect(failures).toContainEqual(expect.stringContaining('cannot be written'));
});

test('a folder that is not there comes as a problem; what cannot be read at all rejects', async () => {
  const places = { cacheFolder: emptyFolder(), articles: undefined };
  const none = openSnapshotBeside({ ...places, knowledge: join(emptyFolder(), 'none') }, () => {});
  expect(await none).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('no such folder') }] });
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');
  await expect(openSnapshotBeside({ ...places, knowledge: file }, () => {})).rejects.toThrow('ENOTDIR');
});

test("an article's text that is not the one of the record is for whoever runs the program to mend", async () => {
  const { knowledge, cacheFolder } = scene();
  const articles = emptyFolder();
  const id = readdirSync(knowledge, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name;
  writeFileSync(join(articles, `${id}.txt`), 'Another text altogether.\n');
  const open = openSnapshot({ knowledge, cacheFolder, articles }, () => {});
  await expect(open).rejects.toThrow(Fatal);
  await expect(open).rejects.toThrow(/\.txt: these paragraphs differ from the record: 1/);
});

/** A draft with a question, so that something can be found in it. */
const DRAFT: readonly Change[] = [
  ...draft,
  {
    file: 'pond/questions/ducks.yaml',
    to: 'topic: ducks\nquestions: [{ id: back, question: Are they back?, answer: They are., facts: [returned] }]\n',
  },
];

/** The articles that are served, and those that a curator sees; what the knowledge holds of the draft. */
async function articlesOf(knowledge: string, drafts: boolean, cacheFolder = emptyFolder()) {
  const opened = await openSnapshot({ knowledge, cacheFolder, articles: undefined, drafts }, () => {});
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { knowledge: served, curated } = opened.snapshot;
  return {
    served: served.articles.map(({ id }) => id),
    curated: curated.knowledge.articles.map(({ id }) => id),
    ofDraft: ['warden', 'returned', 'back'].filter(
      (id) => served.speakers.has(id) || served.facts.has(id) || served.entries.has(id),
    ),
  };
}

test('a draft is seen by curators, and served only if that is wanted, with the same cache', async () => {
  const [knowledge, cacheFolder] = [writeKnowledge(DRAFT), emptyFolder()];
  const hidden = { served: ['lake'], curated: ['lake', 'pond'], ofDraft: [] };
  expect(await articlesOf(knowledge, false, cacheFolder)).toEqual(hidden);
  const shown = { ...hidden, served: ['lake', 'pond'], ofDraft: ['warden', 'returned', 'back'] };
  expect(await articlesOf(knowledge, true, cacheFolder)).toEqual(shown);
  expect(await articlesOf(knowledge, false, cacheFolder)).toEqual(hidden);
});

test('a draft that is broken is left out, and its problems come along from the cache too', async () => {
  const { knowledge, here, beside } = scene(emptyFolder(), [
    ...DRAFT,
    { file: 'pond/facts/ducks.yaml', to: 'topic: [' },
  ]);
  const file = join(knowledge, 'pond/facts/ducks.yaml');
  for (const opened of [await beside(), await beside(), await here()]) {
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { curated } = opened.snapshot;
    expect(curated.knowledge.articles.map(({ id }) => id)).toEqual(['lake']);
    expect(curated.leftOut).toMatchObject([{ file, line: 1 }]);
    expect(opened.snapshot.search.find(QUESTION).candidates.length).toBeGreaterThan(0);
  }
});

test("a draft's text may be another than its record's", async () => {
  const articles = emptyFolder();
  writeFileSync(join(articles, 'pond.txt'), 'Ducks return to the pond\nAnother text altogether.\n');
  const places = { knowledge: writeKnowledge(DRAFT), cacheFolder: emptyFolder(), articles };
  expect(await openSnapshot(places, () => {})).toMatchObject({ ok: true });
});

test('if every article is a draft, there is nothing to serve', async () => {
  const knowledge = writeKnowledge([
    { file: 'lake/article.yaml', from: 'date: 2024-03-04', to: 'draft: true\ndate: 2024-03-04' },
  ]);
  const places = { knowledge, cacheFolder: emptyFolder(), articles: undefined };
  const message =
    'every article is a draft, so there is nothing to serve; remove `draft: true` from an article.yaml, or set DRAFTS=on';
  expect(await openSnapshotBeside(places, () => {})).toEqual({
    ok: false,
    problems: [{ file: knowledge, line: 1, column: 1, message }],
  });
  expect(await openSnapshotBeside({ ...places, drafts: true }, () => {})).toMatchObject({ ok: true });
});
