/** The layout of the knowledge folder: which file belongs where, and each file's content by its kind. */
import type { z } from 'zod';
import { didYouMean } from './closest.ts';
import { isDraftFolder, type ParsedFiles } from './parsed-files.ts';
import type { Finding } from './problem.ts';
import { articleFiles, type FileOf, type SharedFileOf, sharedFiles } from './schema.ts';
import { shapeOf } from './shape.ts';
import {
  type SharedTranslationOf,
  sharedTranslationFiles,
  type TranslationOf,
  translationFiles,
} from './translation-schema.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The folder of translations, beside the articles' and inside each. */
const LANGUAGES = 'languages';
/** A short BCP 47 language tag: "uk", "pt-BR". */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** Whether a name is valid for an article's folder. */
export const isArticleId = (name: string): boolean => ID.test(name) && name !== LANGUAGES;

export type ArticleKind = keyof typeof articleFiles;
type SharedKind = keyof typeof sharedFiles;
export type TranslationKind = keyof typeof translationFiles;
export type SharedTranslationKind = keyof typeof sharedTranslationFiles;

/** The files that every article must have; others exist only if they have content. */
const REQUIRED: readonly ArticleKind[] = ['article.yaml', 'speakers.yaml', 'facts/*.yaml'];

/** One file's content, checked for shape. */
export interface Read<Content> {
  readonly file: string;
  /** The file's name without its extension: the topic, if there is one file for each. */
  readonly name: string;
  readonly content: Content;
}

/** Reads files by kind; errors in them go to `findings`. */
export interface Reader {
  /** Drafts come last, so that a conflict with a finished article is reported for the draft. */
  readonly articles: readonly string[];
  /** The languages that anything is translated into. */
  readonly languages: readonly string[];
  readonly ofArticle: <Kind extends ArticleKind>(article: string, kind: Kind) => Read<FileOf<Kind>>[];
  readonly shared: <Kind extends SharedKind>(kind: Kind) => Read<SharedFileOf<Kind>>[];
  /** Files of a translation; may be none, because each is optional. */
  readonly translated: <Kind extends TranslationKind>(
    article: string,
    language: string,
    kind: Kind,
  ) => Read<TranslationOf<Kind>>[];
  readonly sharedTranslated: <Kind extends SharedTranslationKind>(
    language: string,
    kind: Kind,
  ) => Read<SharedTranslationOf<Kind>>[];
  readonly findings: Finding[];
}

/** A folder of the knowledge, with the kinds of files in it. */
interface Folder {
  /** Empty for the shared files; else it ends with a slash. */
  readonly path: string;
  readonly kinds: readonly string[];
}

/** Creates a reader of the parsed files, with a finding for every misplaced and every missing file. */
export function reader(parsed: ParsedFiles): Reader {
  const { files } = parsed;
  const paths = [...files.keys()];
  const folders = [...new Set(paths.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''))];
  const isDraft = (folder: string) => isDraftFolder(parsed, folder);
  const ids = folders.filter(isArticleId);
  const articles = [...ids.filter((id) => !isDraft(id)), ...ids.filter(isDraft)];
  const languages = [...new Set(paths.flatMap((file) => languageOf(file) ?? []))].sort();
  const findings = paths.flatMap(misplaced);

  function read<T>(found: readonly string[], schema: z.ZodType<T>): Read<T>[] {
    return found.flatMap((file) => {
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

  const byKind = Map.groupBy(paths, (file) => {
    const { path } = folderOf(file);
    return path + kindOf(file.slice(path.length));
  });
  const inFolder = (folder: string, kind: string) => byKind.get(folder + kind) ?? [];

  /** The files of a required kind, or the name of the missing one. */
  function required(article: string, kind: ArticleKind): readonly string[] {
    const found = inFolder(`${article}/`, kind);
    return found.length === 0 && REQUIRED.includes(kind) ? [`${article}/${kind.replace('*', 'TOPIC')}`] : found;
  }

  return {
    articles,
    languages,
    ofArticle: (article, kind) =>
      read(required(article, kind), schemaIn(articleFiles, kind) as z.ZodType<FileOf<typeof kind>>),
    shared: (kind) => read([kind], schemaIn(sharedFiles, kind) as z.ZodType<SharedFileOf<typeof kind>>),
    translated: (article, language, kind) =>
      read(
        inFolder(`${article}/${LANGUAGES}/${language}/`, kind),
        schemaIn(translationFiles, kind) as z.ZodType<TranslationOf<typeof kind>>,
      ),
    sharedTranslated: (language, kind) =>
      read(
        inFolder(`${LANGUAGES}/${language}/`, kind),
        schemaIn(sharedTranslationFiles, kind) as z.ZodType<SharedTranslationOf<typeof kind>>,
      ),
    findings,
  };
}

// A lookup by a generic key loses the schema's type, so the caller states it.
const schemaIn = <Kinds extends object>(kinds: Kinds, kind: keyof Kinds): unknown => kinds[kind];

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
}

/** The kind of a path inside its folder: `facts/meeting.yaml` is of the kind `facts/*.yaml`. */
function kindOf(inside: string): string {
  return inside.replace(/^([a-z]+)\/[a-z0-9-]+\.yaml$/, '$1/*.yaml');
}

/** The language of a file, if it is in a language's folder. */
function languageOf(file: string): string | undefined {
  const steps = file.split('/');
  const language = steps[0] === LANGUAGES ? steps[1] : steps[1] === LANGUAGES ? steps[2] : undefined;
  return language !== undefined && LANGUAGE.test(language) ? language : undefined;
}

/** The folder of a file, with the kinds that belong there. */
function folderOf(file: string): Folder {
  const [article, ...inside] = file.split('/');
  if (inside.length === 0) return { path: '', kinds: Object.keys(sharedFiles) };
  const language = languageOf(file);
  if (language === undefined) return { path: `${article}/`, kinds: Object.keys(articleFiles) };
  return article === LANGUAGES
    ? { path: `${LANGUAGES}/${language}/`, kinds: Object.keys(sharedTranslationFiles) }
    : { path: `${article}/${LANGUAGES}/${language}/`, kinds: Object.keys(translationFiles) };
}

function misplaced(file: string): Finding[] {
  const place = { file, path: [] };
  const [folder = '', next = ''] = file.split('/');
  if (file.includes('/') && !ID.test(folder)) {
    return [
      {
        place,
        message: `an article's folder has a name of lower-case words joined by hyphens; rename \`${folder}\``,
      },
    ];
  }
  if ((folder === LANGUAGES || next === LANGUAGES) && languageOf(file) === undefined) {
    return [{ place, message: 'a language has a folder of its own here, named by its code, such as `uk` or `pt-BR`' }];
  }
  const { path, kinds } = folderOf(file);
  const inside = file.slice(path.length);
  if (kinds.includes(kindOf(inside))) return [];
  const hint = didYouMean(inside, kinds) || `; the files here are ${kinds.join(', ')}`;
  return [{ place, message: `this file has no place in the knowledge${hint}` }];
}
