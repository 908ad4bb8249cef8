/** Renders Discord's markdown as safe HTML. */
import { markdownEngine, output, rules, toHTML } from '@odiffey/discord-markdown';
import DOMPurify from 'dompurify';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { identity } from '../identity.ts';
import { locale, say } from './words.ts';

const { blockQuote } = rules;

/** The library recognises small text only if the preceding part ended with a line break, which a quote does not. */
const parser = markdownEngine.parserFor({
  ...rules,
  blockQuote: {
    ...blockQuote,
    match: (...given: Parameters<typeof blockQuote.match>) => {
      const capture = blockQuote.match(...given);
      return capture?.[0]?.endsWith('\n') ? Object.assign([...capture, '\n'], { index: 0 }) : capture;
    },
  },
});

const ALLOWED_TAGS = [
  ...['a', 'b', 'blockquote', 'br', 'code', 'del', 'em', 'h1', 'h2', 'h3', 'i', 'li', 'ol'],
  ...['pre', 's', 'small', 'span', 'strong', 'time', 'u', 'ul'],
];
// A link opens in a new tab without a referrer; only HTTPS addresses become links.
DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  if (element.tagName !== 'A') return;
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
});

const ALLOWED_URI_REGEXP = /^https:/i;
const ALLOWED_ATTR = ['class', 'href', 'start', 'rel', 'target', 'datetime'];

const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The `dateStyle` and `timeStyle` for a timestamp's style letter. */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function timeText(seconds: number, style: string): string {
  if (style !== 'R')
    return (STYLES[style] ? new Intl.DateTimeFormat(locale, STYLES[style]) : whole).format(seconds * 1000);
  const away = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? UNITS[5];
  return relative.format(Math.trunc(away / size), unit);
}

const discordCallback = {
  user: ({ id }: { id: string }) => `@${id === identity.bot ? identity.botName : say('page.message.you')}`,
  channel: () => `#${identity.channelName}`,
  timestamp: ({ timestamp, style }: { timestamp: number; style: string }) => timeText(Number(timestamp), style),
};

/** Renders a text in Discord's markdown. */
export function markdown(text: string) {
  // The library allows named links only in embeds; Discord now allows them in every text.
  const html = toHTML(text, { embed: true, escapeHTML: true, discordCallback }, parser, output);
  return unsafeHTML(DOMPurify.sanitize(html, { ALLOWED_TAGS, ALLOWED_ATTR, ALLOWED_URI_REGEXP }));
}
