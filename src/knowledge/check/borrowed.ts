/** The article's sentences are not copied into the knowledge: it uses other words, or quotation marks. */
import { words } from '../../text/normalise.ts';
import { plainText } from '../fingerprint.ts';
import type { Knowledge, Place } from '../knowledge.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import { phrasingPlace, type Rule } from './subject.ts';

// A date beside an office and its country runs to seven words; an eighth in a row is hardly chance.
const RUN = 8;

interface Written {
  readonly article: string;
  readonly place: Place;
  readonly text: string;
}

/** Each run of so many words in a text. */
function runs(text: string): string[] {
  const list = words(text);
  return list
    .slice(0, Math.max(list.length - RUN + 1, 0))
    .map((_word, start) => list.slice(start, start + RUN).join(' '));
}

/** The longest passages of a text all of whose runs are borrowed. */
function passages(text: string, isBorrowed: (run: string) => boolean): readonly string[] {
  const list = words(text);
  const found: { from: number; to: number }[] = [];
  runs(text).forEach((run, from) => {
    if (!isBorrowed(run)) return;
    const last = found.at(-1);
    if (last && from < last.to) last.to = from + RUN;
    else found.push({ from, to: from + RUN });
  });
  return found.map(({ from, to }) => list.slice(from, to).join(' '));
}

/** Every text of the knowledge that retells the article, and every phrasing. */
function written({ articles, facts, entries, quotations }: Knowledge): Written[] {
  const field = <Name extends string>(
    item: { place: Place; article: string } & Record<Name, string>,
    name: Name,
  ): Written => ({
    article: item.article,
    place: within(item.place, name),
    text: item[name],
  });
  return [
    ...[...facts.values()].map((fact) => field(fact, 'text')),
    ...[...entries.values()].flatMap((entry) => [
      field(entry, 'question'),
      field(entry, 'answer'),
      ...entry.phrasings.map((text, index) => ({ article: entry.article, place: phrasingPlace(entry, index), text })),
    ]),
    ...quotations.map((quotation) => field(quotation, 'context')),
    ...articles.flatMap(({ id: article, place, paragraphs, summary, contradictions, positions, series }) => [
      ...paragraphs.map(({ gist }, index) => ({
        article,
        place: within(place, 'paragraphs', index, 'gist'),
        text: gist,
      })),
      ...[...summary, ...contradictions].map((item) => field({ ...item, article }, 'text')),
      ...series.flatMap((theme) => [field({ ...theme, article }, 'headline'), field({ ...theme, article }, 'lead')]),
      ...positions.flatMap((position) =>
        position.sides.map(({ text }, index) => ({
          article,
          place: within(position.place, 'sides', index, 'text'),
          text,
        })),
      ),
    ]),
  ];
}

/** The headline may be repeated: it is how the article is named. */
export const noWordsAreBorrowed: Rule = ({ knowledge, texts }) => {
  const ofArticle = new Map([...texts].map(([id, { lines }]) => [id, new Set(lines.flatMap(runs))]));
  return written(knowledge).flatMap(({ article, place, text }): Finding[] => {
    const own = ofArticle.get(article);
    const borrowed = plainText(text)
      .split(/"[^"]*"/)
      .flatMap((part) => passages(part, (run) => own?.has(run) ?? false));
    const quoted = borrowed.map((passage) => `"${passage}"`).join(' and ');
    return borrowed.length === 0
      ? []
      : [
          {
            place,
            message: `the words ${quoted} are the article's own; say it in others, or put in quotation marks what was said aloud`,
          },
        ];
  });
};
