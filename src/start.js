// `npm start`. Plain JavaScript, so that a Node that is too old for the rest says so in a line.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [, major, minor] = /(\d+)\.(\d+)/.exec(engines.node).map(Number);
const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);

if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) {
  await import('./main.ts');
} else {
  process.stderr.write(
    `This needs Node ${major}.${minor} or later, and ${process.execPath} is ${process.versions.node}. \`npm start\` brings its own.\n`,
  );
  process.exitCode = 1;
}
