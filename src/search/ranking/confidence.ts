/** Decides from a question's signals how likely the first label is right. */
import { type Case, fitLogistic, logistic } from './logistic.ts';
import { type Example, fitModel } from './model.ts';
import { seededRandom, shuffle } from './random.ts';
import { scorerOf } from './scoring.ts';
import type { Synonyms } from './tokens.ts';

/** A logistic regression from a question's signals to the probability that the first label is right. */
export interface Decision {
  readonly weights: readonly number[];
}

// The rounded weights of fits on public question sets; with too few phrasings to fit on, these are used.
const PRIOR = [6.5, 2.5, 0.8, -2.3, 0.4, -5];
// The prior counts as this many cases: it matters among dozens, not among thousands.
const PRIOR_CASES = 10;

// Entries and phrasings are each split into three parts; in each of two rounds, one part of both is held out.
const PARTS = 3;
const ROUNDS = 2;
// Whole entries are drawn up to this many phrasings, so that an entry has about as many in the fit as in use.
const ENOUGH_EXAMPLES = 5000;
// The share of unanswerable questions among the cases, by weight, whatever their number.
const UNANSWERABLE = 0.3;

/** The probability that the first label is right, 0 to 1. */
export const confidenceOf = ({ weights }: Decision, signals: ArrayLike<number>): number => logistic(weights, signals);

/** Draws entries at random, each with all of its examples, until there are `enough` examples. */
export function drawEntries(examples: readonly Example[], enough: number, random: () => number): Example[][] {
  const entries = [...Map.groupBy(examples, ({ label }) => label).values()];
  const order = Int32Array.from(entries.keys());
  shuffle(order, random);
  const drawn: Example[][] = [];
  let size = 0;
  for (const at of order) {
    if (size >= enough) break;
    const entry = entries[at] as Example[];
    drawn.push(entry);
    size += entry.length;
  }
  return drawn;
}

/** The random numbers of a fit: those that draw entries come first. */
const randomOfFit = () => seededRandom(3);

/** The examples on which the decision is fitted, of the entries that are drawn: others do not change it. */
export const drawnForDecision = (examples: readonly Example[]): readonly Example[] =>
  drawEntries(examples, ENOUGH_EXAMPLES, randomOfFit()).flat();

/**
 * Fits the decision on phrasings alone, by asking models for entries and phrasings that were held out of their fit. A
 * phrasing of a held-out entry stands for an unanswerable question, a held-out phrasing of a known entry for an
 * answerable one.
 */
export function fitDecision(examples: readonly Example[], synonyms: Synonyms): Decision {
  const random = randomOfFit();
  const entries = drawEntries(examples, ENOUGH_EXAMPLES, random);
  const dealt = entries.flatMap((entry, at) => entry.map((example) => ({ example, entryPart: at % PARTS })));
  const order = Int32Array.from(dealt.keys());
  shuffle(order, random);
  const asked = Array.from(order, (at, place) => ({ ...(dealt[at] as (typeof dealt)[0]), part: place % PARTS }));

  const answerable: Omit<Case, 'weight'>[] = [];
  const unanswerable: Omit<Case, 'weight'>[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const known = asked.filter(({ entryPart, part }) => entryPart !== round && part !== round);
    if (known.length === 0) continue;
    const model = fitModel(
      known.map(({ example }) => example),
      synonyms,
    );
    const { score } = scorerOf(model);
    for (const { example, entryPart, part } of asked) {
      if (entryPart !== round && part !== round) continue;
      const { top, signals } = score(example.text);
      const isRight = entryPart !== round && model.labels[top[0] ?? 0] === example.label;
      const cases = entryPart === round ? unanswerable : answerable;
      cases.push({ inputs: [...signals], target: isRight ? 1 : 0 });
    }
  }
  const count = answerable.length + unanswerable.length;
  if (count === 0) return { weights: PRIOR };
  const cases = [
    ...answerable.map((item) => ({ ...item, weight: (1 - UNANSWERABLE) / answerable.length })),
    ...unanswerable.map((item) => ({ ...item, weight: UNANSWERABLE / unanswerable.length })),
  ];
  return { weights: fitLogistic(cases, PRIOR, PRIOR_CASES / count) };
}
