/** The fitted ranker of a knowledge, kept on disk, so that a start need not wait for the fit. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { examplesOf } from './examples.ts';
import { readRanker, writeFitted } from './kept.ts';
import { houseNetworks } from './ranking/ensemble.ts';
import { fitModels } from './ranking/index.ts';
import { type Ranker, rankerWith } from './ranking/rank.ts';

const ENGINE = join(import.meta.dirname, 'ranking');
/** What a fit depends on beside the engine: how words are read, and the file's format. */
const BESIDE = ['normalise.ts', 'kept.ts'].map((file) => join(import.meta.dirname, file));

export interface Cache {
  /** The folder to keep it in; made where it is missing. */
  readonly folder: string;
  /** Told why a kept one is not used, or could not be kept; the ranker is fitted again then. */
  readonly onMiss: (reason: string, error: unknown) => void;
}

/** What is fitted on, and not the files that it was read from: another version may read them in another way. */
const fittedOn = (knowledge: Knowledge) => JSON.stringify([examplesOf(knowledge), [...knowledge.synonyms]]);

/** What a kept fit depends on: what it is fitted on, the sources of what fits and reads it, and the Node that wrote it. */
function keyOf(knowledge: Knowledge): string {
  const key = createHash('sha256').update(fittedOn(knowledge)).update(process.version);
  const engine = readdirSync(ENGINE).sort();
  for (const file of [...engine.map((name) => join(ENGINE, name)), ...BESIDE]) {
    key.update(basename(file)).update(readFileSync(file));
  }
  return key.digest('hex').slice(0, 32);
}

const fileOf = (knowledge: Knowledge, folder: string) => join(folder, `ranker-${keyOf(knowledge)}.bin`);

/** Fits the ranker of a knowledge and keeps it, where none is kept. Never fails for the disk's sake. */
export function keepFitted(knowledge: Knowledge, cache: Cache): void {
  if (!existsSync(fileOf(knowledge, cache.folder))) fittedRanker(knowledge, cache);
}

/** The ranker of a knowledge: the kept one, or one fitted now and kept. Never fails for the disk's sake. */
export function fittedRanker(knowledge: Knowledge, { folder, onMiss }: Cache): Ranker {
  const file = fileOf(knowledge, folder);
  try {
    return readRanker(file);
  } catch (error) {
    onMiss(`no fitted ranker to be read from ${file}`, error);
  }
  const { model, decision } = fitModels(examplesOf(knowledge), { synonyms: knowledge.synonyms });
  const { networks, ...rest } = model;
  const fitted = { model: rest, decision };
  const housed = houseNetworks(networks, model.rarity.length, model.labels.length);
  try {
    mkdirSync(folder, { recursive: true });
    // Renaming is atomic: another process reads the whole file or none.
    const draft = `${file}.${process.pid}`;
    writeFitted(draft, fitted, housed);
    renameSync(draft, file);
    // Each takes some 13 MB, and those of other knowledge are of no more use.
    const others = readdirSync(folder).filter((name) => /^ranker-.*\.bin$/.test(name) && join(folder, name) !== file);
    for (const name of others) rmSync(join(folder, name), { force: true });
  } catch (error) {
    onMiss(`the fitted ranker could not be kept in ${file}`, error);
  }
  return rankerWith(fitted, housed);
}
