/** A second article, added as a curator does: by the scaffold, then by filling in what the check names. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../../src/knowledge/check/check.ts';
import { readFiles } from '../../../src/knowledge/files.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { run } from '../../../src/knowledge/scaffold/run.ts';
import { openSnapshot } from '../../../src/snapshot/open.ts';
import { emptyFolder } from '../../support/folder.ts';
import { TEXT, writeKnowledge } from '../fixture.ts';
import { HARBOUR } from './harbour.ts';

const MAIN = join(import.meta.dirname, '../../../src/knowledge/scaffold/main.ts');
const TODAY = '2025-03-10';

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.text += chunk.toString();
    done();
  }
}

/** A folder as the repository's, with a knowledge and the articles' texts. */
function scene() {
  const home = emptyFolder();
  const [knowledge, articles] = [join(home, 'knowledge'), join(home, 'articles')];
  renameSync(writeKnowledge(), knowledge);
  mkdirSync(articles);
  writeFileSync(join(articles, 'lake.txt'), TEXT);
  writeFileSync(join(articles, 'harbour.txt'), HARBOUR);
  /** Runs it here; files are named from the folder. */
  const scaffold = (...given: string[]) => {
    const [out, errors] = [new Collected(), new Collected()];
    const named = given.map((word) => (/\.txt$|^knowledge$/.test(word) ? join(home, word) : word));
    const status = run(named, knowledge, out, errors);
    const relative = ({ text }: Collected) => text.replaceAll(`${home}/`, '');
    return { status, stdout: relative(out), stderr: relative(errors) };
  };
  const check = () => checkKnowledge(knowledge, articles, TODAY);
  /** Changes a file of the draft, at the one place where `from` stands. */
  const edit = (file: string, ...changes: (readonly [from: string | RegExp, to: string])[]) => {
    const path = join(knowledge, 'harbour', file);
    let text = readFileSync(path, 'utf8');
    for (const [from, to] of changes) {
      if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand once in ${file}`);
      text = text.replace(from, () => to);
    }
    writeFileSync(path, text);
  };
  return { home, knowledge, articles, scaffold, check, edit };
}

const GISTS = [
  'The council votes, narrowly, to shut the harbour to trawlers.',
  'The mayor is glad of it.',
  'The guild wanted more time; its chair speaks of families.',
  'The chair has hard words for the council.',
  'The council pays for moorings elsewhere.',
  'How many trawlers there are, and how many leak.',
  'Whether the new place is deep enough.',
  'A biologist tells of seals.',
  'How long they had been away.',
  'The guild may go to court.',
  'What is left open about the market.',
];

const FACTS = `topic: story
facts:
  - { id: vote, text: Wexmoor Council voted 14 to 13 to close the old harbour to trawlers., paragraphs: [1], said_by: article }
  - { id: everyones, text: Mayor Lena Okafor called the vote a beginning., paragraphs: [2, 11], said_by: okafor }
  - { id: families, text: Tomas Brandt said that the trawlers feed 42 families., paragraphs: [3, 4], said_by: brandt, about: [anglers-guild] }
  - { id: moorings, text: "Moorings at Saltby cost Wexmoor 310,000 pounds.", paragraphs: [5], said_by: article }
  - { id: leaks, text: The Port Authority counts 19 trawlers., paragraphs: [6, 7], said_by: port-authority }
  - { id: seals, text: Ines Faro said seals are back at the outer wall., paragraphs: [8, 9], said_by: faro }
  - { id: court, text: "By Brandt's account, the guild decides on 20 March about a court case.", paragraphs: [10], said_by: brandt }
`;

describe('an article added by the scaffold', () => {
  it('is a draft that the check passes, with work to do, beside the article that was there', () => {
    const { home, knowledge, check } = scene();
    const given = [MAIN, 'articles/harbour.txt', '--publisher', 'The Wexmoor Echo'];
    const { status, stdout } = spawnSync(process.execPath, given, { cwd: home, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('knowledge/harbour holds a draft: 11 paragraphs.');
    expect(stdout).toContain('Date: 2025-03-06 (the first that the text names, or else its file)');
    expect(stdout).toContain('  What the vote means\n');
    const { problems, toDo, report } = check();
    expect(problems).toEqual([]);
    expect(report).toMatch(/No problem found\. .*things to do\.$/);
    const printed = toDo.map(({ file, message }) => `${file.replace(`${knowledge}/`, '')} ${message}`);
    expect(printed).toContain('harbour/article.yaml the gist of paragraph 11 is to be written');
    expect(printed).toContain('harbour/article.yaml no fact cites paragraph 1; every paragraph states something');
    expect(printed).toContain('harbour/speakers.yaml the role of `okafor` is to be written');
    expect(printed).toContain(
      "harbour/speakers.yaml the side of `okafor` (Wexmoor Council, Anglers' Guild, Saltby, Port Authority, or another, to declare in article.yaml) is to be written",
    );
  });

  it('is whole once what is required is filled in, and served once it is no draft', async () => {
    const { knowledge, articles, scaffold, check, edit } = scene();
    scaffold('articles/harbour.txt');
    edit(
      'article.yaml',
      ...GISTS.map((gist, index) => [`# ¶${index + 1}\n  - gist: ""`, `# ¶${index + 1}\n  - gist: ${gist}`] as const),
      ["sides: [Wexmoor Council, Anglers' Guild, Saltby, Port Authority]", "sides: [Town, Anglers' Guild]"],
      ['\nbystanders: []', '\nbystanders: [Port Authority, science]'],
      ['description: ""', 'description: The vote, the money, the seals'],
    );
    edit(
      'speakers.yaml',
      [
        'name: Lena Okafor\n    short: Okafor\n    role: ""\n    side: ""',
        'name: Lena Okafor\n    role: Mayor\n    side: Town',
      ],
      ['name: Anglers\' Guild\n    role: ""', "name: Anglers' Guild\n    role: Speaks for the trawlers"],
      ['name: Tomas Brandt\n    short: Brandt\n    role: ""', 'name: Tomas Brandt\n    role: Chair of the guild'],
      ['name: Port Authority\n    role: ""', 'name: Port Authority\n    role: Runs the harbour'],
      [
        'name: Ines Faro\n    short: Faro\n    role: ""\n    side: ""',
        'name: Ines Faro\n    role: Marine biologist\n    side: science',
      ],
    );
    writeFileSync(join(knowledge, 'harbour/facts/story.yaml'), FACTS);
    const inPart = check();
    expect(inPart.problems).toEqual([]);
    expect(inPart.toDo.map(({ message }) => message)).toEqual([
      'no question is written for this article, so `/ask` finds nothing of it',
      ...[1, 2, 3].flatMap((number) => [
        `who says the words of \`harbour-quotation-${number}\`, and of what, is to be written`,
        `which facts the words of \`harbour-quotation-${number}\` belong to is to be written`,
      ]),
    ]);

    edit('quotations.yaml', [
      /^quotations:[\s\S]*$/m,
      `quotations:
  - id: harbour-quotation-1
    words: the first time in thirty years
    speaker: faro
    paragraph: 9
    context: Ines Faro, of the seals
    facts: [seals]
`,
    ]);
    edit('questions/story.yaml', [
      'questions: []',
      'questions:\n  - { id: votes, question: How did the vote go?, answer: The vote was 14 to 13., facts: [vote] }',
    ]);
    expect(check().toDo.map(({ message }) => message)).toContain(
      'no question rests on `court`, so that only `/fact` finds it; write the question that it answers',
    );
    edit('questions/story.yaml', [
      'answer: The vote was 14 to 13., facts: [vote] }',
      `answer: The vote was 14 to 13., facts: [vote] }
  - id: others
    question: What else was said?
    answer: Okafor, Brandt, Ines Faro and the Port Authority spoke, by the Echo.
    facts: [everyones, families, moorings, leaks, seals, court]
    note: The Echo is the paper.`,
    ]);
    expect(check().problems).toEqual([]);
    expect(check().toDo.map(({ message }) => message)).toEqual([
      'this draft lacks nothing; take `draft: true` out, and the article is served',
    ]);

    const cacheFolder = emptyFolder();
    const served = async () => {
      const opened = await openSnapshot({ knowledge, articles, cacheFolder }, () => undefined);
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      return opened.snapshot.search.find('how did the vote go').parts.map(({ entry }) => entry.id);
    };
    expect(await served()).not.toContain('votes');
    edit('article.yaml', [/^# A draft[\s\S]*^draft: true\n\n/m, '']);
    expect(check().problems).toEqual([]);
    expect(check().warnings.map(({ message }) => message)).toEqual([
      '`votes` has 0 phrasings: with so many, about 0 in 100 questions find their entry; with 40, about 66',
      '`others` has 0 phrasings: with so many, about 0 in 100 questions find their entry; with 40, about 66',
    ]);
    expect(await served()).toContain('votes');
  });

  it('has no id of another article', () => {
    const { knowledge, scaffold, articles } = scene();
    writeFileSync(
      join(articles, 'rain.txt'),
      'Rain in Geneva\nIvan Petrov said it rained.\nOleg Petrov said it did not.\n',
    );
    expect(scaffold('articles/rain.txt', '--date', '2024-03-05').status).toBe(0);
    const loaded = loadKnowledge(knowledge);
    expect(loaded.ok && [...loaded.knowledge.speakers.keys()]).toEqual([
      'kyiv',
      'petrov',
      'ivan-petrov',
      'oleg-petrov',
    ]);
  });

  it('has the files of each topic that is wanted', () => {
    const { scaffold, check, knowledge } = scene();
    expect(scaffold('articles/harbour.txt', '--topics', 'vote, seals-and-boats').status).toBe(0);
    for (const kind of ['facts', 'questions', 'gaps', 'phrasings'])
      expect(readdirSync(join(knowledge, 'harbour', kind)).sort()).toEqual(['seals-and-boats.yaml', 'vote.yaml']);
    expect(readFileSync(join(knowledge, 'harbour/article.yaml'), 'utf8')).toContain('title: Seals and boats');
    const { problems, toDo } = check();
    expect(problems).toEqual([]);
    expect(toDo.map(({ message }) => message)).toContain('what the topic `vote` is about is to be written');
  });

  it('has the words that links find its paragraphs by, if it has a link', () => {
    const { scaffold, check, knowledge } = scene();
    const given = ['--url', 'https://echo.example/harbour', '--title', 'The harbour', '--date', '2025-03-07'];
    expect(scaffold('articles/harbour.txt', ...given, '--id', 'harbour').stdout).toContain('Date: 2025-03-07\n');
    expect(readFileSync(join(knowledge, 'harbour/article.yaml'), 'utf8')).toContain('passage:');
    expect(check().problems).toEqual([]);
  });
});

