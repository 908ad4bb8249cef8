import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

const SECRETS = ['token', 'DISCORD_TOKEN', 'DATABASE_URL', 'authorization'];

/**
 * The program's log: one JSON object a line on standard output. Fields that may hold a secret are redacted at the top
 * level and one level down, as in a failed request, whose address contains the interaction's token.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: {
      paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`), '*.headers.authorization', '*.requestBody', '*.url'],
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const MINUTE = 60_000;

/**
 * Warns of events that others can cause many times: one line a minute for each message, with how often it occurred
 * since the last.
 */
export function warnEachMinute(log: Pick<Logger, 'warn'>, now: () => number): (message: string) => void {
  const since = new Map<string, { readonly at: number; times: number }>();
  return (message) => {
    const last = since.get(message);
    if (last) last.times += 1;
    if (last && now() - last.at < MINUTE) return;
    log.warn({ times: last?.times ?? 1 }, message);
    since.set(message, { at: now(), times: 0 });
  };
}

/** Warns only the first time of an event that may occur many times. */
export function warnOnce(log: Pick<Logger, 'warn'>): (message: string, err: unknown) => void {
  let warned = false;
  return (message, err) => {
    if (!warned) log.warn({ err }, message);
    warned = true;
  };
}
