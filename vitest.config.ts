import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Many tests wait for processes of their own, so no core is left free for anything else.
    maxWorkers: '100%',
    coverage: { include: ['src/**', 'commands/**'] },
  },
});
