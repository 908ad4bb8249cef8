/** `npm run bench:discord`: compares this bot with a bare one, each against a test Discord; `--quick`, `--soak MINUTES`. */
import { parseArgs } from 'node:util';
import { report } from './report.ts';
import { measureRounds } from './rounds.ts';
import { soak } from './soak.ts';

const ROUNDS = 5;
const QUICK_ROUNDS = 1;

/** Only on a terminal, as a line that the next one overwrites. */
function say(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${progress}`);
}

const write = (text: string) => process.stdout.write(`${text}\n`);

const { quick, soak: minutes } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, soak: { type: 'string' } },
}).values;

if (minutes !== undefined && !/^[1-9]\d{0,3}$/.test(minutes)) {
  process.stderr.write('--soak takes a number of minutes from 1: --soak 10\n');
  process.exitCode = 2;
} else if (minutes !== undefined) {
  await soak(Number(minutes), write);
} else {
  const measured = await measureRounds(quick ? QUICK_ROUNDS : ROUNDS, say);
  say('');
  write(report(measured));
}
