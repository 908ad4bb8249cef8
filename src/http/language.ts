/** The language of a page. */
import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { BASE_LANGUAGE, languagesSpoken, type Messages, messagesIn } from '../messages/messages.ts';

/** The language named in the query, else the first of the browser's preferred languages that the bot speaks. */
export function messagesFor(c: Context): Messages {
  const preferred = parseAccept(c.req.header('accept-language') ?? '').map(({ type }) => type.split('-')[0] ?? '');
  const wanted = [c.req.query('language') ?? '', ...preferred];
  return messagesIn(wanted.find((language) => languagesSpoken().includes(language)) ?? BASE_LANGUAGE);
}
