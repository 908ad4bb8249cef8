/** What each person was last answered with in a channel, so that "and Putin?" can be read in its light. In memory alone. */

/** A fragment goes on from an answer of so long ago at most. */
const REMEMBERED_MS = 10 * 60 * 1000;
/** So many conversations at most; the oldest goes first. */
const MOST = 20_000;

export interface Conversations {
  /** The entry that a person was last answered with in a channel, if that was lately. */
  readonly before: (user: string, channel: string, now: number) => string | undefined;
  readonly remember: (user: string, channel: string, entry: string, now: number) => void;
}

export function createConversations(): Conversations {
  // A Map keeps the order of insertion, so that the oldest come first.
  const latest = new Map<string, { readonly entry: string; readonly at: number }>();
  const keyOf = (user: string, channel: string) => `${user} ${channel}`;
  const forget = (now: number) => {
    for (const [key, { at }] of latest) {
      if (now - at < REMEMBERED_MS && latest.size <= MOST) return;
      latest.delete(key);
    }
  };
  return {
    before: (user, channel, now) => {
      forget(now);
      return latest.get(keyOf(user, channel))?.entry;
    },
    remember: (user, channel, entry, now) => {
      const key = keyOf(user, channel);
      latest.delete(key);
      latest.set(key, { entry, at: now });
      forget(now);
    },
  };
}
