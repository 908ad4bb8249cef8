/** Discord's signature of an HTTP interaction: Ed25519 over the timestamp and the raw body. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Discord's clock and ours may differ by this much; an older request may be a replay. */
const MAX_AGE_MS = 5 * 60 * 1000;

export interface Signed {
  /** The header `X-Signature-Ed25519`. */
  readonly signature: string | undefined;
  /** The header `X-Signature-Timestamp`, in seconds since 1970. */
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/** The key of 64 hexadecimal digits that Discord shows for an application. */
export function publicKeyOf(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

type Headers = Omit<Signed, 'body'>;

/** Whether a request has a well-formed signature, made within five minutes of `now` (milliseconds). */
export function mayBeSigned(headers: Headers, now: number): headers is { signature: string; timestamp: string } {
  const { signature = '', timestamp = '' } = headers;
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(now - Number(timestamp) * 1000) <= MAX_AGE_MS;
}

/** Whether Discord signed this, within five minutes of `now` (milliseconds). */
export function isSigned({ body, ...headers }: Signed, key: KeyObject, now: number): boolean {
  if (!mayBeSigned(headers, now)) return false;
  const { signature, timestamp } = headers;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
