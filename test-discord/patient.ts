import type { TestDiscordOptions } from './test-discord.ts';

/**
 * For tests that are not about time: on a busy machine, a correct first response may take seconds. How long responses
 * take is for a benchmark.
 */
export const PATIENT: TestDiscordOptions = { responseMs: 60_000 };
