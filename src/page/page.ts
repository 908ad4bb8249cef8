/** The local page: a channel to try the bot in, without a token. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { commandsFor } from '../answer/articles.ts';
import type { Command } from '../answer/command.ts';
import type { Handler } from '../answer/handler.ts';
import { readMention } from '../discord/mention.ts';
import { registrationsOf } from '../discord/register/registration.ts';
import { render, renderEdit } from '../discord/render.ts';
import { respond } from '../discord/respond.ts';
import { greetingWithQuestions } from '../greeting/content.ts';
import { messagesFor } from '../http/language.ts';
import { onlyFromHere } from '../http/only-from-here.ts';
import { catalogues, messagesIn } from '../messages/messages.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { bundleAssets } from './assets.ts';
import { tableOf, tryQuestion } from './curator.ts';
import { createDoor } from './door.ts';
import { frame } from './frame.ts';
import { identity } from './identity.ts';
import { type Curating, queueRoutes } from './queue.ts';
import { workOf } from './work.ts';

const MAX_BODY = 1024 * 1024;

export interface Page {
  readonly commands: readonly Command[];
  readonly handler: Handler;
  /** The knowledge as it is now. */
  readonly current: () => Pick<Snapshot, 'knowledge' | 'search' | 'languages' | 'curated'>;
  readonly curating: Curating;
  /** Called for a request that is not an interaction. */
  readonly onMalformed: (error: unknown) => void;
}

/** The components set an inline style for a name's colour even if it has none: this one or an empty one. */
const NO_COLOUR = ['color:;', ''].map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);

/** Nothing from other origins, no inline scripts or styles, no framing, no form targets. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    styleSrcAttr: ["'unsafe-hashes'", ...NO_COLOUR],
    imgSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  // There is no certificate on the loopback address.
  strictTransportSecurity: false,
});

/**
 * `GET /` and what it loads, in the language that the query names or the browser prefers; `POST /page/interactions` and
 * `/page/messages` accept and return Discord's JSON.
 */
export async function createPage({ commands, handler, current, curating, onMalformed }: Page): Promise<Hono> {
  const assets = await bundleAssets();
  const door = createDoor({ now: handler.now, respond: (incoming) => respond(incoming, handler), onMalformed });
  const page = new Hono();
  const onError = () => new Response('the body is over 1 MiB', { status: 413 });
  page.use(onlyFromHere, headers, bodyLimit({ maxSize: MAX_BODY, onError }));
  for (const [path, { type, bytes }] of assets) {
    page.get(path, etag(), (c) => c.body(bytes, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }
  page.get('/', etag(), (c) =>
    c.body(frame(messagesFor(c)), 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }),
  );
  page.get('/page/words', etag(), (c) => c.json(catalogues.textsOf(messagesFor(c).language)));
  page.get('/page/greeting', (c) => {
    const { language } = messagesFor(c);
    return c.json(
      render(greetingWithQuestions({ ...current().languages.in(language), messages: messagesIn(language) })),
    );
  });
  page.get('/page/commands', (c) => c.json(registrationsOf(commandsFor(commands, current().knowledge))));
  page.post('/page/interactions', async (c) => door.send(await c.req.text()));
  page.post('/page/messages', async (c) => {
    const mention = readMention(await c.req.json(), identity.bot);
    return mention ? c.json(render(await handler.answer(mention.request))) : c.body(null, 204);
  });
  page.get('/page/knowledge', etag(), (c) => c.json(tableOf(current().knowledge)));
  page.get('/page/work', etag(), (c) => c.json(workOf(current().curated)));
  page.get('/page/ranking', (c) => c.json(tryQuestion(c.req.query('question') ?? '', current())));
  page.route('/page/queue', queueRoutes(curating, current));
  page.get('/page/later/:token', async (c) => {
    const later = door.later(c.req.param('token'));
    if (!later) return c.notFound();
    return c.json(renderEdit(await later.reply));
  });
  return page;
}
