/** Keyed hashes: without the key, nobody can tell from the database which person or text a hash stands for. */
import { hash } from 'node:crypto';
import { dayOf } from '../text/dates.ts';

/** 96 bits of a hash, in base64url. */
const LENGTH = 16;
/** Expired rows are deleted once a day, so some exist a little longer. */
const LEEWAY_DAYS = 2;

/** Hashes of a person that rotate monthly, so that months cannot be linked. */
export interface PersonKeys {
  /** The person's hash of this month. */
  readonly at: (user: string, now: number) => string;
  /** All hashes that the person had over the last `days` days, this month's first. */
  readonly over: (user: string, days: number, now: number) => readonly string[];
}

export interface Keys {
  /** People as askers and as voters: the two never share a hash. */
  readonly asker: PersonKeys;
  readonly voter: PersonKeys;
  /** A text's hash for a button, the same in every month. */
  readonly text: (text: string) => string;
  /**
   * A text's hash for tables, derived from the one on a button: a hash that everybody can see is in no table. A button
   * made with another secret leads to a hash that no text has; records under it are shown nowhere, and expire.
   */
  readonly stored: (text: string) => string;
  /** The hash of an answer: of its entry and the hash of the words it was asked in. */
  readonly answer: (entry: string, text: string | null) => string;
  /** The mark on a button by which the asker is recognised; it is in no table. */
  readonly mark: (user: string, day: string, entry: string, text: string | null) => string;
  /** Identifies a repeated request: by its origin, who asked, and its result. */
  readonly request: (origin: string, user: string, item: string) => string;
  /** Identifies the secret. */
  readonly fingerprint: string;
}

/**
 * A keyed hash: SHA3-256 of a key of fixed length followed by the text. SHA-3 needs no HMAC for this
 * (https://keccak.team/keccak_strengths.html). It takes one call, because every question needs several.
 */
const keyed = (key: string, text: string) => hash('sha3-256', key + text, 'base64url');

/** The months, `YYYY-MM`, of the last `days` days, latest first. */
function monthsBack(days: number, now: number): readonly string[] {
  // Steps of four weeks skip no month.
  const each = Array.from({ length: Math.ceil(days / 28) }, (_, step) => dayOf(now, 28 * step).slice(0, 7));
  return [...new Set([...each, dayOf(now, days).slice(0, 7)])];
}

/** The hashes under a secret. Each purpose and month has its own key, derived from it. */
export function createKeys(secret: string): Keys {
  const root = hash('sha3-256', secret, 'base64url');
  // Cached, because every question needs this month's key and those of the months before.
  const made = new Map<string, string>();
  const keyFor = (purpose: string) => {
    const key = made.get(purpose) ?? keyed(root, purpose);
    made.set(purpose, key);
    return key;
  };
  const under = (purpose: string, ...parts: readonly string[]) =>
    keyed(keyFor(purpose), parts.join(' ')).slice(0, LENGTH);
  const person = (as: string): PersonKeys => ({
    at: (user, now) => under(`${as} ${dayOf(now).slice(0, 7)}`, user),
    over: (user, days, now) => monthsBack(days + LEEWAY_DAYS, now).map((month) => under(`${as} ${month}`, user)),
  });
  return {
    asker: person('asker'),
    voter: person('voter'),
    text: (text) => under('text', text),
    stored: (text) => under('kept', text),
    answer: (entry, text) => under('answer', entry, text ?? ''),
    mark: (user, day, entry, text) => under('mark', user, day, entry, text ?? ''),
    request: (origin, user, item) => under('request', origin, user, item),
    fingerprint: under('fingerprint'),
  };
}
