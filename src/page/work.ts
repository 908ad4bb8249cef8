/** What is left for a curator to do: what is still to be written or translated, what costs something, and the drafts. */
import { lacking } from '../knowledge/check/examine.ts';
import { translatedShares } from '../knowledge/check/translations.ts';
import { draftsOf } from '../knowledge/drafts.ts';
import type { Article } from '../knowledge/knowledge.ts';
import { type Finding, printPosition } from '../knowledge/problem.ts';
import type { Curated } from '../snapshot/open.ts';
import { memoize } from '../text/memoize.ts';

interface Left {
  /** Under `knowledge/`; of a draft that is left out, with its folder and the line. */
  readonly file: string;
  readonly message: string;
}

/** A draft, paragraph by paragraph. */
export interface Draft {
  readonly id: string;
  readonly headline: string;
  readonly paragraphs: readonly {
    /** The paragraph itself, if the article's text is at hand. */
    readonly text: string | null;
    readonly gist: string;
    /** What the facts say that cite it. */
    readonly facts: readonly string[];
  }[];
}

export interface Work {
  /** What is wrong with drafts that are left out, and what is still to be written. */
  readonly toDo: readonly Left[];
  readonly warnings: readonly Left[];
  /** How much is translated, a line a language. */
  readonly languages: readonly string[];
  readonly drafts: readonly Draft[];
}

const left = (findings: readonly Finding[]): Left[] =>
  findings.map(({ place, message }) => ({ file: place.file, message }));

/** What is left to do in what curators work on. */
export const workOf = memoize(({ knowledge, leftOut, texts }: Curated): Work => {
  const { toDo, warnings } = lacking(knowledge);
  const facts = [...knowledge.facts.values()];
  const draft = ({ id, headline, paragraphs }: Article): Draft => ({
    ...{ id, headline },
    paragraphs: paragraphs.map(({ gist }, index) => ({
      text: texts.get(id)?.paragraphs[index] ?? null,
      gist,
      facts: facts.filter((fact) => fact.article === id && fact.paragraphs.includes(index + 1)).map(({ text }) => text),
    })),
  });
  return {
    toDo: [...leftOut.map(({ message, ...at }) => ({ file: printPosition(at), message })), ...left(toDo)],
    warnings: left(warnings),
    languages: translatedShares(knowledge),
    drafts: draftsOf(knowledge).articles.map(draft),
  };
});
