import { didYouMean } from './closest.ts';
import type { Article, Entry, Fact, Place, Quotation, Speaker } from './knowledge.ts';
import type { ArticleKind, Read, Reader } from './layout.ts';
import type { Finding } from './problem.ts';
import type { FileOf } from './schema.ts';

const at = (file: string, ...path: (string | number)[]): { place: Place } => ({ place: { file, path } });

/** The items of a list in files, each with its place. */
function placed<Key extends string, Item extends object>(
  files: readonly Read<Readonly<Record<Key, readonly Item[]>>>[],
  key: Key,
) {
  return files.flatMap(({ file, content }) =>
    content[key].map((item, index) => ({ ...item, ...at(file, key, index) })),
  );
}

/** One article's items, each with its place, and the inconsistencies between its files. */
interface ArticleParts {
  readonly record: readonly Article[];
  readonly speakers: readonly Speaker[];
  readonly facts: readonly Fact[];
  readonly entries: readonly Entry[];
  readonly quotations: readonly Quotation[];
  /** Files with a wrong or unknown topic. */
  readonly findings: readonly Finding[];
  /** Phrasings of entries that do not exist, or in the wrong file. */
  readonly references: readonly Finding[];
}

/** Reads one article's files and adds to every item its topic, article and place. */
export function articleParts(article: string, reader: Reader): ArticleParts {
  const read = <Kind extends ArticleKind>(kind: Kind): Read<FileOf<Kind>>[] => reader.ofArticle(article, kind);
  const findings: Finding[] = [];
  const references: Finding[] = [];
  const record = read('article.yaml');
  const topics = record[0]?.content.topics.map(({ id }) => id);
  /** The items of files by topic; the topic must be the file's name and be listed in the article's record. */
  function ofTopics<Content extends { topic: string }, Item extends object>(
    files: readonly Read<Content>[],
    itemsIn: (file: Read<Content>) => readonly Item[],
  ) {
    return files.flatMap((file) => {
      // A topic that differs from the file's name is one problem, not one for each item.
      const topic = file.name;
      findings.push(...topicFindings(file.file, topic, file.content.topic, topics));
      return itemsIn(file).map((item) => ({ ...item, topic, article }));
    });
  }

  const facts = ofTopics(read('facts/*.yaml'), (file) => placed([file], 'facts'));
  const questions = ofTopics(read('questions/*.yaml'), (file) => placed([file], 'questions'));
  const gaps = ofTopics(read('gaps/*.yaml'), (file) => placed([file], 'gaps'));
  const speakers = placed(read('speakers.yaml'), 'speakers').map((speaker) => ({ ...speaker, article }));
  const quotations = placed(read('quotations.yaml'), 'quotations').map((quotation) => ({ ...quotation, article }));
  // Read also where the record is missing, so that their own mistakes are found.
  const lists = {
    timeline: placed(read('timeline.yaml'), 'timeline'),
    positions: placed(read('positions.yaml'), 'positions'),
    summary: placed(read('summary.yaml'), 'summary'),
    contradictions: placed(read('contradictions.yaml'), 'contradictions'),
    series: placed(read('series.yaml'), 'series'),
  };
  const entries = withPhrasings(
    [
      ...questions.map((question) => ({ ...question, kind: 'question' as const })),
      ...gaps.map((gap) => ({ ...gap, kind: 'gap' as const })),
    ],
    read('phrasings/*.yaml'),
    references,
  );
  return {
    record: record.map(({ file, content }) => ({ id: article, ...content, ...lists, ...at(file) })),
    speakers,
    facts,
    entries,
    quotations,
    findings,
    references,
  };
}

function topicFindings(file: string, name: string, topic: string, topics: readonly string[] | undefined): Finding[] {
  if (topic !== name) {
    const message = `the topic \`${topic}\` stands in the file of \`${name}\`; a file has the name of its topic`;
    return [{ ...at(file, 'topic'), message }];
  }
  if (!topics || topics.includes(topic)) return [];
  const message = `article.yaml has no topic \`${topic}\`${didYouMean(topic, topics)}`;
  return [{ ...at(file, 'topic'), message, absent: true }];
}

type Bare<E> = E extends Entry ? Omit<E, 'phrasings'> : never;

/** The entries with their phrasings, which are in the file of the entry's topic under the entry's id. */
function withPhrasings(
  bare: readonly Bare<Entry>[],
  files: readonly Read<FileOf<'phrasings/*.yaml'>>[],
  findings: Finding[],
): Entry[] {
  const topicOf = new Map(bare.map(({ id, topic }) => [id, topic]));
  const byTopic = new Map(files.map(({ name, content }) => [name, content]));
  for (const { file, name, content } of files) {
    for (const id of Object.keys(content)) {
      const topic = topicOf.get(id);
      if (topic === undefined) {
        findings.push({
          ...at(file, id),
          message: `there is no question or gap \`${id}\`${didYouMean(id, topicOf.keys())}`,
          absent: true,
        });
      } else if (topic !== name) {
        findings.push({
          ...at(file, id),
          message: `\`${id}\` is of the topic \`${topic}\`; its phrasings belong in phrasings/${topic}.yaml`,
        });
      }
    }
  }
  return bare.map((entry) => ({ ...entry, phrasings: byTopic.get(entry.topic)?.[entry.id] ?? [] }));
}
