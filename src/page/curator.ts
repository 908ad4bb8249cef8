/** The knowledge as a curator sees it: its entries as rows, and how a question ranks among them. */
import type { Context } from '../answer/command.ts';
import { factsOf, sourceLine } from '../answer/sources.ts';
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import type { Status } from '../search/decide.ts';
import type { Explanation } from '../search/ranking/index.ts';
import { replaceLinks } from '../text/link.ts';

export interface Row {
  readonly id: string;
  readonly kind: Entry['kind'];
  readonly topic: string;
  readonly question: string;
  readonly answer: string;
  readonly phrasings: readonly string[];
  /** The paragraphs and the speakers there: "¶1 · ¶2 (Medinsky)". */
  readonly source: string;
  /** Its file, under `knowledge/`. */
  readonly file: string;
}

export interface Tried {
  readonly cameTo: Status | 'small talk' | 'asked back';
  /** 0–1: the fitted probability that the first entry is right. */
  readonly confidence: number;
  /** The reason for the result, in one line. */
  readonly why: string;
  /** The likeliest labels, entries and subjects outside the article, with the words that counted for each. */
  readonly labels: Explanation['labels'];
  /** Words of the question that occur in no phrasing. */
  readonly unknown: Explanation['unknown'];
}

/** Every question and gap, in the order of the files. */
export function tableOf(knowledge: Knowledge): readonly Row[] {
  return [...knowledge.entries.values()].map(({ id, kind, topic, question, answer, phrasings, facts, place }) => ({
    ...{ id, kind, topic, question, answer, phrasings },
    source: replaceLinks(sourceLine(factsOf(facts, knowledge), knowledge), (label) => label),
    file: place.file,
  }));
}

/** How a question in plain words ranks, and its result. */
export function tryQuestion(question: string, { search }: Pick<Context, 'search'>): Tried {
  const { status, smallTalk, asksBack, confidence, why } = search.find(question);
  const cameTo = smallTalk ? 'small talk' : asksBack ? 'asked back' : status;
  return { cameTo, confidence, why, ...search.explain(question) };
}
