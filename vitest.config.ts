import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test-discord/**/*.test.ts'],
    // Many tests wait for processes of their own, so no core is left free for anything else.
    maxWorkers: '100%',
    // Only for what hangs: that a machine is slow is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    coverage: { include: ['src/**', 'commands/**'] },
  },
});
