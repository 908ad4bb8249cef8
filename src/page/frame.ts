/** The page's HTML document. */
import { html } from 'hono/html';
import { languagesSpoken, type Messages } from '../messages/messages.ts';
import { identity } from './identity.ts';

/** The document in a language. */
export function frame({ locale, say }: Messages): string {
  return String(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>${say('page.title', { bot: identity.botName })}</title>
<link rel="icon" href="/page/bot.svg">
<link rel="stylesheet" href="/page/page.css">
<script type="module" src="/page/main.js"></script>
</head>
<body data-languages="${languagesSpoken().join(' ')}">
<div id="app"><noscript>${say('page.noScript')}</noscript></div>
</body>
</html>
`);
}
