import { seededRandom, shuffle } from './random.ts';
import type { Row, Rows } from './rows.ts';
import { toProbabilities } from './softmax.ts';
import { addRows } from './sums.ts';

/** A network with one hidden layer: inputs[column * HIDDEN + unit], outputs[unit * labels + label], and biases. */
export interface Hidden {
  readonly inputs: Float32Array;
  readonly inputBias: Float32Array;
  readonly outputs: Float32Array;
  readonly bias: Float32Array;
}

export const HIDDEN = 48;
const EPOCHS = 5;
const RATE = 0.5;

/** Writes the layer's units into `units` and the score of each label into `scores`. */
export function scoreHidden(
  model: Hidden,
  row: Pick<Row, 'columns' | 'values'>,
  from: number,
  to: number,
  units: Float64Array,
  scores: Float64Array,
): void {
  const { inputs, inputBias, outputs, bias } = model;
  const labels = bias.length;
  for (let unit = 0; unit < HIDDEN; unit++) units[unit] = inputBias[unit] as number;
  addRows(units, inputs, HIDDEN, row.columns, row.values, from, to);
  for (let label = 0; label < labels; label++) scores[label] = bias[label] as number;
  for (let unit = 0; unit < HIDDEN; unit++) {
    const value = Math.tanh(units[unit] as number);
    units[unit] = value;
    const base = unit * labels;
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] as number) + value * (outputs[base + label] as number);
  }
}

/** Fits by back-propagation with AdaGrad's step. The start is drawn from a fixed seed. */
export function fitHidden(rows: Rows, targets: Int32Array, labels: number, width: number): Hidden {
  const random = seededRandom(2);
  const around = (spread: number) => spread * 2 * (random() + random() + random() - 1.5);
  const model: Hidden = {
    inputs: new Float32Array(width * HIDDEN),
    inputBias: new Float32Array(HIDDEN),
    outputs: Float32Array.from({ length: HIDDEN * labels }, () => around(0.1)),
    bias: new Float32Array(labels),
  };
  const { inputs, outputs } = model;
  const { starts, columns, values } = rows;
  const inputSquares = new Float32Array(width).fill(1e-3);
  const outputSquares = new Float32Array(HIDDEN).fill(1e-3);
  const order = Int32Array.from({ length: targets.length }, (_, at) => at);
  const units = new Float64Array(HIDDEN);
  const slopes = new Float64Array(HIDDEN);
  const scores = new Float64Array(labels);

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const at of order) {
      const from = starts[at] as number;
      const to = starts[at + 1] as number;
      const target = targets[at] as number;
      scoreHidden(model, rows, from, to, units, scores);
      toProbabilities(scores);
      scores[target] = (scores[target] as number) - 1;
      let power = 0;
      for (let label = 0; label < labels; label++) power += (scores[label] as number) ** 2;
      let slopePower = 0;
      for (let unit = 0; unit < HIDDEN; unit++) {
        const value = units[unit] as number;
        const base = unit * labels;
        outputSquares[unit] = (outputSquares[unit] as number) + value * value * power;
        const step = (rate * value) / Math.sqrt(outputSquares[unit] as number);
        let slope = 0;
        for (let label = 0; label < labels; label++) {
          const weight = outputs[base + label] as number;
          const pull = scores[label] as number;
          slope += pull * weight;
          outputs[base + label] = weight - step * pull;
        }
        slope *= 1 - value * value;
        slopes[unit] = slope;
        slopePower += slope * slope;
      }
      for (let k = from; k < to; k++) {
        const column = columns[k] as number;
        const value = values[k] as number;
        inputSquares[column] = (inputSquares[column] as number) + value * value * slopePower;
        const step = (rate * value) / Math.sqrt(inputSquares[column] as number);
        const base = column * HIDDEN;
        for (let unit = 0; unit < HIDDEN; unit++)
          inputs[base + unit] = (inputs[base + unit] as number) - step * (slopes[unit] as number);
      }
    }
  }
  return model;
}
