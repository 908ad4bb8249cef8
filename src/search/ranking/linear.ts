import { seededRandom, shuffle } from './random.ts';
import type { Row, Rows } from './rows.ts';
import { toProbabilities } from './softmax.ts';
import { addRows } from './sums.ts';

/** Multinomial logistic regression: weights[column * labels + label], and a bias a label. */
export interface Linear {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const EPOCHS = 5;
// After the first two passes over all labels, a phrasing is held only against the labels that come near it.
const FULL_EPOCHS = 2;
const RIVALS = 16;
const RATE = 1;
const BIAS_RATE = 0.01;
// A label this unlikely pulls at no weight.
const NEGLIGIBLE = 0.002;

/** Writes the score of each label for a row into `scores` (logits: their softmax is the probability). */
export function scoreLinear(
  model: Linear,
  row: Pick<Row, 'columns' | 'values'>,
  from: number,
  to: number,
  scores: Float64Array,
): void {
  const { weights, bias } = model;
  const labels = bias.length;
  for (let label = 0; label < labels; label++) scores[label] = bias[label] as number;
  addRows(scores, weights, labels, row.columns, row.values, from, to);
}

/** Fits by stochastic gradient descent with AdaGrad's step (Duchi, Hazan and Singer 2011), one accumulator a column. */
export function fitLinear(rows: Rows, targets: Int32Array, labels: number, width: number): Linear {
  const model: Linear = { weights: new Float32Array(width * labels), bias: new Float32Array(labels) };
  const { weights, bias } = model;
  const { starts, columns, values } = rows;
  const count = targets.length;
  const squares = new Float32Array(width).fill(1e-6);
  const order = Int32Array.from({ length: count }, (_, at) => at);
  const random = seededRandom(1);
  const scores = new Float64Array(labels);
  const active = new Int32Array(labels);
  const pulls = new Float64Array(labels);
  const kept = Math.min(RIVALS, labels);
  const rivals = new Int16Array(count * kept);

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const at of order) {
      const from = starts[at] as number;
      const to = starts[at + 1] as number;
      const target = targets[at] as number;
      let considered = kept;
      if (epoch < FULL_EPOCHS) {
        considered = labels;
        for (let label = 0; label < labels; label++) active[label] = label;
        scoreLinear(model, rows, from, to, scores);
      } else {
        for (let near = 0; near < kept; near++) active[near] = rivals[at * kept + near] as number;
        for (let near = 0; near < kept; near++) scores[near] = bias[active[near] as number] as number;
        for (let k = from; k < to; k++) {
          const value = values[k] as number;
          const base = (columns[k] as number) * labels;
          for (let near = 0; near < kept; near++)
            scores[near] = (scores[near] as number) + value * (weights[base + (active[near] as number)] as number);
        }
      }
      toProbabilities(scores, considered);
      if (epoch === FULL_EPOCHS - 1) keepRivals(scores, target, rivals.subarray(at * kept, (at + 1) * kept));
      let pulling = 0;
      let power = 0;
      for (let near = 0; near < considered; near++) {
        const label = active[near] as number;
        const pull = (scores[near] as number) - (label === target ? 1 : 0);
        if (pull < NEGLIGIBLE && pull > -NEGLIGIBLE) continue;
        active[pulling] = label;
        pulls[pulling++] = pull;
        power += pull * pull;
        bias[label] = (bias[label] as number) - BIAS_RATE * rate * pull;
      }
      for (let k = from; k < to; k++) {
        const column = columns[k] as number;
        const value = values[k] as number;
        squares[column] = (squares[column] as number) + value * value * power;
        const step = (rate * value) / Math.sqrt(squares[column] as number);
        const base = column * labels;
        for (let near = 0; near < pulling; near++) {
          const place = base + (active[near] as number);
          weights[place] = (weights[place] as number) - step * (pulls[near] as number);
        }
      }
    }
  }
  return model;
}

/** Keeps the target and the likeliest other labels. */
function keepRivals(probabilities: Float64Array, target: number, rivals: Int16Array): void {
  const likeliest = Array.from(probabilities.keys()).sort(
    (a, b) => (probabilities[b] as number) - (probabilities[a] as number),
  );
  rivals[0] = target;
  let kept = 1;
  for (const label of likeliest) if (label !== target && kept < rivals.length) rivals[kept++] = label;
}
