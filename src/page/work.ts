/** What is left for a curator to do: texts to write or translate, warnings, and the drafts. */
import { lacking } from '../knowledge/check/run-rules.ts';
import { translatedShares } from '../knowledge/check/translations.ts';
import { draftsOf } from '../knowledge/drafts.ts';
import type { Article } from '../knowledge/knowledge.ts';
import { type Finding, printPosition } from '../knowledge/problem.ts';
import type { Curated } from '../snapshot/open.ts';
import { memoize } from '../text/memoize.ts';

interface Left {
  /** Under `knowledge/`; for a draft that was left out, with its folder and the line. */
  readonly file: string;
  readonly message: string;
}

/** A draft, paragraph by paragraph. */
export interface Draft {
  readonly id: string;
  readonly headline: string;
  readonly paragraphs: readonly {
    /** The paragraph itself, if the article's text is available. */
    readonly text: string | null;
    readonly gist: string;
    /** The texts of the facts that cite it. */
    readonly facts: readonly string[];
  }[];
}

export interface Work {
  /** Problems of drafts that were left out, and what still has to be written. */
  readonly toDo: readonly Left[];
  readonly warnings: readonly Left[];
  /** How much is translated, one line for each language. */
  readonly languages: readonly string[];
  readonly drafts: readonly Draft[];
}

const left = (findings: readonly Finding[]): Left[] =>
  findings.map(({ place, message }) => ({ file: place.file, message }));

/** What is left to do in the curators' knowledge. */
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
