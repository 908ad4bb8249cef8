/** Every text of the knowledge with its translation into a language, and the place where that is or should be. */
import { withoutDrafts } from '../drafts.ts';
import type { Article, Knowledge, Place, Translation } from '../knowledge.ts';
import { notesOf } from '../translation-parts.ts';

/** One text of an item in English, and its translation if there is one. */
interface Text {
  readonly english: string;
  readonly translated: string | undefined;
  readonly place: Place;
}

/** What is translated as a unit: a fact, a question with its answer, a topic. */
export interface Item {
  /** In the plural, for a sentence. */
  readonly what: string;
  readonly id: string;
  readonly texts: readonly Text[];
}

/** The folder of an article's translation, or of the shared one. */
const folderOf = (language: string, article?: string): string =>
  `${article === undefined ? '' : `${article}/`}languages/${language}`;

/** The translation's file for one kind of an entry's texts. */
export const fileOf = (
  kind: 'facts' | 'questions' | 'gaps' | 'phrasings',
  { article, topic }: { readonly article: string; readonly topic: string },
  language: string,
): string => `${folderOf(language, article)}/${kind}/${topic}.yaml`;

/** An item from its English fields, each with its translation. */
function itemOf(
  what: string,
  id: string,
  place: Place,
  fields: readonly (readonly [path: readonly (string | number)[], english: string, translated: string | undefined])[],
): Item {
  const texts = fields.map(([path, english, translated]) => ({
    english,
    translated,
    place: { ...place, path: [...place.path, ...path] },
  }));
  return { what, id, texts };
}

function ofArticle(
  article: Article,
  knowledge: Knowledge,
  { language, translation }: { language: string; translation: Translation },
): Item[] {
  const folder = folderOf(language, article.id);
  const record = translation.articles.get(article.id);
  const own = (...path: string[]): Place => ({ file: `${folder}/article.yaml`, path });
  const at = (file: string, id: string): Place => ({ file: `${folder}/${file}`, path: [id] });
  const plain = (
    what: string,
    file: string,
    items: readonly { id: string; text: string }[],
    words: ReadonlyMap<string, string>,
  ) => items.map(({ id, text }) => itemOf(what, id, at(file, id), [[[], text, words.get(id)]]));
  return [
    itemOf('headlines', article.id, own('headline'), [[[], article.headline, record?.headline]]),
    ...[...article.sides, ...article.bystanders].map((side) =>
      itemOf('sides', side, own('sides', side), [[[], side, record?.sides[side]]]),
    ),
    ...notesOf(article.id, knowledge).map((note) =>
      itemOf('notes', note, own('notes', note), [[[], note, record?.notes[note]]]),
    ),
    ...article.topics.map(({ id, title, description }) => {
      const topic = record?.topics[id];
      return itemOf('topics', id, own('topics', id), [
        [['title'], title, topic?.title],
        [['description'], description, topic?.description],
      ]);
    }),
    ...article.paragraphs.map(({ gist }, index) =>
      itemOf('gists', `¶${index + 1}`, own('gists'), [[[index], gist, record?.gists[index]]]),
    ),
    ...plain(
      'points of the timeline',
      'timeline.yaml',
      article.timeline.map(({ id, when }) => ({ id, text: when })),
      translation.timeline,
    ),
    ...plain('points of the summary', 'summary.yaml', article.summary, translation.summary),
    ...plain('contradictions', 'contradictions.yaml', article.contradictions, translation.contradictions),
    ...article.positions.map(({ id, title, sides }) => {
      const position = translation.positions.get(id);
      return itemOf('positions', id, at('positions.yaml', id), [
        [['title'], title, position?.title],
        ...sides.map(({ side, text }) => [['sides', side], text, position?.sides[side]] as const),
      ]);
    }),
    ...article.series.map(({ id, headline, lead }) => {
      const theme = translation.series.get(id);
      return itemOf('themes of the series', id, at('series.yaml', id), [
        [['headline'], headline, theme?.headline],
        [['lead'], lead, theme?.lead],
      ]);
    }),
  ];
}

/** Everything that should be translated into a language; drafts only once they are finished. */
export function translatedItems(all: Knowledge, language: string, translation: Translation): readonly Item[] {
  const knowledge = withoutDrafts(all);
  const { speakers, facts, entries, quotations, smallTalk } = knowledge;
  const inArticle = (article: string, file: string, id: string): Place => ({
    file: `${folderOf(language, article)}/${file}`,
    path: [id],
  });
  return [
    ...knowledge.articles.flatMap((article) => ofArticle(article, knowledge, { language, translation })),
    ...[...speakers.values()].map(({ id, article, name, role }) => {
      const own = translation.speakers.get(id);
      return itemOf('speakers', id, inArticle(article, 'speakers.yaml', id), [
        [['name'], name, own?.name],
        [['role'], role, own?.role],
      ]);
    }),
    ...[...facts.values()].map((fact) =>
      itemOf('facts', fact.id, { file: fileOf('facts', fact, language), path: [fact.id] }, [
        [[], fact.text, translation.facts.get(fact.id)],
      ]),
    ),
    ...[...entries.values()].map((entry) => {
      const kind = `${entry.kind}s` as const;
      const own = translation.entries.get(entry.id);
      return itemOf(kind, entry.id, { file: fileOf(kind, entry, language), path: [entry.id] }, [
        [['question'], entry.question, own?.question],
        [['answer'], entry.answer, own?.answer],
      ]);
    }),
    ...quotations.map(({ id, article, words, context }) => {
      const own = translation.quotations.get(id);
      return itemOf('quotations', id, inArticle(article, 'quotations.yaml', id), [
        [['words'], words, own?.words],
        [['context'], context, own?.context],
      ]);
    }),
    ...[...smallTalk].map(([subject, { answer, of_several: ofSeveral }]) =>
      itemOf('subjects of small talk', subject, { file: `${folderOf(language)}/small-talk.yaml`, path: [subject] }, [
        [['answer'], answer, translation.smallTalk.get(subject)?.answer],
        ...(ofSeveral === undefined
          ? []
          : [[['of_several'], ofSeveral, translation.smallTalk.get(subject)?.of_several] as const]),
      ]),
    ),
  ];
}

/** Whether all of an item's texts are translated. */
export const isTranslated = ({ texts }: Item): boolean => texts.every(({ translated }) => translated !== undefined);
