import type { TestDiscordOptions } from './test-discord.ts';

/**
 * For tests that are not about time: where much else runs, a right first answer may take seconds. How long answers take
 * is for a benchmark.
 */
export const PATIENT: TestDiscordOptions = { responseMs: 60_000 };
