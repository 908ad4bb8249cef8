/** The components of a message: texts, images and files, buttons and menus, and the frame around them. */
import {
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { markdown } from './markdown.ts';
import type { Shown } from './shown.ts';
import { say } from './words.ts';

export interface OnComponent {
  readonly press: (
    message: Shown,
    component: { readonly type: number; readonly custom_id: string },
    values?: readonly string[],
  ) => void;
}

type View = TemplateResult | typeof nothing;

function buttonView(message: Shown, button: APIButtonComponent, { press }: OnComponent): View {
  if (!('custom_id' in button) || !('label' in button)) return nothing;
  return html`<discord-button type="secondary" @click=${() => press(message, button)}>${button.label}</discord-button>`;
}

function menuView(message: Shown, menu: APIStringSelectComponent, { press }: OnComponent): View {
  const chosen = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    const { value } = select;
    select.value = '';
    press(message, menu, [value]);
  };
  return html`<select aria-label=${menu.placeholder ?? say('page.components.choose')} @change=${chosen}>
    <option value="" selected hidden>${menu.placeholder}</option>
    ${menu.options.map(
      ({ label, value, description }) =>
        html`<option value=${value}>${label}${description ? html` <small>${description}</small>` : nothing}</option>`,
    )}
  </select>`;
}

function controlView(message: Shown, component: APIComponentInMessageActionRow, on: OnComponent): View {
  if (component.type === ComponentType.Button) return buttonView(message, component, on);
  if (component.type === ComponentType.StringSelect) return menuView(message, component, on);
  return nothing;
}

/** The address of a file that a component refers to. */
const fileOf = ({ files }: Shown, { url }: { readonly url: string }) =>
  files.find(({ name }) => url === `attachment://${name}`);

function componentView(message: Shown, component: APIMessageTopLevelComponent, on: OnComponent): View {
  switch (component.type) {
    case ComponentType.Container:
      return html`<div class="frame">${component.components.map((inner) => componentView(message, inner, on))}</div>`;
    case ComponentType.TextDisplay:
      return html`<div class="text">${markdown(component.content)}</div>`;
    case ComponentType.ActionRow:
      return html`<discord-action-row>${component.components.map((one) => controlView(message, one, on))}</discord-action-row>`;
    case ComponentType.MediaGallery:
      return html`${component.items.map(({ media, description }) => {
        const picture = fileOf(message, media);
        return picture ? html`<img class="picture" src=${picture.url} alt=${description ?? ''} />` : nothing;
      })}`;
    case ComponentType.File: {
      const file = fileOf(message, component.file);
      return file ? html`<p class="file"><a href=${file.url} download=${file.name}>${file.name}</a></p>` : nothing;
    }
    default:
      return nothing;
  }
}

/** All components of a message, one below the other. */
export function componentsView(message: Shown, on: OnComponent): View {
  if (message.components.length === 0) return nothing;
  return html`<div slot="components" class="components">${message.components.map((one) => componentView(message, one, on))}</div>`;
}
