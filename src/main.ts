/** `npm start`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Modules as they were compiled before, types taken off: without it, most of a start goes into that. It has to be on
// before the first of them is loaded.
enableCompileCache(join(import.meta.dirname, '../data/compiled'));
await import('./start.ts');
