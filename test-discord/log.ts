import type { Json } from './json.ts';
import type { SchemaViolation } from './schema/check.ts';

/** One call of the bot to the API. */
export interface ApiRequest {
  method: string;
  /** Without the API's prefix: `/channels/1/messages`. */
  path: string;
  query: Record<string, string>;
  /** Parsed from JSON; null if there was none. */
  body: unknown;
  /** Milliseconds since 1970. */
  at: number;
  /** The status of the response; null before it, and if the connection broke. */
  status: number | null;
}

/** What the test Discord noticed, for tests to assert on. */
export interface Log {
  requests: ApiRequest[];
  /** Calls to routes that do not exist here. */
  unknownRoutes: string[];
  /** Error responses as Discord would give: the route and the error's body. */
  rejections: { route: string; status: number; error: Json }[];
  /**
   * Routes of first responses that came a second time unchanged, as after a response that took too long. Discord refuses
   * the second (40060), and no fault is shown: the first took effect.
   */
  repeats: string[];
  /** Messages without `allowed_mentions`, whose default is to ping. */
  messagesWithoutAllowedMentions: { route: string; body: Json }[];
  /** Bodies that violate Discord's description of its API. */
  schemaViolations: SchemaViolation[];
}

/** An empty log. */
export function emptyLog(): Log {
  return {
    requests: [],
    unknownRoutes: [],
    rejections: [],
    repeats: [],
    messagesWithoutAllowedMentions: [],
    schemaViolations: [],
  };
}

/** The latest calls in one line, for the message of a failed wait. */
export function describeLog({ requests, rejections }: Log): string {
  const calls = requests.slice(-5).map(({ method, path, status }) => `${method} ${path} ${status ?? 'unanswered'}`);
  const refused = rejections.slice(-2).map(({ route, error }) => `${route}: ${JSON.stringify(error)}`);
  return `Latest calls: ${calls.join('; ') || 'none'}. Latest refusals: ${refused.join('; ') || 'none'}.`;
}
