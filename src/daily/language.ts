/** The language that a server is spoken to in. */
import type { Server } from '../answer/daily.ts';
import { spokenFor } from '../answer/language-of.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import type { Store } from '../store/open.ts';

/** The languages that a post can be made in, English first. */
export function languagesOf({ translations }: Pick<Knowledge, 'translations'>): readonly string[] {
  return [BASE_LANGUAGE, ...translations.keys()];
}

/**
 * The language of a server: the one that a manager chose, else Discord's locale of it, as given or as last heard of;
 * English if it is not spoken.
 */
export async function languageOfServer(
  store: Store,
  guild: string,
  knowledge: Pick<Knowledge, 'translations'>,
  locale?: string,
  signal?: AbortSignal,
): Promise<string> {
  const row = await store
    .selectFrom('server_language')
    .select(['chosen', 'locale'])
    .where('guild_id', '=', guild)
    .executeTakeFirst(signal && { signal });
  const wanted = row?.chosen ?? locale ?? row?.locale ?? BASE_LANGUAGE;
  return spokenFor(wanted, { languages: { spoken: languagesOf(knowledge) } });
}

/** Remembers what is known of a server's language; what is not given stays. */
export async function saveServerLanguage(
  store: Store,
  { id: guild_id, locale }: Server,
  chosen?: string | null,
): Promise<void> {
  const values = { ...(locale !== undefined && { locale }), ...(chosen !== undefined && { chosen }) };
  if (Object.keys(values).length === 0) return;
  await store
    .insertInto('server_language')
    .values({ guild_id, ...values })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(values))
    .execute();
}
