/** Distinguishes a token that Discord refuses from a request that it refuses by mistake. */
import type { RESTOptions } from '@discordjs/rest';
import { APIVersion, Routes } from 'discord-api-types/v10';
import { Headers } from 'undici';

type MakeRequest = RESTOptions['makeRequest'];

/**
 * Makes requests, hiding a 401 from REST unless the token itself is refused, because REST stops using a token after
 * one. On a 401 it asks Discord whose token it is. If that is refused too, it calls `onInvalidToken`; else it repeats
 * the request once.
 */
export function guardingToken(send: MakeRequest, apiUrl: string, onInvalidToken: () => void): MakeRequest {
  return async (url, init) => {
    const response = await send(url, init);
    if (response.status !== 401) return response;
    const authorization = new Headers(init.headers).get('authorization');
    if (authorization === null) return response;
    const whose = `${apiUrl}/v${APIVersion}${Routes.user()}`;
    const { ok, status } = await send(whose, {
      method: 'GET',
      headers: { authorization },
      signal: init.signal ?? null,
    });
    if (status === 401) {
      onInvalidToken();
      return response;
    }
    const again = ok ? await send(url, init) : response;
    if (again.status !== 401) return again;
    throw new Error('Discord refused a request (401), and not its token');
  };
}
