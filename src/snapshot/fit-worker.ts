/** A thread that fits parts of rankers: those of one are fitted side by side. */
import workerpool from 'workerpool';
import { fitDecision, fitNetwork, prepare } from '../search/ranking/index.ts';
import { transferable } from './transferable.ts';

/** Has what a function gives handed over, not copied. */
const handingOver =
  <Arguments extends unknown[]>(make: (...given: Arguments) => object) =>
  (...given: Arguments) => {
    const made = make(...given);
    return new workerpool.Transfer(made, [...transferable(made)]);
  };

const parts = { prepare: handingOver(prepare), fitNetwork: handingOver(fitNetwork), fitDecision };

export type Parts = typeof parts;

workerpool.worker(parts);
