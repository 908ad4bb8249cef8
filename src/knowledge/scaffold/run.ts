import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { didYouMean } from '../closest.ts';
import { isArticleId } from '../layout.ts';
import { loadKnowledge } from '../load.ts';
import { articleFiles } from '../schema.ts';
import { draftFiles } from './files.ts';
import { dateIn, decodeText, isDate, type Source, sourceOf } from './text.ts';

const USAGE = `Usage: npm run new-article -- TEXT.txt [--id ID] [--title TEXT] [--date 2025-05-16] [--publisher NAME] [--url https://…] [--topics money,people]
  Makes a draft of the article in knowledge/ID/. In the text, the headline is the first line, and each paragraph a line.
  Topics are groups of questions, each with its own files; without them, there is one, "story".
`;

/** Invalid arguments; the message says why. */
class UsageError extends Error {}

interface Wanted {
  readonly file: string;
  readonly id: string;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly topics: readonly string[];
}

const OPTIONS = {
  id: { type: 'string' },
  title: { type: 'string' },
  date: { type: 'string' },
  publisher: { type: 'string' },
  url: { type: 'string' },
  topics: { type: 'string', default: 'story' },
} as const;

/**
 * Runs `new-article` in a knowledge folder. Returns its exit code: 0, 1 if the text is not an article, 2 for bad usage.
 */
export function run(given: readonly string[], knowledge: string, out: Writable, errors: Writable): number {
  let wanted: Wanted;
  let bytes: Uint8Array;
  try {
    wanted = parse(given);
    bytes = read(wanted.file);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    errors.write(`${error.message}\n${USAGE}`);
    return 2;
  }
  const refuse = (why: string): number => {
    errors.write(`${why}\n`);
    return 1;
  };
  const text = decodeText(bytes);
  if (text === undefined) return refuse(`${wanted.file} is no article: it is no text in UTF-8.`);
  const sourced = sourceOf(text, wanted.title);
  if ('refused' in sourced) return refuse(`${wanted.file} is no article: ${sourced.refused}.`);
  const folder = join(knowledge, wanted.id);
  if (existsSync(folder)) return refuse(`${folder} is there already; choose another --id, or delete it.`);
  const date = wanted.date ?? dateIn(text) ?? dateIn(basename(wanted.file));
  if (date === undefined)
    return refuse(`${wanted.file} names no date; say which day it is of, such as --date 2025-05-16.`);
  const files = draftFiles(sourced.source, { ...wanted, date }, takenIn(knowledge));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { flag: 'wx' });
  }
  out.write(told(wanted, folder, sourced.source, date));
  return 0;
}

function parse(given: readonly string[]): Wanted {
  const { values, positionals } = parsed(given);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('Give one file with the text of an article.');
  const id = values.id ?? idOf(file);
  if (!isArticleId(id)) {
    throw new UsageError(
      `An id is lower-case words joined by hyphens, such as "harbour-2025-03-02"; "${id}" is none. Give one with --id.`,
    );
  }
  const { date, publisher, url, title } = values;
  if (title?.trim() === '') throw new UsageError('--title: this text is empty.');
  if (date !== undefined && !isDate(date))
    throw new UsageError(`--date: a date is written as 2025-05-16; "${date}" is none.`);
  for (const [name, value] of Object.entries({ publisher, url })) {
    const field = articleFiles['article.yaml'].shape[name as 'publisher' | 'url'].safeParse(value);
    if (!field.success) throw new UsageError(`--${name}: ${field.error.issues[0]?.message}.`);
  }
  const topics = values.topics.split(',').map((topic) => topic.trim());
  const wrong = topics.find((topic) => !isArticleId(topic));
  if (wrong !== undefined)
    throw new UsageError(
      `--topics: lower-case ids with commas between them, such as money,people; "${wrong}" is none.`,
    );
  return { file, id, ...values, topics: [...new Set(topics)] };
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({ args: [...given], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const wrong = given.find((word) => /^--\w/.test(word) && !(word.slice(2).split('=')[0] ?? '' in OPTIONS));
    const hint = wrong === undefined ? '' : didYouMean(wrong.slice(2), Object.keys(OPTIONS));
    throw new UsageError(`${error instanceof Error ? error.message.split('. ', 1).join('') : error}${hint}`);
  }
}

/** The file's name as an id. */
const idOf = (file: string): string =>
  basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`There is no file ${file}.`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder; give the file with the text.`);
    if (code === 'EACCES') throw new UsageError(`${file} may not be read.`);
    throw error;
  }
}

/** The ids of other articles' items; none if the knowledge is invalid, because the check then says more. */
function takenIn(knowledge: string): ReadonlySet<string> {
  const loaded = loadKnowledge(knowledge);
  if (!loaded.ok) return new Set();
  const { speakers, facts, entries, quotations } = loaded.knowledge;
  return new Set([...speakers.keys(), ...facts.keys(), ...entries.keys(), ...quotations.map(({ id }) => id)]);
}

function told({ file, id, date: given }: Wanted, folder: string, source: Source, date: string): string {
  const dated = given === undefined ? ' (the first that the text names, or else its file)' : '';
  const short = (line: string) => `  ${line.length > 70 ? `${line.slice(0, 69)}…` : line}\n`;
  const leftOut = source.leftOut.map(short).join('');
  return `${folder} holds a draft: ${source.paragraphs.length} paragraphs.
Headline: ${source.headline}
Date: ${date}${dated}
${leftOut === '' ? '' : `Taken for headings, links or a standfirst, and left out:\n${leftOut}`}
Next:
  1. ${
    basename(file) === `${id}.txt`
      ? `Set ARTICLES_DIR to a folder that holds the text as ${id}.txt, such as the one it is in:
       export ARTICLES_DIR="${dirname(file)}"`
      : `Keep the text where the check finds it, as ${id}.txt in the folder that ARTICLES_DIR names (not in the repository):
       cp "${file}" "$ARTICLES_DIR/${id}.txt"`
  }
  2. See what is still to be written, by file and line:  npm run check
     Each file begins with an example. CONTRIBUTING.md ("Add an article") has the steps. docs/curating.md says what makes a good
     entry, and shows the files for what is not here: the summary, the timeline, the positions, daily posts.
  3. Try the draft:  DRAFTS=on npm run ask   or, beside its text, in the browser:  DRAFTS=on npm start
  4. If nothing is left to do, take the lines about the draft out of ${join(folder, 'article.yaml')}.
`;
}
