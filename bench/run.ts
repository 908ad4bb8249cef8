import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Job } from './job.ts';
import type { Measured } from './measure.ts';

const CHILD = join(import.meta.dirname, 'child.ts');

/**
 * Does a job in a process of its own, so that no engine pays for another's memory. Gives null if it is not done
 * after `limit` milliseconds, and throws if the process fails.
 */
export function run(job: Job, limit: number): Promise<Measured | null> {
  return new Promise((resolve, reject) => {
    // Some engines write to the console as they learn.
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
      // After a message, these change nothing.
      if (overdue) resolve(null);
      else reject(new Error(`Measuring ${job.engine} ended with code ${code}: ${faults.trim()}`));
    });
    child.send(job);
  });
}
