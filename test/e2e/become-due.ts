import { DatabaseSync } from 'node:sqlite';

/** Makes every daily post in an SQLite file due now, as if its hour had come. */
export function becomeDue(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.prepare('update daily_setting set next_at = ?').run(Date.now());
  database.close();
}
