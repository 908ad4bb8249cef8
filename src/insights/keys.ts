/** Keyed hashes: who holds the database and not the key cannot tell which person or which text one stands for. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { dayOf } from './day.ts';

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
  /** A text's hash, the same in every month. */
  readonly text: (text: string) => string;
  /** A text's hash as a button carries it, so that what everybody can see is in no table; and back, null where it is none. */
  readonly seal: (text: string) => string;
  readonly unseal: (sealed: string) => string | null;
  /** The hash of an answer: of its entry and the key of the words it was asked in. */
  readonly answer: (entry: string, text: string | null) => string;
  /** What a button carries so that whoever asked is known again, and stands in no table. */
  readonly mark: (user: string, day: string, entry: string, text: string | null) => string;
  /** Tells this secret from another. */
  readonly fingerprint: string;
}

const hash = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest();

const shortened = (bytes: Buffer) => bytes.toString('base64url').slice(0, LENGTH);

// One block, which the 12 bytes of a hash and 4 of zeros fill, so that no mode and no padding are needed.
const CIPHER = 'aes-256-ecb';
const CHECK = Buffer.alloc(4);

function sealed(key: KeyObject, text: string): string {
  const cipher = createCipheriv(CIPHER, key, null).setAutoPadding(false);
  const block = Buffer.concat([Buffer.from(text, 'base64url'), CHECK]);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
}

function unsealed(key: KeyObject, text: string): string | null {
  const block = Buffer.from(text, 'base64url');
  if (block.length !== 16) return null;
  const decipher = createDecipheriv(CIPHER, key, null).setAutoPadding(false);
  const open = Buffer.concat([decipher.update(block), decipher.final()]);
  return open.subarray(12).equals(CHECK) ? open.subarray(0, 12).toString('base64url') : null;
}

/** The months, `YYYY-MM`, of the last so many days, the latest first. */
function monthsBack(days: number, now: number): readonly string[] {
  // No month is skipped in steps of four weeks.
  const each = Array.from({ length: Math.ceil(days / 28) }, (_, step) => dayOf(now, 28 * step).slice(0, 7));
  return [...new Set([...each, dayOf(now, days).slice(0, 7)])];
}

/** The hashes under a secret. Each purpose and month has a key of its own, made from it. */
export function createKeys(secret: string): Keys {
  const root = createSecretKey(secret, 'utf8');
  // Each made once, as every question asks for this month's and those of the months that are kept.
  const made = new Map<string, KeyObject>();
  const keyFor = (purpose: string) => {
    const key = made.get(purpose) ?? createSecretKey(hash(root, purpose));
    made.set(purpose, key);
    return key;
  };
  const under = (purpose: string, ...parts: readonly string[]) => shortened(hash(keyFor(purpose), parts.join(' ')));
  const person = (as: string): PersonKeys => ({
    at: (user, now) => under(`${as} ${dayOf(now).slice(0, 7)}`, user),
    over: (user, days, now) => monthsBack(days + LEEWAY_DAYS, now).map((month) => under(`${as} ${month}`, user)),
  });
  return {
    asker: person('asker'),
    voter: person('voter'),
    text: (text) => under('text', text),
    seal: (text) => sealed(keyFor('seal'), text),
    unseal: (text) => unsealed(keyFor('seal'), text),
    answer: (entry, text) => under('answer', entry, text ?? ''),
    mark: (user, day, entry, text) => under('mark', user, day, entry, text ?? ''),
    fingerprint: under('fingerprint'),
  };
}
