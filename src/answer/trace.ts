/**
 * What the buttons under an answer carry, so that they work after a restart and from any process: the entry, the
 * nearest ones, the key of the words it was asked in, and the asker's hash. Entries stand by a short code, as ids are
 * longer than a button has room for.
 */
import { createHash } from 'node:crypto';
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import type { Trace } from './insights.ts';

const CODE = 5;
const FORM = /^([\w-]{5})\.((?:[\w-]{5})*)\.([\w-]{16})?\.([\w-]{16})$/;

const codeOf = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, CODE);

export function encodeTrace({ entry, near, text, asker }: Trace): string {
  return [codeOf(entry), near.map(codeOf).join(''), text ?? '', asker].join('.');
}

/** The reverse; null for what is none, or speaks of an entry that is gone. Near entries that are gone are left out. */
export function decodeTrace(encoded: string, { entries }: Pick<Knowledge, 'entries'>): Trace | null {
  const [, code = '', near = '', text, asker = ''] = FORM.exec(encoded) ?? [];
  const byCode = new Map([...entries.values()].map((entry: Entry) => [codeOf(entry.id), entry.id]));
  const entry = byCode.get(code);
  if (entry === undefined) return null;
  const ids = (near.match(/.{5}/g) ?? []).flatMap((one) => byCode.get(one) ?? []);
  return { entry, near: ids, text: text ?? null, asker };
}
