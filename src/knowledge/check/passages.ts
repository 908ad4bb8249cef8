/** If an article has a link, every paragraph has the words for a link to it, and as few as possible. */
import type { Passage } from '../../text/link.ts';
import { passageOf } from '../passage.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import type { Rule } from './subject.ts';

/** A passage as YAML. */
function written({ starts, ends }: Passage): string {
  const fields = [
    `starts: ${JSON.stringify(starts)}`,
    ...(ends === undefined ? [] : [`ends: ${JSON.stringify(ends)}`]),
  ];
  return `{ ${fields.join(', ')} }`;
}

export const passagesAreFound: Rule = ({ knowledge, texts }) =>
  knowledge.articles.flatMap(({ id, headline, url, paragraphs, place }) => {
    const text = texts.get(id);
    if (!text) return [];
    const lines = [headline, ...text.lines];
    return paragraphs.flatMap(({ passage }, index): Finding[] => {
      const paragraph = text.paragraphs[index];
      if (paragraph === undefined || (!passage && !url)) return [];
      const right = passageOf(paragraph, lines);
      if (passage?.starts === right?.starts && passage?.ends === right?.ends) return [];
      const where = within(place, 'paragraphs', index, ...(passage ? ['passage'] : []));
      const message = right
        ? `a link finds paragraph ${index + 1} by ${written(right)}, the fewest words that stand nowhere else; write that as its \`passage\``
        : `paragraph ${index + 1} begins with no words of its own that a link could find it by; leave out its \`passage\``;
      return [{ place: where, message }];
    });
  });
