import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

const SECRETS = ['token', 'DISCORD_TOKEN', 'DATABASE_URL', 'authorization'];

/**
 * The program's log: one JSON object a line on standard output. Fields that hold a secret are redacted wherever they
 * stand at the top or one level down, as in a request that failed: its address holds the interaction's token.
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

/** Warns of the first of what may happen many times, and is silent about the rest. */
export function warnOnce(log: Pick<Logger, 'warn'>): (message: string, err: unknown) => void {
  let warned = false;
  return (message, err) => {
    if (!warned) log.warn({ err }, message);
    warned = true;
  };
}
