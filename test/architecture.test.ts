import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync(['src/**/*.ts', 'commands/*.ts'], { cwd: root });

/** What a file imports: paths from the root for its own, names for packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g),
  ]
    .map(([, stated, dynamic]) => stated ?? dynamic ?? '')
    .map((name) => (name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name));
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** All that is loaded with a file, packages included. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  for (const name of imports.get(file) ?? []) {
    if (seen.has(name)) continue;
    seen.add(name);
    loadedWith(name, seen);
  }
  return seen;
}

/** The floors of the house, top to bottom: a file imports from its own folder and from the floors below it. */
const FLOORS = [
  ['src/main.ts', 'src/prepare.ts'],
  ['src/bot/'],
  ['src/discord/', 'src/http/', 'src/page/', 'src/terminal/'],
  ['commands/'],
  ['src/greeting/'],
  ['src/daily/'],
  ['src/insights/'],
  ['src/snapshot/'],
  ['src/answer/'],
  ['src/search/'],
  ['src/store/'],
  ['src/knowledge/'],
  ['src/messages/', 'src/text/', 'src/config/'],
] as const;

const placeOf = (file: string) => FLOORS.flat().find((place) => file.startsWith(place)) ?? file;
const floorOf = (file: string) => FLOORS.findIndex((places) => places.some((place) => file.startsWith(place)));

/** HTTP and the page bring Discord's bodies, and the page comes in by the endpoint's own door. */
const BESIDE: readonly string[] = ['src/http/ → src/discord/', 'src/page/ → src/discord/', 'src/page/ → src/http/'];

const ownImports = files.flatMap((file) =>
  (imports.get(file) ?? []).filter((name) => imports.has(name)).map((name) => [file, name] as const),
);

test('every file stands on a floor', () => {
  expect(files.filter((file) => floorOf(file) === -1)).toEqual([]);
});

test('no import runs up, nor across to another folder of the same floor', () => {
  const strays = ownImports
    .filter(([file, name]) => placeOf(file) !== placeOf(name) && floorOf(name) <= floorOf(file))
    .filter(([file, name]) => !BESIDE.includes(`${placeOf(file)} → ${placeOf(name)}`));
  expect(strays.map(([file, name]) => `${file} → ${name}`)).toEqual([]);
});

test('no file imports itself in a circle', () => {
  expect(files.filter((file) => loadedWith(file).has(file))).toEqual([]);
});

test('the ranking engine knows texts and labels, and nothing of the product', () => {
  const engine = 'src/search/ranking/';
  const known = [engine, 'src/text/'];
  const strays = ownImports.filter(
    ([file, name]) => file.startsWith(engine) && !known.some((place) => name.startsWith(place)),
  );
  expect(strays).toEqual([]);
});

test('the test Discord is a package of its own: it knows nothing of the bot, and has what is installed here', () => {
  const folder = 'test-discord/';
  const names = globSync(`${folder}**/*.ts`, { cwd: root, exclude: ['**/node_modules/**'] }).flatMap(importsOf);
  expect(names).toContain('ws');
  expect(names.filter((name) => name.endsWith('.ts') && !name.startsWith(folder))).toEqual([]);
  const packagesOf = (file: string): Record<string, string> => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return { ...dependencies, ...devDependencies };
  };
  expect(packagesOf('package.json')).toMatchObject(packagesOf(`${folder}package.json`));
});

test('whatever starts the bot starts it with the same flags', () => {
  const text = (file: string) => readFileSync(join(root, file), 'utf8');
  const start = JSON.parse(text('package.json')).scripts.start;
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(text('Dockerfile'))?.[1] ?? '[]').join(' ');
  const service = /^ExecStart=\/usr\/bin\/(.*)$/m.exec(text('deploy/parley.service'))?.[1];
  expect([command, service]).toEqual([start, start]);
});

const isOfDiscordJs = (name: string) => name === 'discord.js' || name.startsWith('@discordjs/');

test('only the Discord edge, and what starts it, imports discord.js and its packages', () => {
  const users = files.filter((file) => importsOf(file).some(isOfDiscordJs));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => !file.startsWith('src/discord/') && file !== 'src/bot/services.ts')).toEqual([]);
});

test('discord.js as a whole, with its caches, is loaded for the process that starts shards alone', () => {
  const users = files.filter((file) => importsOf(file).includes('discord.js'));
  expect(users).toEqual(['src/discord/shards.ts']);
  expect(readFileSync(join(root, 'src/discord/shards.ts'), 'utf8')).not.toMatch(/^import \{.*'discord\.js'/m);
});

test('asking in the terminal does not load discord.js', () => {
  const loaded = loadedWith('src/terminal/main.ts');
  expect(loaded).toContain('src/answer/dispatch.ts');
  expect([...loaded].filter(isOfDiscordJs)).toEqual([]);
});
