import type { HonoRequest } from 'hono';

/** The JSON of a request, or of the part `payload_json` where files come with it; null without a body. */
export async function readBody(request: HonoRequest): Promise<unknown> {
  if (request.header('content-type')?.startsWith('multipart/')) {
    const { payload_json: text } = await request.parseBody();
    return typeof text === 'string' ? JSON.parse(text) : null;
  }
  const text = await request.text();
  return text === '' ? null : JSON.parse(text);
}
