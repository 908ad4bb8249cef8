import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Many tests wait for processes of their own, so no core is left free for anything else.
    maxWorkers: '100%',
    // For what hangs alone: no test fails because a machine is slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: { include: ['src/**', 'commands/**'] },
  },
});
