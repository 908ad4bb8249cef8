/** A message of the channel, drawn by Discord's look-alike components. */
import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { identity } from '../identity.ts';
import { type OnComponent, rowsView } from './components.ts';
import type { Target } from './interaction.ts';
import { markdown } from './markdown.ts';
import type { Shown } from './shown.ts';
import { locale, say } from './words.ts';

export interface OnMessage extends OnComponent {
  readonly dismiss: (message: Shown) => void;
  /** A command of the message's Apps menu. */
  readonly apply: (command: string, target: Target) => void;
}

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });

/** Where a file of the message is to be had that an embed names as its picture. */
function pictureOf({ image }: APIEmbed, files: Shown['files']): string | undefined {
  return files.find(({ name }) => image?.url === `attachment://${name}`)?.url;
}

function embedView(embed: APIEmbed, files: Shown['files']): TemplateResult {
  const { title, url, description, fields = [], footer } = embed;
  return html`<discord-embed slot="embeds" embed-title=${title ?? nothing} url=${url ?? nothing} image=${pictureOf(embed, files) ?? nothing}>
    ${description ? html`<discord-embed-description slot="description">${markdown(description, true)}</discord-embed-description>` : nothing}
    ${
      fields.length > 0
        ? html`<discord-embed-fields slot="fields">${fields.map(
            ({ name, value }) =>
              html`<discord-embed-field field-title=${name}>${markdown(value, true)}</discord-embed-field>`,
          )}</discord-embed-fields>`
        : nothing
    }
    ${footer ? html`<discord-embed-footer slot="footer">${footer.text}</discord-embed-footer>` : nothing}
  </discord-embed>`;
}

/** The files of a message but for those that its embeds show. */
const filesView = ({ files, embeds }: Shown) =>
  files
    .filter(({ url }) => !embeds.some((embed) => pictureOf(embed, files) === url))
    .map(({ name, url }) => html`<p slot="attachments" class="file"><a href=${url} download=${name}>${name}</a></p>`);

const above = ({ command, repliesTo }: Shown) => {
  if (command)
    return html`<discord-command slot="reply" author=${say('page.message.you')} avatar="/page/you.svg" command=${command}></discord-command>`;
  if (repliesTo === undefined) return nothing;
  return html`<discord-reply slot="reply" author=${say('page.message.you')} avatar="/page/you.svg">${repliesTo}</discord-reply>`;
};

const privateLine = (message: Shown, { dismiss }: OnMessage) =>
  html`<p slot="thread" class="only-you">${say('page.message.private')} •
    <button type="button" @click=${() => dismiss(message)}>${say('page.message.dismiss')}</button></p>`;

/** What of a message its Apps menu gives to a command: its own words, or those of its embeds. */
function targetOf({ id, content, embeds }: Shown): Target {
  const words = embeds.flatMap(({ title, description }) => [title, description]).filter((text) => text !== undefined);
  return { id, content: content || words.join('\n') };
}

/** A message; `apps` are the commands of its Apps menu. */
export function messageView(message: Shown, apps: readonly string[], on: OnMessage): TemplateResult {
  const { by, at, content, embeds, isPrivate, pending } = message;
  const author = by === 'bot' ? identity.botName : say('page.message.you');
  return html`<discord-message
    id=${`message-${message.id}`}
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
    ${embeds.map((embed) => embedView(embed, message.files))}
    ${filesView(message)}
    ${rowsView(message, on)}
    ${isPrivate ? privateLine(message, on) : nothing}
    ${
      by === 'you'
        ? html`<div slot="thread" class="apps">${apps.map(
            (name) => html`<button type="button" @click=${() => on.apply(name, targetOf(message))}>${name}</button>`,
          )}</div>`
        : nothing
    }
  </discord-message>`;
}
