/** The composer: plain text to the bot, or `/` and a command with its options. */
import { html, nothing, type TemplateResult } from 'lit';
import { identity } from '../identity.ts';
import { type CommandForm, createCommandForm } from './command-form.ts';
import type { GivenOption } from './interaction.ts';
import type { Slash } from './slash.ts';
import { createSuggestions, LIST } from './suggestions.ts';
import { say } from './words.ts';

export interface Composing {
  readonly commands: readonly Slash[];
  readonly say: (text: string) => void;
  readonly run: (command: string, options: readonly GivenOption[]) => void;
  /** Requests a redraw; resolves once it is done. */
  readonly changed: () => Promise<void>;
}

/** Focuses the composer's field with a name. */
async function focus(name: string, { changed }: Pick<Composing, 'changed'>): Promise<void> {
  await changed();
  document.querySelector<HTMLElement>(`.composer [name="${name}"]`)?.focus();
}

/** Creates the composer; returns its view. */
export function createComposer({ commands, say: send, run, changed }: Composing): () => TemplateResult {
  let text = '';
  let form: CommandForm | undefined;
  const suggestions = createSuggestions(changed);

  const leave = (left: string) => {
    form = undefined;
    text = left;
    suggestions.hide();
    return focus('text', { changed });
  };
  const enter = async (command: Slash) => {
    text = '';
    suggestions.hide();
    form = createCommandForm(command, {
      suggestions,
      changed,
      leave,
      send: async (options) => {
        await leave('');
        run(command.name, options);
      },
      focus: (name) => focus(name, { changed }),
    });
    await form.begin();
  };
  const offer = () => {
    const typed = /^\/([\w -]*)$/.exec(text)?.[1];
    const fitting = typed === undefined ? [] : commands.filter(({ name }) => name.startsWith(typed.toLowerCase()));
    suggestions.show(
      say('page.composer.commands'),
      fitting.map((command) => ({
        name: `/${command.name}`,
        description: command.description,
        pick: () => enter(command),
      })),
    );
  };
  const typed = (event: Event) => {
    text = (event.target as HTMLTextAreaElement).value;
    const command = commands.find(({ name }) => text === `/${name} `);
    if (command) enter(command);
    else offer();
  };
  const submit = (event?: Event) => {
    event?.preventDefault();
    if (form) return form.submit();
    const said = text.trim();
    text = '';
    suggestions.hide();
    if (said) send(said);
  };
  const key = (event: KeyboardEvent) => {
    if (suggestions.handleKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  const field = () => html`<textarea
    name="text"
    rows="1"
    maxlength="2000"
    role="combobox"
    aria-label=${say('page.composer.label')}
    aria-autocomplete="list"
    aria-expanded=${suggestions.isOpen()}
    aria-controls=${suggestions.isOpen() ? LIST : nothing}
    aria-activedescendant=${suggestions.activeId() ?? nothing}
    placeholder=${say('page.composer.placeholder', { bot: identity.botName })}
    .value=${text}
    @input=${typed}
    @keydown=${key}
  ></textarea>`;
  return () => html`<form class="composer" @submit=${submit} @focusout=${(event: FocusEvent) => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) suggestions.hide();
  }}>
    ${suggestions.view()}
    <div class="line">${form ? form.view() : field()}<button type="submit" class="send" aria-label=${say('page.composer.send')}>➤</button></div>
  </form>`;
}
