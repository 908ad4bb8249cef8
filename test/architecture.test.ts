import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync(['src/**/*.ts', 'commands/*.ts'], { cwd: root });

/** A file's imports: paths from the root for our own files, names for packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g),
  ]
    .map(([, stated, dynamic]) => stated ?? dynamic ?? '')
    .map((name) => (name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name));
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** All imports of a file, direct and indirect, packages included. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  for (const name of imports.get(file) ?? []) {
    if (seen.has(name)) continue;
    seen.add(name);
    loadedWith(name, seen);
  }
  return seen;
}

/** The layers, top to bottom: a file imports from its own folder and from lower layers. */
const LAYERS = [
  ['src/main.ts', 'src/prepare.ts'],
  ['src/bot/'],
  ['src/discord/', 'src/http/', 'src/page/', 'src/terminal/'],
  ['commands/'],
  ['src/greeting/'],
  ['src/daily/'],
  ['src/posting/'],
  ['src/insights/'],
  ['src/snapshot/'],
  ['src/answer/'],
  ['src/search/'],
  ['src/store/'],
  ['src/knowledge/'],
  ['src/messages/', 'src/text/', 'src/config/'],
] as const;

const folderOf = (file: string) => LAYERS.flat().find((folder) => file.startsWith(folder)) ?? file;
const layerOf = (file: string) => LAYERS.findIndex((folders) => folders.some((folder) => file.startsWith(folder)));

/** The exceptions: HTTP and the page use Discord's bodies, and the page uses the HTTP endpoint. */
const EXCEPTIONS: readonly string[] = ['src/http/ → src/discord/', 'src/page/ → src/discord/', 'src/page/ → src/http/'];

const ownImports = files.flatMap((file) =>
  (imports.get(file) ?? []).filter((name) => imports.has(name)).map((name) => [file, name] as const),
);

test('every file belongs to a layer', () => {
  expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
});

test('no file imports from a higher layer, or from another folder of its own layer', () => {
  const violations = ownImports
    .filter(([file, name]) => folderOf(file) !== folderOf(name) && layerOf(name) <= layerOf(file))
    .filter(([file, name]) => !EXCEPTIONS.includes(`${folderOf(file)} → ${folderOf(name)}`));
  expect(violations.map(([file, name]) => `${file} → ${name}`)).toEqual([]);
});

test('no import is circular', () => {
  expect(files.filter((file) => loadedWith(file).has(file))).toEqual([]);
});

test('the ranking engine imports nothing of the product', () => {
  const engine = 'src/search/ranking/';
  const allowed = [engine, 'src/text/'];
  const violations = ownImports.filter(
    ([file, name]) => file.startsWith(engine) && !allowed.some((folder) => name.startsWith(folder)),
  );
  expect(violations).toEqual([]);
});

test('the test Discord is a separate package: it imports nothing of the bot, and its dependencies are installed here', () => {
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

test('npm, Docker and systemd start the bot with the same flags', () => {
  const text = (file: string) => readFileSync(join(root, file), 'utf8');
  const start = JSON.parse(text('package.json')).scripts.start;
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(text('Dockerfile'))?.[1] ?? '[]').join(' ');
  const service = /^ExecStart=\/usr\/bin\/(.*)$/m.exec(text('deploy/parley.service'))?.[1];
  expect([command, service]).toEqual([start, start]);
});

const isOfDiscordJs = (name: string) => name === 'discord.js' || name.startsWith('@discordjs/');

test('only the Discord edge and src/bot/services.ts import discord.js and its packages', () => {
  const users = files.filter((file) => importsOf(file).some(isOfDiscordJs));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => !file.startsWith('src/discord/') && file !== 'src/bot/services.ts')).toEqual([]);
});

test('only the process that starts shards loads the whole of discord.js', () => {
  const users = files.filter((file) => importsOf(file).includes('discord.js'));
  expect(users).toEqual(['src/discord/shards.ts']);
  expect(readFileSync(join(root, 'src/discord/shards.ts'), 'utf8')).not.toMatch(/^import \{.*'discord\.js'/m);
});

test('asking in the terminal does not load discord.js', () => {
  const loaded = loadedWith('src/terminal/main.ts');
  expect(loaded).toContain('src/answer/dispatch.ts');
  expect([...loaded].filter(isOfDiscordJs)).toEqual([]);
});
