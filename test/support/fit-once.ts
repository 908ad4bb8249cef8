/** Runs once before all tests: fits the repository's rankers if they are not cached, so that no two workers do. */
import { openReal } from './real.ts';

export default async function fitOnce(): Promise<void> {
  await openReal();
}
