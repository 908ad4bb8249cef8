/** Keyed hashes: who holds the database and not the key cannot tell which person or which text one stands for. */
import { hash } from 'node:crypto';
import { dayOf } from '../text/dates.ts';

/** 96 bits of a hash, in base64url. */
const LENGTH = 16;
/** What is old goes once a day, so some rows are there a little longer than they count. */
const LEEWAY_DAYS = 2;

/** A person under hashes that are others each month, so that months cannot be joined. */
export interface PersonKeys {
  /** The person's hash of this month. */
  readonly at: (user: string, now: number) => string;
  /** All hashes that the person had over so many days, this month's first. */
  readonly over: (user: string, days: number, now: number) => readonly string[];
}

export interface Keys {
  /** People as those who asked, and as those who voted: no hash of the one is one of the other. */
  readonly asker: PersonKeys;
  readonly voter: PersonKeys;
  /** A text's hash as a button carries it, the same in every month. */
  readonly text: (text: string) => string;
  /**
   * A text's hash as tables hold it, made of the one on a button: what everybody can see stands in no table. One that was
   * made under another secret leads to a hash that no text has; what is noted under it is shown nowhere, and expires.
   */
  readonly stored: (text: string) => string;
  /** The hash of an answer: of its entry and the hash of the words it was asked in. */
  readonly answer: (entry: string, text: string | null) => string;
  /** What a button carries so that whoever asked is known again, and stands in no table. */
  readonly mark: (user: string, day: string, entry: string, text: string | null) => string;
  /** By which a request that comes twice is known: what it came by, who asked, and what it came to. */
  readonly request: (origin: string, user: string, item: string) => string;
  /** Tells this secret from another. */
  readonly fingerprint: string;
}

/**
 * A keyed hash: SHA3-256 of a key of fixed length and the text after it, which for SHA-3 takes no HMAC
 * (https://keccak.team/keccak_strengths.html), and is made in one call, as every question needs several.
 */
const keyed = (key: string, text: string) => hash('sha3-256', key + text, 'base64url');

/** The months, `YYYY-MM`, of the last so many days, the latest first. */
function monthsBack(days: number, now: number): readonly string[] {
  // No month is skipped in steps of four weeks.
  const each = Array.from({ length: Math.ceil(days / 28) }, (_, step) => dayOf(now, 28 * step).slice(0, 7));
  return [...new Set([...each, dayOf(now, days).slice(0, 7)])];
}

/** The hashes under a secret. Each purpose and month has a key of its own, made from it. */
export function createKeys(secret: string): Keys {
  const root = hash('sha3-256', secret, 'base64url');
  // Each made once, as every question asks for this month's and those of the months that are kept.
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
