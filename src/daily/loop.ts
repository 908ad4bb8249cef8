/** The daily posts while the program runs. */
import { dueSettings } from './ledger.ts';
import { deliver, type Parts } from './post.ts';

/** Makes what is due and may go out now; gives how many that were. A post that fails is logged and holds up no other. */
export async function tick(parts: Parts): Promise<number> {
  const { store, now, log } = parts;
  const due = await dueSettings(store, now());
  await Promise.all(
    due.map(async (setting) => {
      try {
        await deliver(setting, parts);
      } catch (err) {
        log.error({ err, guild: setting.guild_id, date: setting.next_date }, 'a daily post failed');
      }
    }),
  );
  return due.length;
}
