/** A form for a command: a field for each option, with its choices. */
import { html, nothing, type TemplateResult } from 'lit';
import { type GivenOption, typingInteraction } from './interaction.ts';
import { asksBot, type Field, fixedChoices, givenOf, wrongWith } from './options.ts';
import { send } from './server.ts';
import type { Declared, Slash } from './slash.ts';
import { LIST, type Suggestions } from './suggestions.ts';
import { say } from './words.ts';

interface Surroundings {
  readonly suggestions: Suggestions;
  readonly changed: () => Promise<void>;
  readonly send: (options: readonly GivenOption[]) => void;
  /** Returns to plain text, starting with `text`. */
  readonly leave: (text: string) => void;
  readonly focus: (name: string) => Promise<void>;
}

export interface CommandForm {
  /** Focuses the first field. */
  readonly begin: () => Promise<void>;
  readonly submit: () => void;
  readonly view: () => TemplateResult;
}

/** A form for a slash command. Required options are open, others can be added. */
export function createCommandForm(command: Slash, around: Surroundings): CommandForm {
  const { suggestions, changed } = around;
  const declared = command.options;
  let fields: readonly Field[] = declared.filter(({ required }) => required).map((option) => ({ option, text: '' }));
  let problem: { readonly name: string; readonly text: string } | undefined;
  let asked = 0;

  const fieldOf = (name: string) => fields.find(({ option }) => option.name === name);
  const set = (name: string, change: Omit<Field, 'option'>) => {
    fields = fields.map((field) => (field.option.name === name ? { option: field.option, ...change } : field));
    problem = undefined;
  };
  const choicesFor = async ({ option, text }: Field) => {
    const fixed = fixedChoices(option);
    if (fixed) return fixed.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
    if (!asksBot(option)) return [];
    const { response } = await send(typingInteraction(command.name, givenOf(fields, option.name)));
    return 'data' in response && response.data && 'choices' in response.data ? (response.data.choices ?? []) : [];
  };
  const offer = async (name: string) => {
    const mine = ++asked;
    const field = fieldOf(name);
    if (!field) return;
    suggestions.outdate();
    const choices = await choicesFor(field);
    // Choices for an earlier text are useless once somebody has typed on or left the field.
    if (mine !== asked || document.activeElement?.getAttribute('name') !== name) return;
    const pick = (choice: (typeof choices)[number]) => async () => {
      asked++;
      set(name, { text: choice.name, picked: choice });
      await changed();
    };
    suggestions.show(
      `${name}: ${field.option.description}`,
      choices.map((choice) => ({ name: choice.name, pick: pick(choice) })),
    );
  };
  const add = (option: Declared) => {
    fields = [...fields, { option, text: '' }];
    return around.focus(option.name);
  };
  const submit = () => {
    asked++;
    const wrong = fields.find((field) => wrongWith(field) !== null);
    if (!wrong) return around.send(givenOf(fields));
    problem = { name: wrong.option.name, text: wrongWith(wrong) ?? '' };
    suggestions.hide();
    around.focus(wrong.option.name);
  };
  const key = (name: string) => (event: KeyboardEvent) => {
    if (suggestions.handleKey(event)) return;
    if (event.key === 'Escape') around.leave('');
    if (event.key === 'Backspace' && fieldOf(name)?.text === '' && fields[0]?.option.name === name) {
      event.preventDefault();
      around.leave(`/${command.name}`);
    }
  };
  const fieldView = ({ option: { name, description }, text }: Field) => html`<label class="option">
    <span>${name}</span>
    <input
      name=${name}
      role="combobox"
      autocomplete="off"
      aria-label=${`${name}: ${description}`}
      aria-autocomplete="list"
      aria-expanded=${suggestions.isOpen()}
      aria-controls=${suggestions.isOpen() ? LIST : nothing}
      aria-activedescendant=${suggestions.activeId() ?? nothing}
      aria-invalid=${problem?.name === name}
      aria-describedby=${problem?.name === name ? 'problem' : nothing}
      .value=${text}
      @focus=${() => offer(name)}
      @input=${(event: Event) => {
        set(name, { text: (event.target as HTMLInputElement).value });
        offer(name);
      }}
      @keydown=${key(name)}
    >
  </label>`;
  return {
    begin: () => around.focus(fields[0]?.option.name ?? 'command'),
    submit,
    view: () => html`<div class="form">
      <button type="button" name="command" class="command" aria-label=${say('page.form.leave', { command: command.name })} @click=${() => around.leave('')}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Escape' || event.key === 'Backspace') around.leave('');
          if (event.key !== 'Enter') return;
          event.preventDefault();
          submit();
        }}>/${command.name}</button>
      ${fields.map(fieldView)}
      ${declared
        .filter(({ name }) => !fieldOf(name))
        .map(
          (option) =>
            html`<button type="button" class="add" title=${option.description} @click=${() => add(option)}>+ ${option.name}</button>`,
        )}
      ${problem ? html`<span id="problem" role="alert">${problem.text}</span>` : nothing}
    </div>`,
  };
}
