/** What each person was last answered with in a channel, so that "and Putin?" can be read in its light. In memory alone. */

/** A fragment goes on from an answer of so long ago at most. */
const REMEMBERED_MS = 10 * 60 * 1000;
/** So many conversations at most; the oldest goes first. */
const MOST = 20_000;

/** What somebody was answered with: an entry's id, and the language. */
export interface Answered {
  readonly entry: string;
  readonly language: string;
}

export interface Conversations {
  /** What a person was last answered with in a channel, if that was lately. */
  readonly before: (user: string, channel: string, now: number) => Answered | undefined;
  readonly remember: (user: string, channel: string, answered: Answered, now: number) => void;
}

export function createConversations(): Conversations {
  // A Map keeps the order of insertion, so that the oldest come first.
  const latest = new Map<string, Answered & { readonly at: number }>();
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
      return latest.get(keyOf(user, channel));
    },
    remember: (user, channel, answered, now) => {
      const key = keyOf(user, channel);
      latest.delete(key);
      latest.set(key, { ...answered, at: now });
      forget(now);
    },
  };
}
