/** `npm run backup -- FILE`. */
import { join } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { readConfig } from '../config.ts';
import { Fatal } from '../fatal.ts';
import { backUp } from './backup.ts';

const env = join(import.meta.dirname, '../../.env');

try {
  const [to, ...more] = process.argv.slice(2);
  if (to === undefined || more.length > 0) throw new Fatal('Usage: npm run backup -- FILE');
  const { parsed } = readDotenv({ path: env, quiet: true, processEnv: {} });
  await backUp(readConfig({ ...parsed, ...process.env }).databaseUrl, to);
} catch (error) {
  if (!(error instanceof Fatal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
