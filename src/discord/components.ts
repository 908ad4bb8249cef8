/**
 * Buttons, menus and modals as Discord's components, within every limit and with every `custom_id` unique in its
 * message.
 */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIModalInteractionResponseCallbackData,
  type APIRadioGroupComponent,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Button, Menu, Modal, Reply } from '../answer/reply.ts';
import { cut } from '../text/quote.ts';
import { encodeWiring } from './custom-id.ts';
import { limits } from './limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The `custom_id` of a modal's only input. */
export const MODAL_INPUT = 'text';

/** From this length on, a text field has several lines. */
const SEVERAL_LINES = 200;

/** Discord refuses a label without a visible character. */
const visible = (text: string, limit: number) => cut(text.toWellFormed().trim(), limit) || '…';

/** A value must come back unchanged, so it is never cut; one that Discord would refuse is left out. */
const fits = (value: string) => value.trim() !== '' && value.length <= limits.select.value && value.isWellFormed();

function button({ label, action, shows = 'new' }: Button, language: string): APIButtonComponentWithCustomId | null {
  const id = encodeWiring({ action, shows, language });
  if (id === null) return null;
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: visible(label, limits.component.label),
    custom_id: id,
  };
}

/** Two menus may share an action and differ only in their choices, such as the halves of a long list. */
function menu(
  { placeholder, action, option, choices, shows = 'new' }: Menu,
  language: string,
  place: number,
): APIStringSelectComponent | null {
  const id = encodeWiring({ action, shows, slot: option, language }, place || undefined);
  const fitting = choices.filter(({ value }) => fits(value));
  const unique = [...new Map(fitting.map((choice) => [choice.value, choice])).values()];
  if (id === null || unique.length === 0) return null;
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: visible(placeholder, limits.component.placeholder),
    options: unique.slice(0, limits.select.options).map(({ label, value, description }) => ({
      label: visible(label, limits.select.label),
      value,
      ...(description?.trim() && { description: visible(description, limits.select.description) }),
    })),
  };
}

/** Each `custom_id` once: two buttons with the same action are the same to whoever presses them. */
function unique<Component extends { readonly custom_id: string }>(components: readonly (Component | null)[]) {
  const ids = new Set<string>();
  return components.filter((component): component is Component => {
    if (component === null || ids.has(component.custom_id)) return false;
    ids.add(component.custom_id);
    return true;
  });
}

/**
 * The rows of a message: one row for each menu, then buttons, five in a row, with the feedback last; five rows in all.
 * What does not fit is left out, and so is a component whose action is too long for a `custom_id`.
 */
export function rows(reply: Pick<Reply, 'language' | 'buttons' | 'menus' | 'feedback'>): Row[] {
  const { language } = reply;
  const drawn = (one: Button) => button(one, language);
  const { rows: most, buttonsInRow } = limits.component;
  const feedback = (reply.feedback ?? []).map(drawn).slice(0, buttonsInRow);
  const room = feedback.length > 0 ? most - 1 : most;
  const menus = unique(reply.menus.slice(0, room).map((one, place) => menu(one, language, place)));
  const space = (most - menus.length) * buttonsInRow - feedback.length;
  const buttons = unique([...unique(reply.buttons.map(drawn)).slice(0, space), ...feedback]);
  const buttonRows = Array.from({ length: Math.ceil(buttons.length / buttonsInRow) }, (_, row) =>
    buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow),
  );
  return [...menus.map((component) => [component]), ...buttonRows].map((components) => ({
    type: ComponentType.ActionRow,
    components,
  }));
}

type Input = APITextInputComponent | APIRadioGroupComponent;

function inputOf(modal: Modal): Input {
  const base = { custom_id: MODAL_INPUT, required: true };
  if ('choices' in modal) {
    const options = modal.choices.map(({ label, value }) => ({ label: visible(label, limits.radio.label), value }));
    return { ...base, type: ComponentType.RadioGroup, options: options.slice(0, limits.radio.options) };
  }
  const length = Math.min(modal.maxLength, limits.modal.input);
  return {
    ...base,
    type: ComponentType.TextInput,
    style: length > SEVERAL_LINES ? TextInputStyle.Paragraph : TextInputStyle.Short,
    placeholder: visible(modal.placeholder, limits.modal.placeholder),
    min_length: 1,
    max_length: length,
  };
}

/** A modal as Discord's modal; null if its action does not fit in a `custom_id`. */
export function modalOf(modal: Modal, language: string): APIModalInteractionResponseCallbackData | null {
  const id = encodeWiring({ action: modal.action, shows: 'new', slot: modal.option, language });
  if (id === null) return null;
  return {
    custom_id: id,
    title: visible(modal.title, limits.modal.title),
    components: [
      { type: ComponentType.Label, label: visible(modal.label, limits.modal.label), component: inputOf(modal) },
    ],
  };
}
