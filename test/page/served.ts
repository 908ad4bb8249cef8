/** The page over the repository's knowledge and commands, and two commands that show what those have no need of. */
import { commands } from '../../commands/index.ts';
import { type Context, defineCommand } from '../../src/answer/command.ts';
import { createHandler } from '../../src/answer/handler.ts';
import { readConfig } from '../../src/config/config.ts';
import { createLog } from '../../src/config/log.ts';
import { createDailyService } from '../../src/daily/service.ts';
import { createApp } from '../../src/http/app.ts';
import { listen } from '../../src/http/listen.ts';
import { openInsights } from '../../src/insights/open.ts';
import type { Write } from '../../src/knowledge/write.ts';
import { createPage } from '../../src/page/page.ts';
import type { Curating } from '../../src/page/queue.ts';
import { openStore } from '../../src/store/open.ts';
import { createServerLanguage } from '../../src/store/server-language.ts';
import { reply } from '../support/messages.ts';
import { realContext } from '../support/real.ts';

/** Answers only once it is let, and with a file. */
function slowCommand(allowed: Promise<void>) {
  return defineCommand({
    name: 'slow',
    description: 'command.help.description',
    options: {},
    run: async () => {
      await allowed;
      return reply({ text: 'Here it is at last.' });
    },
  });
}

const withFile = defineCommand({
  name: 'file',
  description: 'command.help.description',
  options: {},
  run: () =>
    reply({
      text: 'A file.',
      files: [{ name: 'facts.csv', description: 'Facts', type: 'text/csv', bytes: Buffer.from('id,text\n') }],
    }),
});

/** For pages on which nothing is decided. */
const unwritten: Write = async () => ({ kind: 'readOnly', file: 'knowledge' });

/**
 * The knowledge's table with three ways to ask each entry. A browser takes seconds to draw all of them, and they are what
 * it draws again and again; what is asked is found as ever.
 */
function withFewPhrasings<Of extends Context>(context: Of): Of {
  const { knowledge } = context;
  const entries = [...knowledge.entries].map(
    ([id, entry]) => [id, { ...entry, phrasings: entry.phrasings.slice(0, 3) }] as const,
  );
  return { ...context, knowledge: { ...knowledge, entries: new Map(entries) } };
}

/** Serves it on a free port of the loopback; `allowSlow` lets the slow command answer. */
export async function servePage(now = Date.now, curating: Curating = { queue: async () => [], write: unwritten }) {
  const allowed = Promise.withResolvers<void>();
  let context = withFewPhrasings(await realContext());
  const store = await openStore('sqlite::memory:', createLog('silent'));
  const settings = { ...readConfig({}), hashKey: 'a key for as long as the page is served' };
  const { records, settled, stop } = openInsights(settings, store, now, createLog('silent'));
  const daily = createDailyService(
    store,
    () => context.knowledge,
    async () => null,
  );
  const serverLanguage = createServerLanguage(store, () => context.knowledge, createLog('silent'));
  const handler = createHandler({
    commands: [...commands, slowCommand(allowed.promise), withFile],
    current: () => context,
    daily,
    serverLanguage,
    records,
    replied: () => {},
    mayAsk: () => true,
    mayComplete: () => true,
    log: createLog('silent'),
    now,
  });
  const malformed: unknown[] = [];
  const onError = (error: Error) => {
    throw error;
  };
  const app = createApp({ checks: {}, metrics: async () => ({ text: '', type: 'text/plain' }), onError });
  app.route(
    '/',
    await createPage({
      commands: [...commands, slowCommand(allowed.promise), withFile],
      handler,
      current: () => context,
      curating,
      onMalformed: (error) => malformed.push(error),
    }),
  );
  const { port, close } = await listen(app, '127.0.0.1', 0, { onRefused: () => undefined });
  /** Swaps an entry's answer, as a reload of a changed file does. */
  const rewrite = (id: string, answer: string) => {
    const entry = context.knowledge.entries.get(id);
    if (!entry) throw new Error(`no entry ${id}`);
    const entries = new Map(context.knowledge.entries).set(id, { ...entry, answer });
    context = { ...context, knowledge: { ...context.knowledge, entries } };
  };
  /** Marks the articles as drafts, with a text of which the first paragraph is this; gives what undoes it. */
  const draft = (first: string) => {
    const { curated } = context;
    const { knowledge } = curated;
    const articles = knowledge.articles.map((article) => ({ ...article, draft: true }));
    const text = { paragraphs: [first], changed: [], lines: [first] };
    const texts = new Map(articles.map(({ id }) => [id, text]));
    context = { ...context, curated: { ...curated, knowledge: { ...knowledge, articles }, texts } };
    return () => {
      context = { ...context, curated };
    };
  };
  return {
    app,
    rewrite,
    draft,
    entries: () => context.knowledge.entries.size,
    url: `http://127.0.0.1:${port}`,
    allowSlow: allowed.resolve,
    malformed,
    daily,
    serverLanguage,
    /** Resolves when all that was asked is written down. */
    written: settled,
    close: async () => {
      await close();
      await stop();
      await store.destroy();
    },
  };
}
