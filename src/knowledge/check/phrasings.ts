/** How many phrasings an entry has, and what it costs if they are few. */
import { withoutDrafts } from '../drafts.ts';
import type { Entry } from '../knowledge.ts';
import type { Finding } from '../problem.ts';
import { phrasingPlace, type RuleOfKnowledge } from './subject.ts';

// Few people ask in the words of the entry, and the ranking knows only the phrasings that it is given. A gap needs
// fewer: it has to be distinguished from nearby questions rather than found in every wording.
const ENOUGH_PHRASINGS = { question: 40, gap: 20 } as const;

/**
 * How many of 100 questions in new wordings find their entry, by the number of phrasings of each entry: `npm run
 * bench:phrasings` on the repository's knowledge in November 2026.
 */
const FOUND: readonly (readonly [phrasings: number, of100: number])[] = [
  [0, 0],
  [5, 32],
  [10, 43],
  [20, 56],
  [40, 66],
];

/** Linear interpolation between two measured counts. */
function foundOf100(phrasings: number): number {
  const above = FOUND.findIndex(([count]) => count >= phrasings);
  const [[low, from], [high, to]] = [FOUND.at(above - 1) ?? [0, 0], FOUND.at(above) ?? [0, 0]];
  return above === 0 ? 0 : Math.round(from + ((to - from) * (phrasings - low)) / (high - low));
}

export const enoughPhrasings: RuleOfKnowledge = ({ knowledge }) =>
  [...knowledge.entries.values()].flatMap((entry) => {
    const [count, enough] = [entry.phrasings.length, ENOUGH_PHRASINGS[entry.kind]];
    if (count >= enough) return [];
    const place = count === 0 ? entry.place : phrasingPlace(entry);
    return [
      {
        place,
        message: `\`${entry.id}\` has ${count} phrasings: with so many, about ${foundOf100(count)} in 100 questions find their entry; with ${enough}, about ${foundOf100(enough)}`,
      },
    ];
  });

/** A translation needs fewer: by then it is known what people ask, and each language has its own ranker. */
const ENOUGH_TRANSLATED = { question: 25, gap: 12 } as const;

/** "3 questions", "1 gap": one for each kind that occurs, followed by a text that fits the number. */
const ofEach = (
  entries: readonly { readonly entry: Entry }[],
  said: (kind: Entry['kind'], isOne: boolean) => string,
): string[] =>
  (['question', 'gap'] as const).flatMap((kind) => {
    const { length } = entries.filter(({ entry }) => entry.kind === kind);
    return length === 0 ? [] : [`${length} ${kind}${length === 1 ? '' : 's'}${said(kind, length === 1)}`];
  });

/** Warnings for each language of an article: which entries have no phrasings in it, and how many have few. */
export const enoughTranslatedPhrasings: RuleOfKnowledge = ({ knowledge }) =>
  [...knowledge.translations].flatMap(([language, { phrasings }]) =>
    withoutDrafts(knowledge).articles.flatMap(({ id }): Finding[] => {
      const counted = [...knowledge.entries.values()]
        .filter(({ article }) => article === id)
        .map((entry) => ({ entry, count: phrasings.get(entry.id)?.length ?? 0 }));
      const place = { file: `${id}/languages/${language}/phrasings`, path: [] };
      const none = counted.filter(({ count }) => count === 0);
      const few = counted
        .filter(({ entry, count }) => count > 0 && count < ENOUGH_TRANSLATED[entry.kind])
        .sort((one, other) => one.count - other.count);
      const [unasked] = none;
      const [fewest] = few;
      const found: Finding[] = [];
      if (unasked) {
        const kinds = ofEach(none, () => '').join(' and ');
        const message = `${language}: no phrasings for ${kinds}, such as \`${unasked.entry.id}\`; whoever asks for them in it mostly gets another answer, or none`;
        found.push({ place, message });
      }
      if (fewest) {
        const kinds = ofEach(
          few,
          (kind, isOne) => ` ${isOne ? 'has' : 'have'} fewer than ${ENOUGH_TRANSLATED[kind]} phrasings`,
        ).join(', ');
        found.push({
          place,
          message: `${language}: ${kinds}; the fewest, ${fewest.count}, has \`${fewest.entry.id}\``,
        });
      }
      return found;
    }),
  );
