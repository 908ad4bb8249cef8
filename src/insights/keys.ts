/** Keyed hashes: who holds the database and not the key cannot tell which person or which text one stands for. */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { dayOf } from './day.ts';

/** 96 bits of a hash, in base64url. */
const LENGTH = 16;

export interface Keys {
  /** A person's hash of this month. */
  readonly person: (user: string, now: number) => string;
  /** All hashes that a person had over so many days, this month's first. */
  readonly personOver: (user: string, days: number, now: number) => readonly string[];
  /** A text's hash, the same in every month. */
  readonly text: (text: string) => string;
}

const hash = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest();

const shortened = (bytes: Buffer) => bytes.toString('base64url').slice(0, LENGTH);

/** The months, `YYYY-MM`, of the last so many days, the latest first. */
function monthsBack(days: number, now: number): readonly string[] {
  // No month is skipped in steps of four weeks.
  const each = Array.from({ length: Math.ceil(days / 28) }, (_, step) => dayOf(now, 28 * step).slice(0, 7));
  return [...new Set([...each, dayOf(now, days).slice(0, 7)])];
}

/** The hashes under a secret. Each month has a key of its own, made from it, so that months cannot be joined. */
export function createKeys(secret: string): Keys {
  const root = createSecretKey(secret, 'utf8');
  // Each made once, as every question asks for this month's and those of the months that are kept.
  const months = new Map<string, KeyObject>();
  const keyOf = (month: string) => {
    const key = months.get(month) ?? createSecretKey(hash(root, `month ${month}`));
    months.set(month, key);
    return key;
  };
  const ofMonth = (user: string, month: string) => shortened(hash(keyOf(month), user));
  const texts = createSecretKey(hash(root, 'texts'));
  return {
    person: (user, now) => ofMonth(user, dayOf(now).slice(0, 7)),
    personOver: (user, days, now) => monthsBack(days, now).map((month) => ofMonth(user, month)),
    text: (text) => shortened(hash(texts, text)),
  };
}
