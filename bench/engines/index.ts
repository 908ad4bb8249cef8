import type { Build } from '../engine.ts';

/**
 * The compared engines by their names in the table, ours first, as the reference. Each is loaded only in the process that
 * measures it.
 */
export const engines: ReadonlyMap<string, () => Promise<Build>> = new Map([
  ['Parley', async () => (await import('./parley.ts')).buildParley],
  ['Fuse.js', async () => (await import('./fuse.ts')).buildFuse],
  ['Fuse.js, token search at 0.2', async () => (await import('./fuse.ts')).buildFuseTokens],
  ['MiniSearch', async () => (await import('./minisearch.ts')).buildMiniSearch],
  ['nlp.js', async () => (await import('./nlp.ts')).buildNlp],
]);
