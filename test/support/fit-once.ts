/** Run once before all tests: fits the repository's ranker if it is not cached, which no two workers need do. */
import { openReal } from './real.ts';

export default async function fitOnce(): Promise<void> {
  await openReal();
}