describe('what is refused', () => {
  it.each<[string, string | Buffer, string]>([
    ['an empty text', '', 'text.txt is no article: it is empty.'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'text.txt is no article: it is no text in UTF-8.'],
    ['one line', 'A line.\n', 'text.txt is no article: it has one line, and an article has a headline and paragraphs.'],
  ])('%s, in a sentence', (_what, content, sentence) => {
    const { home, knowledge, scaffold } = scene();
    writeFileSync(join(home, 'text.txt'), content);
    expect(scaffold('text.txt')).toEqual({ status: 1, stdout: '', stderr: `${sentence}\n` });
    expect(readdirSync(knowledge)).not.toContain('text');
  });

  it('a text without a date, if none is given', () => {
    const { home, knowledge, scaffold } = scene();
    writeFileSync(join(home, 'text.txt'), 'Rain\nIt rained on Monday.\n');
    expect(scaffold('text.txt')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'text.txt names no date; say which day it is of, such as --date 2025-05-16.\n',
    });
    expect(readdirSync(knowledge)).not.toContain('text');
  });

  it('but one whose file names the date is taken', () => {
    const { home, scaffold } = scene();
    writeFileSync(join(home, 'rain-2025-06-10.txt'), 'Rain\nIt rained on Monday.\n');
    expect(scaffold('rain-2025-06-10.txt').stdout).toContain('Date: 2025-06-10 ');
  });

  it('a folder that is there, which stays as it is', () => {
    const { knowledge, scaffold } = scene();
    const before = readFiles(knowledge).hash;
    expect(scaffold('articles/lake.txt')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'knowledge/lake is there already; choose another --id, or delete it.\n',
    });
    expect(readFiles(knowledge).hash).toBe(before);
  });

  it.each([
    [[], 'Give one file with the text of an article.'],
    [['a.txt', 'b.txt'], 'Give one file with the text of an article.'],
    [['none.txt'], 'There is no file none.txt.'],
    [['knowledge'], 'knowledge is a folder; give the file with the text.'],
    [['articles/lake.txt', '--titel', 'x'], "Unknown option '--titel'"],
    [['articles/lake.txt', '--id', 'The Lake'], 'An id is lower-case words joined by hyphens'],
    [['articles/lake.txt', '--id', 'languages'], 'An id is lower-case words joined by hyphens'],
    [['articles/lake.txt', '--date', '6 March'], '--date: a date is written as 2025-05-16; "6 March" is none.'],
    [['articles/lake.txt', '--url', 'http://x.example'], '--url: a link begins with https://'],
    [['articles/lake.txt', '--title', ' '], '--title: this text is empty.'],
    [['articles/lake.txt', '--topics', 'Money'], '--topics: lower-case ids with commas between them'],
  ])('bad usage: %j', (given, message) => {
    const { status, stderr } = scene().scaffold(...given);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run new-article -- TEXT.txt');
    expect(status).toBe(2);
  });
});
