/** `npm run backup -- FILE`. */
import { readConfig } from '../config/config.ts';
import { readEnvironment } from '../config/environment.ts';
import { Fatal } from '../config/fatal.ts';
import { backUp } from './backup.ts';

try {
  const [to, ...more] = process.argv.slice(2);
  if (to === undefined || more.length > 0) throw new Fatal('Usage: npm run backup -- FILE');
  const { file, bytes } = backUp(readConfig(readEnvironment()).databaseUrl, to);
  process.stdout.write(`Wrote ${file}: ${bytes.toLocaleString('en-GB')} bytes.\n`);
} catch (error) {
  if (!(error instanceof Fatal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
