import { generateKeyPairSync, sign } from 'node:crypto';

/** Signs requests to an interactions endpoint. */
export interface Signer {
  /** The application's public key as Discord shows it: 32 bytes in hexadecimal. */
  publicKey: string;
  /** The headers for a body sent at a time (milliseconds since 1970). */
  headers(body: string, at: number): Record<string, string>;
}

/** Raw Ed25519 keys are the last 32 bytes of their SPKI form (RFC 8410). */
const RAW_KEY_BYTES = 32;

/** A new Ed25519 key. https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers */
export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-RAW_KEY_BYTES).toString('hex'),
    headers(body, at) {
      const timestamp = String(Math.floor(at / 1000));
      return {
        'Content-Type': 'application/json',
        'User-Agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'X-Signature-Ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
        'X-Signature-Timestamp': timestamp,
      };
    },
  };
}
