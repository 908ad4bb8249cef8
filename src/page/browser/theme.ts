/** Today's colours of Discord, from the page's own variables, over those that the components were made with. */
import * as components from '@skyra/discord-components-core';
import { css } from 'lit';

const message = css`
  :host { color: var(--text); padding-right: 1rem; }
  :host(:hover) { background: var(--hover); }
  .discord-message-timestamp, .discord-message-edited { color: var(--muted) !important; margin-left: .5rem; }
  .discord-author-avatar img { cursor: default; }
  .discord-message-ephemeral { display: none; }
  .discord-message-content { min-width: 0; }
`;
const embed = css`
  :host { color: var(--text); font-size: .875rem; }
  :host .discord-left-border { background: var(--embed-edge); }
  :host .discord-embed-wrapper { background: var(--embed); border: 1px solid var(--line); border-left: 0; }
  :host .discord-embed-title { color: var(--strong); }
`;
const field = css`
  :host { color: var(--text); }
  :host .discord-field-title { color: var(--strong); }
`;
const author = css`
  :host .discord-author-username { color: var(--strong) !important; }
`;
const tag = css`
  :host .discord-application-tag, .discord-application-tag { background: var(--brand); color: #fff; }
`;
const button = css`
  button.secondary { background: var(--button); color: var(--button-text); border-radius: .5rem; height: auto; min-height: 1.75rem; text-align: start; line-height: 1.3; }
  button.secondary.hoverable:hover { background: var(--button-hover); }
  button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`;
const used = css`
  :host { color: var(--muted) !important; }
  :host .discord-replied-message-username { color: var(--strong) !important; opacity: 1 !important; }
  :host .discord-slash-command-name { color: var(--link) !important; }
`;
const channel = css`
  :host { background: none; color: var(--text); border: 0; }
`;

/** Must run before the first component is drawn. */
export function applyTheme(): void {
  components.DiscordMessage.elementStyles.push(message);
  components.DiscordMessages.elementStyles.push(channel);
  components.DiscordEmbed.elementStyles.push(embed);
  components.DiscordEmbedField.elementStyles.push(field);
  components.DiscordEmbedFooter.elementStyles.push(field);
  components.DiscordAuthorInfo.elementStyles.push(author);
  components.DiscordVerifiedAuthorTag.elementStyles.push(tag);
  components.DiscordButton.elementStyles.push(button);
  components.DiscordCommand.elementStyles.push(used);
  components.DiscordReply.elementStyles.push(used);
}
