/** Joins a language's files, of all articles and shared, into one translation, and finds unknown ids in them. */
import { didYouMean } from './closest.ts';
import { nameOfFolder } from './files.ts';
import type { Knowledge, Place, Translation } from './knowledge.ts';
import type { Read, Reader, SharedTranslationKind, TranslationKind } from './layout.ts';
import { ofArticles } from './of-articles.ts';
import type { Finding } from './problem.ts';

/** The kind of thing that an id in a translation stands for. */
type What = Exclude<keyof Translation, 'articles' | 'grammar'>;

/** An id in a translation, and its place. */
interface PlacedId {
  readonly what: What;
  readonly id: string;
  readonly place: Place;
}

interface TranslationParts {
  readonly translation: Translation;
  readonly placed: readonly PlacedId[];
}

/** The translation into a language, from the reader's files. */
export function translationParts(language: string, reader: Reader): TranslationParts {
  const placed: PlacedId[] = [];
  const of = <Kind extends TranslationKind>(kind: Kind) =>
    reader.articles.flatMap((article) => reader.translated(article, language, kind));
  const shared = <Kind extends SharedTranslationKind>(kind: Kind) => reader.sharedTranslated(language, kind);

  function byId<Value>(what: What, files: readonly Read<Readonly<Record<string, Value>>>[]): Map<string, Value> {
    return new Map(
      files.flatMap(({ file, content }) =>
        Object.entries(content).map(([id, value]) => {
          placed.push({ what, id, place: { file, path: [id] } });
          return [id, value] as const;
        }),
      ),
    );
  }

  const translation: Translation = {
    articles: new Map(
      reader.articles.flatMap((article) =>
        reader.translated(article, language, 'article.yaml').map(({ content }) => [article, content] as const),
      ),
    ),
    speakers: byId('speakers', of('speakers.yaml')),
    facts: byId('facts', of('facts/*.yaml')),
    entries: byId('entries', [...of('questions/*.yaml'), ...of('gaps/*.yaml')]),
    phrasings: byId('phrasings', of('phrasings/*.yaml')),
    quotations: byId('quotations', of('quotations.yaml')),
    timeline: byId('timeline', of('timeline.yaml')),
    positions: byId('positions', of('positions.yaml')),
    summary: byId('summary', of('summary.yaml')),
    contradictions: byId('contradictions', of('contradictions.yaml')),
    series: byId('series', of('series.yaml')),
    smallTalk: byId('smallTalk', shared('small-talk.yaml')),
    outside: byId('outside', shared('outside.yaml')),
    grammar: shared('grammar.yaml')[0]?.content,
  };
  return { translation, placed };
}

const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

/** The name of each kind, and its ids in the knowledge. */
function knownIn({ articles, ...knowledge }: Knowledge): Readonly<Record<What, readonly [string, readonly string[]]>> {
  const entries = [...knowledge.entries.keys()];
  return {
    speakers: ['speaker', [...knowledge.speakers.keys()]],
    facts: ['fact', [...knowledge.facts.keys()]],
    entries: ['question or gap', entries],
    phrasings: ['question or gap', entries],
    quotations: ['quotation', idsOf(knowledge.quotations)],
    timeline: ['point of a timeline', articles.flatMap(({ timeline }) => idsOf(timeline))],
    positions: ['position', articles.flatMap(({ positions }) => idsOf(positions))],
    summary: ['point of a summary', articles.flatMap(({ summary }) => idsOf(summary))],
    contradictions: ['contradiction', articles.flatMap(({ contradictions }) => idsOf(contradictions))],
    series: ['theme of a series', articles.flatMap(({ series }) => idsOf(series))],
    smallTalk: ['subject of the English small-talk.yaml', [...knowledge.smallTalk.keys()]],
    outside: ['subject of the English outside.yaml', [...knowledge.outside.keys()]],
  };
}

/** Findings for ids in a translation that do not exist, or do not belong to the article of its folder. */
export function unknownIds(placed: readonly PlacedId[], knowledge: Knowledge): Finding[] {
  const byFolder = Map.groupBy(placed, ({ place }) => nameOfFolder(place.file));
  return [...byFolder].flatMap(([folder, theirs]) => {
    const known = knownIn(ofArticles(knowledge, ({ id }) => id === folder));
    return theirs.flatMap(({ what, id, place }): Finding[] => {
      const [name, ids] = known[what];
      if (ids.includes(id)) return [];
      return [{ place, message: `there is no ${name} \`${id}\`${didYouMean(id, ids)}`, absent: true }];
    });
  });
}

/** The notes of an article's facts, questions and gaps, without repeats. */
export const notesOf = (
  article: string,
  { facts, entries }: Pick<Knowledge, 'facts' | 'entries'>,
): readonly string[] => [
  ...new Set(
    [...facts.values(), ...entries.values()].flatMap((one) => (one.article === article && one.note ? [one.note] : [])),
  ),
];

/** Findings for sides, topics and notes in a translation that its article does not have. */
export function unknownNames(translation: Translation, language: string, knowledge: Knowledge): Finding[] {
  return knowledge.articles.flatMap((article) => {
    const own = translation.articles.get(article.id);
    const named = (what: string, names: object, known: readonly string[], file: string, path: string[]) =>
      Object.keys(names).flatMap((name): Finding[] =>
        known.includes(name)
          ? []
          : [
              {
                place: { file: `${article.id}/languages/${language}/${file}`, path: [...path, name] },
                message: `article.yaml has no ${what} \`${name}\`${didYouMean(name, known)}`,
                absent: true,
              },
            ],
      );
    const sides = [...article.sides, ...article.bystanders];
    return [
      ...named('side', own?.sides ?? {}, sides, 'article.yaml', ['sides']),
      ...named('note', own?.notes ?? {}, notesOf(article.id, knowledge), 'article.yaml', ['notes']),
      ...named('topic', own?.topics ?? {}, idsOf(article.topics), 'article.yaml', ['topics']),
      ...article.positions.flatMap(({ id }) =>
        named('side', translation.positions.get(id)?.sides ?? {}, article.sides, 'positions.yaml', [id, 'sides']),
      ),
    ];
  });
}
