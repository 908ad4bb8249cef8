// `npm start`. Plain JavaScript, so that a Node that is too old for the rest says so in a line, and so that nothing is
// compiled before the cache is there: taking the types off and compiling is most of a start.
import { readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [, major, minor] = /(\d+)\.(\d+)/.exec(engines.node).map(Number);
const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);

if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) {
  nodeModule.enableCompileCache(fileURLToPath(new URL('../data/compiled', import.meta.url)));
  await import('./main.ts');
} else {
  process.stderr.write(
    `This needs Node ${major}.${minor} or later, and ${process.execPath} is ${process.versions.node}. \`npm start\` brings its own.\n`,
  );
  process.exitCode = 1;
}
