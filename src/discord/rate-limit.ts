/** Answers a person gets in a window of time, so that one cannot drown a server. */
export const PER_USER = { answers: 10, windowMs: 10_000 } as const;

/**
 * Whether a person may have one more answer at a time in milliseconds: at most `answers` within any `windowMs` before
 * it. People who have been quiet for a window are forgotten.
 */
export function createRateLimit({ answers, windowMs }: { readonly answers: number; readonly windowMs: number }) {
  const times = new Map<string, readonly number[]>();
  let sweptAt = 0;
  const forget = (now: number) => {
    for (const [user, theirs] of times) if (now - (theirs.at(-1) ?? 0) >= windowMs) times.delete(user);
    sweptAt = now;
  };
  return (user: string, now: number): boolean => {
    if (now - sweptAt >= windowMs) forget(now);
    const recent = (times.get(user) ?? []).filter((time) => now - time < windowMs);
    if (recent.length >= answers) return false;
    times.set(user, [...recent, now]);
    return true;
  };
}
