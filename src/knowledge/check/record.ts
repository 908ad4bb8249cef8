/** Corrections, positions, contradictions and quotations are used for what each is meant for. */
import { words } from '../../text/normalise.ts';
import { plainText } from '../fingerprint.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import type { Rule } from './subject.ts';

export const correctionsCorrect: Rule = ({ knowledge, today }) => {
  const dates = new Map(knowledge.articles.map(({ id, date }) => [id, date]));
  const corrected = [
    ...[...knowledge.facts.values()].map((fact) => ({ ...fact, now: fact.text })),
    ...[...knowledge.entries.values()].map((entry) => ({ ...entry, now: entry.answer })),
  ];
  return corrected.flatMap(({ correction, place, article, now }): Finding[] => {
    if (!correction) return [];
    const date = within(place, 'correction', 'date');
    const published = dates.get(article) ?? '';
    return [
      ...(correction.date > today
        ? [{ place: date, message: `this correction is dated ${correction.date}, and today is ${today}` }]
        : []),
      ...(correction.date < published
        ? [{ place: date, message: `this correction is dated ${correction.date}, before the article of ${published}` }]
        : []),
      ...(plainText(correction.before) === plainText(now)
        ? [
            {
              place: within(place, 'correction', 'before'),
              message: 'this is what the entry says now; `before` is what it said until it was corrected',
            },
          ]
        : []),
    ];
  });
};

export const positionsCoverTheSides: Rule = ({ knowledge }) =>
  knowledge.articles.flatMap((article) =>
    article.positions.flatMap(({ place, sides }) =>
      article.sides.flatMap((side): Finding[] => {
        const indices = sides.flatMap((item, index) => (item.side === side ? [index] : []));
        if (indices.length === 0) {
          return [
            {
              place,
              message: `this position leaves out ${side}; where the article does not say, write that it does not`,
            },
          ];
        }
        return indices.slice(1).map((index) => ({
          place: within(place, 'sides', index),
          message: `${side} stands twice here; join the two`,
        }));
      }),
    ),
  );

export const contradictionsHaveTwoPlaces: Rule = ({ knowledge }) =>
  knowledge.articles.flatMap(({ contradictions }) =>
    contradictions.flatMap(({ place, facts }) => {
      const paragraphs = new Set(facts.flatMap((id) => knowledge.facts.get(id)?.paragraphs ?? []));
      return paragraphs.size > 1
        ? []
        : [
            {
              place: within(place, 'facts'),
              message: `these facts all cite paragraph ${[...paragraphs].join()}; a contradiction stands between two paragraphs`,
            },
          ];
    }),
  );

// Long enough for the longest spoken sentence, short enough to be a quotation and not a copy.
const LONGEST_QUOTATION = 25;

export const quotationsAreShort: Rule = ({ knowledge }) =>
  knowledge.quotations.flatMap((quotation) => {
    const count = words(quotation.words).length;
    return count <= LONGEST_QUOTATION
      ? []
      : [
          {
            place: within(quotation.place, 'words'),
            message: `this quotation has ${count} words; quote at most ${LONGEST_QUOTATION}`,
          },
        ];
  });
