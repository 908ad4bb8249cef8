/**
 * What the buttons under an answer carry, so that they work after a restart and in any process: the entry, the nearest
 * ones, the hash of the words it was asked in, the day, and the asker's mark. Entries have short codes, because ids are
 * too long for a button.
 */
import { hash } from 'node:crypto';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { DAY_MS } from '../text/dates.ts';
import type { Trace } from './insights.ts';

const CODE = 5;
const FORM = /^([\w-]{5})\.((?:[\w-]{5})*)\.([\w-]{16})?\.([0-9a-z]{1,5})\.([\w-]{16})$/;

/** Cached, because every answer carries several. */
const codes = new Map<string, string>();

function codeOf(id: string): string {
  const code = codes.get(id) ?? hash('sha256', id, 'base64url').slice(0, CODE);
  codes.set(id, code);
  return code;
}

export function encodeTrace({ entry, near, text, day, mark }: Trace): string {
  const dayNumber = (Date.parse(day) / DAY_MS).toString(36);
  return [codeOf(entry), near.map(codeOf).join(''), text ?? '', dayNumber, mark].join('.');
}

/**
 * The inverse; null if it is not valid or its entry no longer exists. Near entries that no longer exist are left out.
 */
export function decodeTrace(encoded: string, { entries }: Pick<Knowledge, 'entries'>): Trace | null {
  const [, code = '', near = '', text, dayNumber = '', mark = ''] = FORM.exec(encoded) ?? [];
  const byCode = new Map([...entries.keys()].map((id) => [codeOf(id), id]));
  const entry = byCode.get(code);
  if (entry === undefined) return null;
  const ids = (near.match(/.{5}/g) ?? []).flatMap((one) => byCode.get(one) ?? []);
  const day = new Date(Number.parseInt(dayNumber, 36) * DAY_MS).toISOString().slice(0, 10);
  return { entry, near: ids, text: text ?? null, day, mark };
}
