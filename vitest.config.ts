import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test-discord/**/*.test.ts'],
    globalSetup: 'test/support/fit-once.ts',
    // Files share a worker and what it has loaded, which is half of their time: each puts back what it changes.
    isolate: false,
    // Where `npm start` keeps its compiled modules: whatever a test starts is sooner there with them.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'data/compiled') },
    // Many tests wait for processes of their own, so no core is left free for anything else.
    maxWorkers: '100%',
    // Only for what hangs: that a machine is slow is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    coverage: { include: ['src/**', 'commands/**'] },
  },
});
