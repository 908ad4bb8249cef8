/** Which file belongs where, and each file's content by its kind. */
import type { z } from 'zod';
import { didYouMean } from './closest.ts';
import type { Finding } from './problem.ts';
import { articleFiles, type FileOf, type SharedFileOf, sharedFiles } from './schema.ts';
import { shapeOf } from './shape.ts';
import type { Sources } from './sources.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type ArticleKind = keyof typeof articleFiles;
type SharedKind = keyof typeof sharedFiles;

/** One file's content, checked for shape. */
export interface Read<Content> {
  readonly file: string;
  /** The file's name without its ending: the topic, if there is a file for each. */
  readonly name: string;
  readonly content: Content;
}

/** Reads files of a kind; what is wrong with them goes to `findings`. */
export interface Reader {
  readonly articles: readonly string[];
  readonly ofArticle: <Kind extends ArticleKind>(article: string, kind: Kind) => Read<FileOf<Kind>>[];
  readonly shared: <Kind extends SharedKind>(kind: Kind) => Read<SharedFileOf<Kind>>[];
  readonly findings: Finding[];
}

/** A reader over the sources, with a finding for every file that has no place and every one that is missing. */
export function reader({ files }: Sources): Reader {
  const folders = [
    ...new Set([...files.keys()].filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')),
  ];
  const articles = folders.filter((folder) => ID.test(folder));
  const findings = misplaced([...files.keys()], folders);

  function read<T>(paths: readonly string[], schema: z.ZodType<T>): Read<T>[] {
    return paths.flatMap((file) => {
      const yaml = files.get(file);
      if (!yaml) {
        findings.push({
          place: { file, path: [] },
          message: 'this file is missing; the knowledge is not whole without it',
        });
        return [];
      }
      if (yaml.faults.length > 0) return [];
      const shaped = shapeOf(schema, yaml.value, file);
      if ('value' in shaped) return [{ file, name: nameOf(file), content: shaped.value }];
      findings.push(...shaped.findings);
      return [];
    });
  }

  return {
    articles,
    ofArticle: (article, kind) => read(pathsOf(article, kind, files), schemaOf(kind)),
    shared: (kind) => read([kind], sharedFiles[kind] as unknown as z.ZodType<SharedFileOf<typeof kind>>),
    findings,
  };
}

// A lookup by a generic key loses which schema it gives; this says it.
function schemaOf<Kind extends ArticleKind>(kind: Kind): z.ZodType<FileOf<Kind>> {
  return articleFiles[kind] as unknown as z.ZodType<FileOf<Kind>>;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
}

function pathsOf(article: string, kind: ArticleKind, files: Sources['files']): string[] {
  const [folder, any] = kind.split('*');
  if (any === undefined) return [`${article}/${kind}`];
  return [...files.keys()].filter((file) => file.startsWith(`${article}/${folder}`) && kindOf(file) === kind);
}

/** `istanbul-2025-05-16/facts/meeting.yaml` is of the kind `facts/*.yaml`. */
function kindOf(file: string): string {
  const inside = file.slice(file.indexOf('/') + 1);
  return inside.replace(/^([a-z]+)\/[a-z0-9-]+\.yaml$/, '$1/*.yaml');
}

function misplaced(files: readonly string[], folders: readonly string[]): Finding[] {
  const wrongNames = folders.filter((folder) => !ID.test(folder));
  return files.flatMap((file): Finding[] => {
    const place = { file, path: [] };
    const article = wrongNames.find((name) => file.startsWith(`${name}/`));
    if (article)
      return [
        {
          place,
          message: `an article's folder has a name of lower-case words joined by hyphens; rename \`${article}\``,
        },
      ];
    const inArticle = file.includes('/');
    const kinds = Object.keys(inArticle ? articleFiles : sharedFiles);
    if (kinds.includes(inArticle ? kindOf(file) : file)) return [];
    const hint = didYouMean(file.slice(file.indexOf('/') + 1), kinds) || `; the files here are ${kinds.join(', ')}`;
    return [{ place, message: `this file has no place in the knowledge${hint}` }];
  });
}
