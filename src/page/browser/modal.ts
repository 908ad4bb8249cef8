/** A modal with a text field or choices, as a dialog over the page. */
import type {
  APIModalInteractionResponseCallbackData,
  APIRadioGroupComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';
import { html, render, type TemplateResult } from 'lit';
import { identity } from '../identity.ts';
import { say } from './words.ts';

/** The number of Discord's component; importing its enum would add runtime code. */
const RADIO_GROUP = 21;

type Input = APITextInputComponent | APIRadioGroupComponent;

const textView = (label: string, { max_length, placeholder, style }: APITextInputComponent) => html`<label>${label}
    <textarea name="value" required autofocus maxlength=${max_length ?? 4000} placeholder=${placeholder ?? ''}
      rows=${style === 2 ? 4 : 1}></textarea>
  </label>`;

const radioView = (legend: string, { options }: APIRadioGroupComponent) => html`<fieldset>
    <legend>${legend}</legend>
    ${options.map(({ label, value }) => html`<label><input type="radio" name="value" value=${value} required />${label}</label>`)}
  </fieldset>`;

const inputView = (label: string, input: Input): TemplateResult =>
  'options' in input ? radioView(label, input) : textView(label, input);

/** Shows a modal and calls `fill` with the ids of the modal and its input, and what was typed, if it is sent. */
export function openModal(
  { custom_id, title, components }: APIModalInteractionResponseCallbackData,
  fill: (customId: string, input: string, value: string) => void,
): void {
  const [label] = components;
  const input = label && 'component' in label ? label.component : undefined;
  if (!label || !('label' in label) || !input || !('style' in input || input.type === RADIO_GROUP)) {
    throw new TypeError('this page draws modals with one text input or one choice alone');
  }
  const holder = document.body.appendChild(document.createElement('div'));
  const dialog = () => holder.querySelector('dialog');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget as HTMLFormElement).get('value'));
    dialog()?.close();
    fill(custom_id, input.custom_id, value);
  };
  render(
    html`<dialog class="modal" aria-labelledby="box-title" @close=${() => holder.remove()}>
      <form @submit=${submit}>
        <h2 id="box-title">${title}</h2>
        <p>${say('page.modal.goesTo', { bot: identity.botName })}</p>
        ${inputView(label.label, input)}
        <div class="buttons">
          <button type="button" @click=${() => dialog()?.close()}>${say('page.modal.cancel')}</button>
          <button type="submit" class="primary">${say('page.modal.submit')}</button>
        </div>
      </form>
    </dialog>`,
    holder,
  );
  dialog()?.showModal();
}
