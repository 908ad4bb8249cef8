/** A worker thread that fits parts of rankers. */
import workerpool from 'workerpool';
import { fitDecision, fitNetwork, prepare } from '../search/ranking/index.ts';
import { transferable } from './transferable.ts';

/** Makes a function's result be transferred to the other thread, not copied. */
const transferring =
  <Arguments extends unknown[]>(make: (...given: Arguments) => object) =>
  (...given: Arguments) => {
    const result = make(...given);
    return new workerpool.Transfer(result, [...transferable(result)]);
  };

const parts = { prepare: transferring(prepare), fitNetwork: transferring(fitNetwork), fitDecision };

export type Parts = typeof parts;

workerpool.worker(parts);
