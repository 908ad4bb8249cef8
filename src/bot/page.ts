import type { Config } from '../config/config.ts';
import { isLoopback } from '../http/only-from-here.ts';

/** A bot that is not on Discord yet can be tried on a page. A bot with a public key is behind a proxy, open to all. */
export const showsPage = ({ token, publicKey, host }: Pick<Config, 'token' | 'publicKey' | 'host'>): boolean =>
  token === undefined && publicKey === undefined && isLoopback(host);
