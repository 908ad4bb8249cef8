/** A box to type into, as a dialog over the page. */
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { html, render } from 'lit';
import { identity } from '../identity.ts';

/** Shows a box and calls `fill` with the ids of the box and its input, and what was typed, if it is sent. */
export function openBox(
  { custom_id, title, components }: APIModalInteractionResponseCallbackData,
  fill: (customId: string, input: string, value: string) => void,
): void {
  const [label] = components;
  if (!label || !('component' in label) || !('style' in label.component)) {
    throw new TypeError('this page draws boxes with one text input alone');
  }
  const input = label.component;
  const holder = document.body.appendChild(document.createElement('div'));
  const dialog = () => holder.querySelector('dialog');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget as HTMLFormElement).get('value'));
    dialog()?.close();
    fill(custom_id, input.custom_id, value);
  };
  render(
    html`<dialog class="box" aria-labelledby="box-title" @close=${() => holder.remove()}>
      <form @submit=${submit}>
        <h2 id="box-title">${title}</h2>
        <p>This form goes to ${identity.botName}.</p>
        <label>${label.label}
          <textarea name="value" required autofocus maxlength=${input.max_length ?? 4000}
            placeholder=${input.placeholder ?? ''} rows=${input.style === 2 ? 4 : 1}></textarea>
        </label>
        <div class="buttons">
          <button type="button" @click=${() => dialog()?.close()}>Cancel</button>
          <button type="submit" class="primary">Submit</button>
        </div>
      </form>
    </dialog>`,
    holder,
  );
  dialog()?.showModal();
}
