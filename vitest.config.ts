import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ofPrograms = ({ moduleId }: TestSpecification) => /test\/(e2e|page|bench|daily\/process)/.test(moduleId);

/** Tests of whole programs come first: they take longest, and at the end one of them would run alone. */
class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(ofPrograms), ...sorted.filter((file) => !ofPrograms(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test-discord/**/*.test.ts'],
    globalSetup: ['test/support/fit-once.ts', 'test/support/drop-databases.ts'],
    // Files share a worker and what it has loaded, which is half of their time: each puts back what it changes.
    isolate: false,
    // Where `npm start` keeps its compiled modules: whatever a test starts is sooner there with them.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'data/compiled') },
    sequence: { sequencer: ProgramsFirst },
    // Tests of whole programs wait for much of their time: a worker more than a machine of two cores has.
    maxWorkers: 3,
    // A worker keeps much of what it has loaded: with little room for what is new, it collects garbage all the time.
    execArgv: ['--max-semi-space-size=64'],
    // Only for what hangs: that a machine is slow is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    coverage: { include: ['src/**', 'commands/**'] },
  },
});
