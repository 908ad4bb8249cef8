/** Nothing occurs twice. */
import { normalise, words } from '../../text/normalise.ts';
import type { Place } from '../knowledge.ts';
import type { Finding } from '../problem.ts';
import { within } from '../problem.ts';
import { phrasingPlace, type Rule } from './subject.ts';

interface Placed {
  readonly place: Place;
  readonly text: string;
}

/** A text's words, as the search compares them: a question mark makes no difference. */
export function keyOf(text: string): string {
  return words(text).join(' ') || normalise(text);
}

/** The repeats among some items, and those of them among others, which are not compared with one another. */
function repeats(items: readonly Placed[], message: string, others: readonly Placed[] = []): Finding[] {
  const first = new Map<string, Place>();
  const repeated = ({ place, text }: Placed): Finding[] => {
    const other = first.get(keyOf(text));
    return other ? [{ place, message, other }] : [];
  };
  const among = items.flatMap((item) => {
    const found = repeated(item);
    if (found.length === 0) first.set(keyOf(item.text), item.place);
    return found;
  });
  return [...among, ...others.flatMap(repeated)];
}

export const noFactStandsTwice: Rule = ({ knowledge }) =>
  repeats(
    [...knowledge.facts.values()].map(({ place, text }) => ({ place: within(place, 'text'), text })),
    'this fact is stated twice; keep one, with the paragraphs of both',
  );

const ASKED_TWICE = 'this is asked twice in the same words; keep it where it is answered best';

/**
 * Across an article's questions and phrasings, small talk and outside subjects: the same words cannot mean two things.
 * Two articles may be asked in the same words, and then both answer.
 */
export const noPhrasingStandsTwice: Rule = ({ knowledge }) => {
  const byArticle = Map.groupBy(knowledge.entries.values(), ({ article }) => article);
  const common: readonly Placed[] = [
    ...[...knowledge.smallTalk].flatMap(([subject, { phrasings }]) =>
      phrasings.map((text, index) => ({
        place: { file: 'small-talk.yaml', path: [subject, 'phrasings', index] },
        text,
      })),
    ),
    ...[...knowledge.outside].flatMap(([label, texts]) =>
      texts.map((text, index) => ({ place: { file: 'outside.yaml', path: [label, index] }, text })),
    ),
  ];
  const ofArticles = [...byArticle.values()].flatMap((entries) =>
    repeats(
      [
        ...entries.map(({ place, question }) => ({ place: within(place, 'question'), text: question })),
        ...entries.flatMap((entry) =>
          entry.phrasings.map((text, index) => ({ place: phrasingPlace(entry, index), text })),
        ),
      ],
      ASKED_TWICE,
      common,
    ),
  );
  return [...ofArticles, ...repeats(common, ASKED_TWICE)];
};
