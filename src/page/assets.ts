/** The page's assets: its code and libraries, bundled once and served from memory. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly bytes: string;
}

const FOLDER = join(import.meta.dirname, 'browser');

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

const read = (name: string, type: string): Asset => ({ type, bytes: readFileSync(join(FOLDER, name), 'utf8') });

/**
 * The assets by path.
 * @throws if the browser's code cannot be bundled; the message names file and line.
 */
export async function bundleAssets(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, 'main.ts'), join(FOLDER, 'page.css')],
    outdir: '/page',
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return new Map([
    ['/page/bot.svg', read('bot.svg', 'image/svg+xml')],
    ['/page/you.svg', read('you.svg', 'image/svg+xml')],
    ...outputFiles.map(
      ({ path, text }) => [path, { type: path.endsWith('.css') ? CSS : SCRIPT, bytes: text }] as const,
    ),
  ]);
}
