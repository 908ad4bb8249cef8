import type { Json } from '../json.ts';

/** A call as a route sees it. */
export interface Call {
  params: Record<string, string>;
  query: Record<string, string>;
  body: Json;
}

/** What a route answers: 204 without a body. */
export interface Answer {
  status: 200 | 201 | 204;
  body?: unknown;
}

/** One route of the API. `handle` throws a DiscordError to refuse. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** In hono's syntax, without the API's prefix. */
  path: string;
  /** Whether no bot token is needed, because an interaction's token authorises the call. */
  isOpen?: boolean;
  handle(call: Call & { list: unknown[] }): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

/** A parameter in the route's path. */
export function param({ params }: Call, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}: name it in its path.`);
  return value;
}
