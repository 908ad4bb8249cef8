/** Buttons and menus under a message. */
import {
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from './shown.ts';
import { say } from './words.ts';

export interface OnComponent {
  readonly press: (
    message: Shown,
    component: { readonly type: number; readonly custom_id: string },
    values?: readonly string[],
  ) => void;
}

function buttonView(message: Shown, button: APIButtonComponent, { press }: OnComponent) {
  if (!('custom_id' in button) || !('label' in button)) return nothing;
  return html`<discord-button type="secondary" @click=${() => press(message, button)}>${button.label}</discord-button>`;
}

function menuView(message: Shown, menu: APIStringSelectComponent, { press }: OnComponent) {
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

function componentView(message: Shown, component: APIComponentInMessageActionRow, on: OnComponent) {
  if (component.type === ComponentType.Button) return buttonView(message, component, on);
  if (component.type === ComponentType.StringSelect) return menuView(message, component, on);
  return nothing;
}

/** The rows of a message's components. */
export function rowsView(message: Shown, on: OnComponent): TemplateResult | typeof nothing {
  if (message.components.length === 0) return nothing;
  return html`<discord-attachments slot="components">${message.components.map(
    ({ components }) =>
      html`<discord-action-row>${components.map((component) => componentView(message, component, on))}</discord-action-row>`,
  )}</discord-attachments>`;
}
