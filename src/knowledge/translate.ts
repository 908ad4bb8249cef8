/** The knowledge in another language: of the same shape and with the same ids, so that its users need not know. */
import { memoize } from '../text/memoize.ts';
import type { Article, Entry, Knowledge, Speaker, Translation } from './knowledge.ts';

const mapped = <Value>(map: ReadonlyMap<string, Value>, change: (value: Value) => Value): Map<string, Value> =>
  new Map([...map].map(([id, value]) => [id, change(value)]));

/** The name of a side in the translation. */
const sideIn = (side: string, article: string, { articles }: Translation): string =>
  articles.get(article)?.sides[side] ?? side;

/** An item with its note in the translation. */
function withNote<Noted extends { readonly article: string; readonly note?: string | undefined }>(
  noted: Noted,
  { articles }: Translation,
): Noted {
  const { note, article } = noted;
  return note === undefined ? noted : { ...noted, note: articles.get(article)?.notes[note] ?? note };
}

function speakerIn(speaker: Speaker, translation: Translation): Speaker {
  const own = translation.speakers.get(speaker.id);
  const side = sideIn(speaker.side, speaker.article, translation);
  return own
    ? { ...speaker, ...own, side, aliases: [...own.aliases, speaker.name, ...speaker.aliases] }
    : { ...speaker, side };
}

function articleIn(article: Article, translation: Translation): Article {
  const own = translation.articles.get(article.id);
  return {
    ...article,
    headline: own?.headline ?? article.headline,
    short: own?.short ?? article.short,
    sides: article.sides.map((side) => sideIn(side, article.id, translation)),
    bystanders: article.bystanders.map((side) => sideIn(side, article.id, translation)),
    topics: article.topics.map((topic) => ({ ...topic, ...own?.topics[topic.id] })),
    paragraphs: article.paragraphs.map((paragraph, at) => ({ ...paragraph, gist: own?.gists[at] ?? paragraph.gist })),
    timeline: article.timeline.map((point) => ({ ...point, when: translation.timeline.get(point.id) ?? point.when })),
    summary: article.summary.map((point) => ({ ...point, text: translation.summary.get(point.id) ?? point.text })),
    contradictions: article.contradictions.map((one) => ({
      ...one,
      text: translation.contradictions.get(one.id) ?? one.text,
    })),
    series: article.series.map((theme) => ({ ...theme, ...translation.series.get(theme.id) })),
    positions: article.positions.map((position) => {
      const { title, sides } = translation.positions.get(position.id) ?? { title: position.title, sides: {} };
      return {
        ...position,
        title,
        sides: position.sides.map(({ side, text, facts }) => ({
          side: sideIn(side, article.id, translation),
          text: sides[side] ?? text,
          facts,
        })),
      };
    }),
  };
}

/** An entry in a translation, with its phrasings there; an untranslated one keeps its English texts. */
function entryIn(entry: Entry, translation: Translation): Entry {
  const own = translation.entries.get(entry.id);
  const phrasings = translation.phrasings.get(entry.id) ?? [];
  return { ...withNote(entry, translation), ...own, phrasings, original: entry };
}

/** Whether the texts of an entry are in English because there is no translation. */
export const isUntranslated = ({ original, answer }: Entry): boolean => original?.answer === answer;

const translationsOf = memoize((knowledge: Knowledge) => {
  const made = new Map<string, Knowledge>();
  for (const [language, translation] of knowledge.translations) {
    made.set(language, {
      ...knowledge,
      language,
      articles: knowledge.articles.map((article) => articleIn(article, translation)),
      speakers: mapped(knowledge.speakers, (speaker) => speakerIn(speaker, translation)),
      facts: mapped(knowledge.facts, (fact) => ({
        ...withNote(fact, translation),
        text: translation.facts.get(fact.id) ?? fact.text,
      })),
      entries: mapped(knowledge.entries, (entry) => entryIn(entry, translation)),
      quotations: knowledge.quotations.map((quotation) => {
        const own = translation.quotations.get(quotation.id);
        return own ? { ...quotation, context: own.context, translation: own.words } : quotation;
      }),
      smallTalk: new Map(
        [...knowledge.smallTalk].map(([subject, talk]) => {
          const own = translation.smallTalk.get(subject);
          // If the reply for several articles is not translated, the one for a single article is used, rather than
          // English.
          return [subject, own ? { ...talk, of_several: undefined, ...own } : { ...talk, phrasings: [] }];
        }),
      ),
      outside: translation.outside,
    });
  }
  return made;
});

/** The knowledge in a language; in English if there is no translation into it. */
export function inLanguage(knowledge: Knowledge, language: string): Knowledge {
  return translationsOf(knowledge).get(language) ?? knowledge;
}
