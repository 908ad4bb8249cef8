/** Checks that the article's text is the one that the record was made from. */
import { fingerprint } from '../fingerprint.ts';
import { within } from '../problem.ts';
import type { Rule } from './subject.ts';

export const fingerprintsMatch: Rule = ({ knowledge, texts }) =>
  knowledge.articles.flatMap(({ id, place }) => {
    const text = texts.get(id);
    return (text?.changed ?? []).map((number) => {
      const citing = [...knowledge.facts.values()].filter(
        (fact) => fact.article === id && fact.paragraphs.includes(number),
      );
      const now = text?.paragraphs[number - 1];
      const what =
        now === undefined
          ? `paragraph ${number} is not in the article's text any more`
          : `paragraph ${number} has changed: its fingerprint is now ${fingerprint(now)}`;
      return {
        place: within(place, 'paragraphs', number - 1, 'sha256'),
        message:
          citing.length === 0
            ? what
            : `${what}; read again the facts that cite it: ${citing.map((fact) => fact.id).join(', ')}`,
      };
    });
  });
