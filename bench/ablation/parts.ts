import { labelsOf } from '../../src/search/ranking/model.ts';
import { seededRandom } from '../../src/search/ranking/random.ts';
import { entropyOf } from '../../src/search/ranking/scoring.ts';
import type { Phrasing } from '../engine.ts';
import { duration, table } from '../format.ts';
import { progress } from '../progress.ts';
import { quantiles } from '../quantiles.ts';
import type { Line } from '../sets.ts';
import { areaUnderRoc, heldOut, type Trial } from './open-set.ts';
import { withTypo } from './typo.ts';
import { fitVariant, type Predict, type Variant } from './variant.ts';

const VARIANTS: readonly (Variant & { readonly name: string })[] = [
  { name: 'all of it' },
  { name: 'no character n-grams', without: ['ngrams'] },
  { name: 'no bigrams', without: ['bigrams'] },
  { name: 'words alone', without: ['ngrams', 'bigrams'] },
  { name: 'no spelling correction', without: ['spelling'] },
  { name: 'neither n-grams nor spelling correction', without: ['ngrams', 'spelling'] },
  { name: 'one network in place of five', without: ['averaging'] },
  { name: 'no hidden layer: one linear model', without: ['hidden'] },
  { name: 'no label smoothing', without: ['smoothing'] },
  { name: 'no dropout', without: ['dropout'] },
];

/** A variant's result for a question. */
interface Outcome {
  readonly answerable: boolean;
  readonly right: boolean;
  readonly entropy: number;
}

function outcomesOf(predict: Predict, phrasings: readonly Phrasing[], questions: readonly Line[]): Outcome[] {
  const { labels } = labelsOf(phrasings);
  return questions.map(({ text, label }) => {
    const probabilities = predict(text);
    const best = probabilities.indexOf(Math.max(...probabilities));
    return { answerable: label !== null, right: labels[best] === label, entropy: entropyOf(probabilities) };
  });
}

/** The share of right labels among the questions that have one. */
function accuracy(outcomes: readonly Outcome[]): number {
  const answerable = outcomes.filter((outcome) => outcome.answerable);
  return answerable.filter(({ right }) => right).length / answerable.length;
}

/** How well entropy separates questions of known labels from those of held-out labels. */
function separation(trial: Trial, variant: Variant): number {
  const areas = heldOut(trial, 3).map(({ phrasings, questions }) => {
    const outcomes = outcomesOf(fitVariant(phrasings, variant), phrasings, questions);
    const entropies = (answerable: boolean) =>
      outcomes.filter((outcome) => outcome.answerable === answerable).map(({ entropy }) => entropy);
    return areaUnderRoc(entropies(false), entropies(true));
  });
  return areas.reduce((sum, area) => sum + area) / areas.length;
}

/** What each part of the engine contributes on a large and a small set: a row for each part left out. */
export function partsTable(large: Trial, small: Trial): string {
  const random = seededRandom(1);
  const mistyped = large.questions.map(({ text, label }) => ({ text: withTypo(text, random), label }));
  const rows = VARIANTS.map((variant) => {
    progress(variant.name);
    const begun = performance.now();
    const predict = fitVariant(large.phrasings, variant);
    const fit = performance.now() - begun;
    const right = accuracy(outcomesOf(predict, large.phrasings, large.questions));
    const rightMistyped = accuracy(outcomesOf(predict, large.phrasings, mistyped));
    const times = large.questions.map(({ text }) => {
      const asked = performance.now();
      predict(text);
      return performance.now() - asked;
    });
    const onSmall = accuracy(outcomesOf(fitVariant(small.phrasings, variant), small.phrasings, small.questions));
    const figures = [right, rightMistyped, onSmall, separation(large, variant)].map((share) =>
      (100 * share).toFixed(1),
    );
    return [variant.name, ...figures, duration(fit), `${quantiles(times).p50.toFixed(3)} ms`];
  });
  const head = ['', 'banking77', 'with a typo each', 'curekart', 'AUROC of entropy', 'fit', 'a question'];
  return table(head, rows);
}
