import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Job } from './job.ts';
import type { Measured } from './measure.ts';

const CHILD = join(import.meta.dirname, 'child.ts');

/**
 * Runs a job in its own process, so that no engine's memory counts for another. Resolves to null if it takes over `limit`
 * milliseconds, and rejects if the process fails.
 */
export function run(job: Job, limit: number): Promise<Measured | null> {
  return new Promise((resolve, reject) => {
    // Some engines write to the console while they are fitted.
    const child = fork(CHILD, { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let faults = '';
    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      child.kill('SIGKILL');
    }, limit);
    child.stderr?.on('data', (chunk) => {
      faults += chunk;
    });
    child.once('message', (measured) => resolve(measured as Measured));
    child.once('exit', (code) => {
      clearTimeout(timer);
      // No effect if a message came first.
      if (overdue) resolve(null);
      else reject(new Error(`Measuring ${job.engine} ended with code ${code}: ${faults.trim()}`));
    });
    child.send(job);
  });
}
