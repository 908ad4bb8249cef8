export interface Limit {
  readonly times: number;
  readonly windowMs: number;
}

/** What a person may get in a window of time, so that nobody can flood a server. */
export const PER_USER = {
  answers: { times: 10, windowMs: 10_000 },
  /**
   * Lists of choices while typing: Discord asks for one after each pause, and a fast typist makes two pauses a second.
   */
  choices: { times: 25, windowMs: 10_000 },
} as const satisfies Record<string, Limit>;

/**
 * Whether a person may get one more now: at most `times` within any `windowMs`. People who have been quiet for a window
 * are forgotten.
 * @param elapsed milliseconds by a monotonic clock: setting a wall clock back would block people for as long.
 */
export function createRateLimit({ times: most, windowMs }: Limit, elapsed: () => number) {
  const times = new Map<string, readonly number[]>();
  let sweptAt = 0;
  const forget = (now: number) => {
    for (const [user, theirs] of times) if (now - (theirs.at(-1) ?? 0) >= windowMs) times.delete(user);
    sweptAt = now;
  };
  return (user: string): boolean => {
    const now = elapsed();
    if (now - sweptAt >= windowMs) forget(now);
    const recent = (times.get(user) ?? []).filter((time) => now - time < windowMs);
    if (recent.length >= most) return false;
    times.set(user, [...recent, now]);
    return true;
  };
}
