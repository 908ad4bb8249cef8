/** Interprets a refusal beyond its status: whether it comes from Discord, and whether it really is one. */
import type { RESTOptions, ResponseLike } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { Headers, Response } from 'undici';

type MakeRequest = RESTOptions['makeRequest'];

/** How long to wait if a block does not say. */
const BLOCKED_SECONDS = 30;

const says = (text: string, code: number) => new RegExp(`"code":\\s*${code}\\b`).test(text);

/** A response's text, and a function that makes the response again, with some parts changed. */
async function read(response: ResponseLike) {
  const text = await response.text();
  const { status, headers } = response;
  const again = (changed: { readonly status?: number; readonly headers?: Headers } = {}): ResponseLike =>
    new Response(text, { status, headers, ...changed });
  return { text, again };
}

/** The response to a retried request: if Discord refuses it because the first attempt arrived, it counts as done. */
export async function unlessDone(response: ResponseLike, method: string): Promise<ResponseLike> {
  if (response.ok) return response;
  const { text, again } = await read(response);
  const { InteractionHasAlreadyBeenAcknowledged, UnknownMessage } = RESTJSONErrorCodes;
  const isDone =
    says(text, InteractionHasAlreadyBeenAcknowledged) || (method === 'DELETE' && says(text, UnknownMessage));
  return isDone ? new Response(null, { status: 204 }) : again();
}

/**
 * Whether a refusal comes from Cloudflare, which is in front of Discord, or from a proxy: a page, or no `retry-after`.
 */
function isBlock({ status, headers }: ResponseLike, text: string): boolean {
  const isPage = !headers.get('content-type')?.startsWith('application/json');
  if (status === 429) return isPage || !headers.has('retry-after');
  return status === 403 && (isPage || says(text, RESTJSONErrorCodes.CloudflareIsBlockingYourRequest));
}

/** Makes requests, turning a block into a global rate limit, which REST waits out. */
export function blocksAsRateLimits(send: MakeRequest, onBlock: (status: number, seconds: number) => void): MakeRequest {
  return async (url, init) => {
    const response = await send(url, init);
    if (response.status !== 403 && response.status !== 429) return response;
    const { text, again } = await read(response);
    if (!isBlock(response, text)) return again();
    const headers = new Headers(response.headers);
    const seconds = Number(headers.get('retry-after')) || BLOCKED_SECONDS;
    headers.set('retry-after', String(seconds));
    headers.set('x-ratelimit-global', 'true');
    onBlock(response.status, seconds);
    return again({ status: 429, headers });
  };
}
