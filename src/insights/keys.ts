/** Keyed hashes: who holds the database and not the key cannot tell which person or which text one stands for. */
import { createHmac } from 'node:crypto';
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

const hash = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

const shortened = (bytes: Buffer) => bytes.toString('base64url').slice(0, LENGTH);

/** The months, `YYYY-MM`, of the last so many days, the latest first. */
function monthsBack(days: number, now: number): readonly string[] {
  const each = Array.from({ length: days + 1 }, (_, back) => dayOf(now, back).slice(0, 7));
  return [...new Set(each)];
}

/** The hashes under a secret. Each month has a key of its own, made from it, so that months cannot be joined. */
export function createKeys(secret: string): Keys {
  const ofMonth = (user: string, month: string) => shortened(hash(hash(secret, `month ${month}`), user));
  const texts = hash(secret, 'texts');
  return {
    person: (user, now) => ofMonth(user, dayOf(now).slice(0, 7)),
    personOver: (user, days, now) => monthsBack(days, now).map((month) => ofMonth(user, month)),
    text: (text) => shortened(hash(texts, text)),
  };
}
