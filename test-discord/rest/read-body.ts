import type { HonoRequest } from 'hono';
import { asList, asObject } from '../json.ts';

/** The JSON of a request, or of the part `payload_json` if there are files; null without a body. */
export async function readBody(request: HonoRequest): Promise<unknown> {
  if (request.header('content-type')?.startsWith('multipart/')) {
    const { payload_json: text, ...files } = await request.parseBody();
    const body = typeof text === 'string' ? JSON.parse(text) : null;
    const { attachments } = asObject(asObject(body).data ?? body);
    const missing = asList(attachments).find((attachment) => !(`files[${asObject(attachment).id}]` in files));
    if (missing !== undefined) throw new Error(`There is no file for the attachment ${JSON.stringify(missing)}.`);
    return body;
  }
  const text = await request.text();
  return text === '' ? null : JSON.parse(text);
}
