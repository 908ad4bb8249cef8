/** Makes the greetings while the program runs. */
import { setTimeout as wait } from 'node:timers/promises';
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
  const { signal } = abort;
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (err) {
      log.error({ err }, 'the greetings cannot be looked up; trying again');
    }
  };
  const look = async () => {
    while (!signal.aborted) {
      await attempt(() => greetAll(context));
      try {
        await wait(LOOK_EVERY_MS, undefined, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  };
  const looking = look();
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
