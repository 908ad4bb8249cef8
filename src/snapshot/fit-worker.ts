/** A thread that fits one ranker, so that the rankers of several languages are fitted side by side. */
import { parentPort, workerData } from 'node:worker_threads';
import { fitModels } from '../search/ranking/index.ts';
import type { FittedOn } from './material.ts';
import { transferable } from './transferable.ts';

const { examples, synonyms } = workerData as FittedOn;
const fitted = fitModels(examples, { synonyms });
parentPort?.postMessage(fitted, [...transferable(fitted)]);
