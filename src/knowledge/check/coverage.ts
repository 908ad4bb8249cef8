/** Nothing in the article is left out, and nothing in the record is unused. */
import { within } from '../problem.ts';
import type { RuleOfKnowledge } from './subject.ts';

export const everyParagraphHasAFact: RuleOfKnowledge = ({ knowledge }) =>
  knowledge.articles.flatMap(({ id, paragraphs, place }) => {
    const cited = new Set(
      [...knowledge.facts.values()].filter(({ article }) => article === id).flatMap((fact) => fact.paragraphs),
    );
    return paragraphs.flatMap((_paragraph, index) =>
      cited.has(index + 1)
        ? []
        : [
            {
              place: within(place, 'paragraphs', index),
              message: `no fact cites paragraph ${index + 1}; every paragraph states something`,
            },
          ],
    );
  });

export const everySpeakerIsUsed: RuleOfKnowledge = ({ knowledge }) => {
  const used = new Set([
    ...[...knowledge.facts.values()].flatMap(({ said_by, about }) => [said_by, ...about]),
    ...knowledge.quotations.map(({ speaker }) => speaker),
  ]);
  return [...knowledge.speakers.values()].flatMap(({ id, place }) =>
    used.has(id)
      ? []
      : [
          {
            place,
            message: `nothing is said by \`${id}\` or about \`${id}\`; name this speaker in a fact or take the speaker out`,
          },
        ],
  );
};

/** Without questions, facts are found only by `/fact`, not by asking in plain words. */
export const somethingIsAsked: RuleOfKnowledge = ({ knowledge }) => {
  const asked = new Set([...knowledge.entries.values()].map(({ article }) => article));
  return knowledge.articles
    .filter(({ id }) => !asked.has(id))
    .map(({ place }) => ({ place, message: 'no question is written for this article, so `/ask` finds nothing of it' }));
};

/** A fact on which no question or gap rests is not found by asking in plain words, either. */
export const everyFactIsAskedFor: RuleOfKnowledge = ({ knowledge }) => {
  const entries = [...knowledge.entries.values()];
  const asked = new Set(entries.map(({ article }) => article));
  const used = new Set(entries.flatMap(({ facts }) => facts));
  return [...knowledge.facts.values()]
    .filter(({ id, article }) => asked.has(article) && !used.has(id))
    .map(({ id, place }) => ({
      place,
      message: `no question rests on \`${id}\`, so that only \`/fact\` finds it; write the question that it answers`,
    }));
};
