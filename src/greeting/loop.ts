/** Makes the greetings while the program runs. */
import { repeat } from '../posting/retry.ts';
import { type GreetingContext, greetAll } from './greet.ts';
import { forgetOldGreetings, type Invitation, noteInvitation } from './ledger.ts';

const LOOK_EVERY_MS = 10_000;

export interface Greetings {
  /** Records an invitation and greets at once if it is new; an old one costs nothing. Never rejects. */
  readonly invited: (invitation: Invitation) => Promise<void>;
  /** Takes no more greetings, and resolves when those under way are done. */
  readonly stop: () => Promise<void>;
}

/** Starts to make greetings that are due, including those that another process has left unfinished. */
export function openGreetings(context: GreetingContext): Greetings {
  const { store, now, log } = context;
  const abort = new AbortController();
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (err) {
      log.error({ err }, 'the greetings cannot be looked up; trying again');
    }
  };
  const look = async () => {
    await attempt(() => greetAll(context));
    return LOOK_EVERY_MS;
  };
  const looking = repeat(look, abort.signal);
  return {
    invited: (invitation) =>
      attempt(async () => {
        if (!(await noteInvitation(store, invitation, now()))) return;
        await greetAll(context);
        await forgetOldGreetings(store, now());
      }),
    stop: () => {
      abort.abort();
      return looking;
    },
  };
}
