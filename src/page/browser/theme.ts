/** The components that draw messages, in Discord's current colours, from the page's own variables. */
import '@skyra/discord-components-core/discord-action-row.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import { css } from 'lit';

const message = css`
  :host { color: var(--text); padding-right: 1rem; }
  :host(:hover) { background: var(--hover); }
  .discord-message-timestamp, .discord-message-edited { color: var(--muted) !important; margin-left: .5rem; }
  .discord-author-avatar img { cursor: default; }
  .discord-message-ephemeral { display: none; }
  .discord-message-content { min-width: 0; }
`;
const author = css`
  :host .discord-author-username { color: var(--strong) !important; }
`;
const tag = css`
  :host .discord-application-tag, .discord-application-tag { background: var(--brand); color: #fff; }
`;
const button = css`
  :host > button.secondary:first-child { height: auto; box-sizing: border-box; padding: .375rem 1rem; text-align: start; line-height: 1.3; border-radius: .5rem; }
  button.secondary { background: var(--button); color: var(--button-text); }
  button.secondary.hoverable:hover { background: var(--button-hover); }
  button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`;
const used = css`
  :host { color: var(--muted) !important; }
  :host .discord-replied-message-username { color: var(--strong) !important; opacity: 1 !important; }
  :host .discord-slash-command-name, :host .discord-slash-command-name:hover { color: var(--strong) !important; background: color-mix(in srgb, var(--brand) 30%, transparent); }
`;
const channel = css`
  :host { background: none; color: var(--text); border: 0; }
`;

/** Must run before the first component is drawn. */
export function applyTheme(): void {
  DiscordMessage.elementStyles.push(message);
  DiscordMessages.elementStyles.push(channel);
  DiscordAuthorInfo.elementStyles.push(author);
  DiscordVerifiedAuthorTag.elementStyles.push(tag);
  DiscordButton.elementStyles.push(button);
  DiscordCommand.elementStyles.push(used);
  DiscordReply.elementStyles.push(used);
}
