/** The language of a server. */
import type { Server } from '../answer/daily.ts';
import { spokenFor } from '../answer/language-of.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import type { Store } from '../store/open.ts';

/** The languages of posts, English first. */
export function languagesOf({ translations }: Pick<Knowledge, 'translations'>): readonly string[] {
  return [BASE_LANGUAGE, ...translations.keys()];
}

/**
 * The language of a server: the one that a manager chose, else its locale on Discord, as given or as last seen; English
 * if the bot does not speak it.
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

/** Saves what is known of a server's language; what is not given stays. */
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
