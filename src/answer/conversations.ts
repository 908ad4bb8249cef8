/**
 * The last answer that each person got in a channel, so that "and Putin?" can be read as a follow-up. Only in memory.
 */

/** How long an answer can be followed up. */
const REMEMBERED_MS = 10 * 60 * 1000;
/** The most conversations to remember; the oldest is dropped first. */
const MOST = 20_000;

/** An answer that somebody got: the entry's id, and the language. */
export interface Answered {
  readonly entry: string;
  readonly language: string;
}

export interface Conversations {
  /** The last answer that a person got in a channel, if it was recent. */
  readonly before: (user: string, channel: string, now: number) => Answered | undefined;
  readonly remember: (user: string, channel: string, answered: Answered, now: number) => void;
}

export function createConversations(): Conversations {
  // A Map keeps insertion order, so the oldest come first.
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
