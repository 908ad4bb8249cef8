/** Bundling the program: some 800 modules in a few files load in half the time. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { bundleFolder } from './kept.ts';

/** Loaded where they are used, from where they are installed: with native code, with files of their own, or seldom. */
const SEPARATE = ['@fontsource/*', '@napi-rs/canvas', 'discord.js', 'esbuild', 'pg-native'];

/** Packages in CommonJS ask for Node's own modules by `require`. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Modules find files by their own place, and in the bundle by the place that they have in the source. */
const places = (root: string, outdir: string): Plugin => ({
  name: 'places',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!['src', 'commands'].includes(relative(root, path).split(sep)[0] ?? '')) return undefined;
      const from = (target: string) => JSON.stringify(relative(outdir, target).split(sep).join('/'));
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.dirname', `(import.meta.dirname + '/' + ${from(dirname(path))})`)
        .replaceAll('import.meta.url', `new URL(${from(path)}, import.meta.url).href`);
      return { contents, loader: 'ts' };
    });
  },
});

/**
 * Bundles the program whose source is under `root`, in place of what was bundled before.
 * @throws where it does not bundle; the message names file and line.
 */
export async function makeBundle(root: string): Promise<void> {
  const folder = bundleFolder(root);
  const all = dirname(folder);
  const draft = join(all, `draft-${process.pid}`);
  mkdirSync(all, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/start.ts')],
    outdir: draft,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: SEPARATE,
    banner: { js: REQUIRE },
    plugins: [places(root, folder)],
    logLevel: 'silent',
  });
  rmSync(folder, { recursive: true, force: true });
  // Whole or not there: a start never meets half of it.
  renameSync(draft, folder);
  for (const name of readdirSync(all).filter((name) => name !== basename(folder)))
    rmSync(join(all, name), { recursive: true, force: true });
}
