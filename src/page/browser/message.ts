/** A message in the channel, drawn with components that look like Discord's. */
import { html, nothing, type TemplateResult } from 'lit';
import { identity } from '../identity.ts';
import { componentsView, type OnComponent } from './components.ts';
import type { Target } from './interaction.ts';
import { markdown } from './markdown.ts';
import type { Shown } from './shown.ts';
import { locale, say } from './words.ts';

export interface OnMessage extends OnComponent {
  readonly dismiss: (message: Shown) => void;
  /** Runs a command from the message's Apps menu. */
  readonly apply: (command: string, target: Target) => void;
}

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });

const above = ({ command, repliesTo }: Shown) => {
  if (command)
    return html`<discord-command slot="reply" author=${say('page.message.you')} avatar="/page/you.svg" command=${command}></discord-command>`;
  if (repliesTo === undefined) return nothing;
  return html`<discord-reply slot="reply" author=${say('page.message.you')} avatar="/page/you.svg">${repliesTo}</discord-reply>`;
};

const privateLine = (message: Shown, { dismiss }: OnMessage) =>
  html`<p slot="thread" class="only-you">${say('page.message.private')} •
    <button type="button" @click=${() => dismiss(message)}>${say('page.message.dismiss')}</button></p>`;

/** A message; `apps` are the commands of its Apps menu. */
export function messageView(message: Shown, apps: readonly string[], on: OnMessage): TemplateResult {
  const { id, by, at, content = '', isPrivate, pending } = message;
  const author = by === 'bot' ? identity.botName : say('page.message.you');
  return html`<discord-message
    id=${`message-${id}`}
    role="article"
    aria-label=${`${author}, ${clock.format(at)}`}
    author=${author}
    avatar=${`/page/${by}.svg`}
    ?bot=${by === 'bot'}
    ?ephemeral=${isPrivate}
    timestamp=${say('page.message.today', { time: clock.format(at) })}
  >
    ${above(message)}
    ${pending ? html`<span class="thinking">${say('page.message.thinking', { bot: identity.botName })}</span>` : content ? markdown(content) : nothing}
    ${componentsView(message, on)}
    ${isPrivate ? privateLine(message, on) : nothing}
    ${
      by === 'you'
        ? html`<div slot="thread" class="apps">${apps.map(
            (name) => html`<button type="button" @click=${() => on.apply(name, { id, content })}>${name}</button>`,
          )}</div>`
        : nothing
    }
  </discord-message>`;
}
