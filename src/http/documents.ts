/** The privacy policy and the terms as plain pages, for people to read before they invite the bot. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { Section } from '../answer/reply.ts';
import type { Messages } from '../messages/messages.ts';
import { messagesFor } from './language.ts';

export interface Document {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Each in the reader's language. */
export interface Documents {
  readonly privacy: (messages: Messages) => Document;
  readonly terms: (messages: Messages) => Document;
}

async function pageOf({ title, sections }: Document, { locale }: Messages) {
  // Loaded only if somebody reads them, because it brings a highlighter of code, which takes long to load.
  const { toHTML } = await import('@odiffey/discord-markdown');
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${sections.map(({ heading, text }) => html`<h2>${heading}</h2>\n<div>${raw(toHTML(text))}</div>\n`)}
</main>
</body>
</html>
`;
}

/** `GET /privacy` and `GET /terms`, for everybody. */
export function documentRoutes(documents: Documents): Hono {
  const routes = new Hono();
  const headers = secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    // HTTPS is up to the proxy.
    strictTransportSecurity: false,
  });
  for (const name of ['privacy', 'terms'] as const) {
    routes.get(`/${name}`, headers, async (c) => {
      const messages = messagesFor(c);
      c.header('vary', 'accept-language');
      return c.html(await pageOf(documents[name](messages), messages));
    });
  }
  return routes;
}
