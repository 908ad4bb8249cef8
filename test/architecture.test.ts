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

/** Folder → what it may import of the project's own folders, besides itself. */
const core: Record<string, readonly string[]> = {
  'src/knowledge/': ['src/search/normalise.ts'],
  'src/search/': ['src/knowledge/', 'src/answer/'],
  'src/answer/': ['src/knowledge/', 'src/search/'],
  'commands/': ['src/knowledge/', 'src/search/', 'src/answer/', 'src/daily/'],
};

test.each(Object.entries(core))('%s knows no edge', (folder, allowed) => {
  const strays = files
    .filter((file) => file.startsWith(folder))
    .flatMap((file) =>
      (imports.get(file) ?? [])
        .filter((name) => imports.has(name) && !name.startsWith(folder))
        .filter((name) => !allowed.some((prefix) => name.startsWith(prefix)))
        .map((name) => `${file} → ${name}`),
    );
  expect(strays).toEqual([]);
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
  expect(users.filter((file) => !file.startsWith('src/discord/') && file !== 'src/bot.ts')).toEqual([]);
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
