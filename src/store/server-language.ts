/** The languages of servers: the one that a manager chose, and the server's locale on Discord as last seen. */
import type { Logger } from '../config/log.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { languagesOf } from '../knowledge/languages.ts';
import { BASE_LANGUAGE, languageOfLocale } from '../messages/messages.ts';
import { askSoon, type Store } from './open.ts';

/** A server, and its locale on Discord if known. */
interface Server {
  readonly id: string;
  readonly locale?: string | undefined;
}

/**
 * The language of a server: the one that a manager chose, else its locale on Discord, as given or as last seen; English
 * if the bot does not speak it.
 */
export async function languageOfServer(
  store: Store,
  { id, locale }: Server,
  knowledge: Pick<Knowledge, 'translations'>,
  signal?: AbortSignal,
): Promise<string> {
  const row = await store
    .selectFrom('server_language')
    .select(['chosen', 'locale'])
    .where('guild_id', '=', id)
    .executeTakeFirst(signal && { signal });
  return languageOfLocale(row?.chosen ?? locale ?? row?.locale ?? BASE_LANGUAGE, languagesOf(knowledge));
}

/** Saves what is known of a server's language; what is not given stays. */
async function saveServerLanguage(
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

/** The languages of the servers in a store; `knowledge` says which languages there are. */
export function createServerLanguage(store: Store, knowledge: () => Pick<Knowledge, 'translations'>, log: Logger) {
  return {
    of: (server: Server) => languageOfServer(store, server, knowledge()),
    soon: (server: Server) => askSoon((signal) => languageOfServer(store, server, knowledge(), signal), log),
    choose: (server: Server, language: string | null | undefined) => saveServerLanguage(store, server, language),
  };
}
