import type { Json } from './json.ts';
import type { SchemaViolation } from './schema/check.ts';

/** One call of the bot's to the API. */
export interface ApiRequest {
  method: string;
  /** Beneath the API's version: `/channels/1/messages`. */
  path: string;
  query: Record<string, string>;
  /** Parsed from JSON; null where there was none. */
  body: unknown;
  /** Milliseconds since 1970. */
  at: number;
  /** What was answered; null until then, and where the connection broke. */
  status: number | null;
}

/** What the test Discord noticed, for tests to assert on. */
export interface Log {
  requests: ApiRequest[];
  /** Calls to routes that it does not have. */
  unknownRoutes: string[];
  /** What was refused as Discord refuses it: the route and the error's body. */
  rejections: { route: string; status: number; error: Json }[];
  /** Messages that left `allowed_mentions` to Discord's default, which pings. */
  messagesWithoutAllowedMentions: { route: string; body: Json }[];
  /** Bodies that are not as Discord's description of its API says. */
  schemaViolations: SchemaViolation[];
}

/** A log with nothing in it. */
export function emptyLog(): Log {
  return { requests: [], unknownRoutes: [], rejections: [], messagesWithoutAllowedMentions: [], schemaViolations: [] };
}

/** The latest calls in a line, for the message of a wait that failed. */
export function describeLog({ requests, rejections }: Log): string {
  const calls = requests.slice(-5).map(({ method, path, status }) => `${method} ${path} ${status ?? 'unanswered'}`);
  const refused = rejections.slice(-2).map(({ route, error }) => `${route}: ${JSON.stringify(error)}`);
  return `Latest calls: ${calls.join('; ') || 'none'}. Latest refusals: ${refused.join('; ') || 'none'}.`;
}
