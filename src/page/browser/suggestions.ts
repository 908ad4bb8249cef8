/**
 * The list above the composer: choices for what is being typed, operated by arrow keys, Tab, Enter, Escape or pointer.
 */
import { html, nothing, type TemplateResult } from 'lit';

export interface Suggestion {
  readonly name: string;
  readonly description?: string;
  readonly pick: () => void;
}

export interface Suggestions {
  readonly show: (heading: string, items: readonly Suggestion[]) => void;
  readonly hide: () => void;
  /** Marks the list as outdated until the next `show`: keys then pick only an item that was selected by arrow keys. */
  readonly outdate: () => void;
  readonly isOpen: () => boolean;
  /** Whether the key was for the list. */
  readonly handleKey: (event: KeyboardEvent) => boolean;
  /** The id of the item that Enter picks, if it picks any, for `aria-activedescendant`. */
  readonly activeId: () => string | undefined;
  readonly view: () => TemplateResult | typeof nothing;
}

/** The id of the list, for `aria-controls`. */
export const LIST = 'suggestions';
/** The index if Enter picks nothing. */
const NONE = -1;

/** Creates an empty list; `changed` is called whenever it needs a redraw. */
export function createSuggestions(changed: () => void): Suggestions {
  let heading = '';
  let items: readonly Suggestion[] = [];
  let active = 0;
  const isActive = () => active in items;
  const set = (next: readonly Suggestion[]) => {
    items = next;
    active = 0;
    changed();
  };
  const move = (by: number) => {
    // With nothing selected, up goes to the last item, as from the first.
    const from = by < 0 ? Math.max(active, 0) : active;
    active = (from + by + items.length) % items.length;
    changed();
    document.getElementById(`${LIST}-${active}`)?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (at: number) => {
    const item = items[at];
    set([]);
    item?.pick();
  };
  const keys = (): Readonly<Record<string, () => void>> => ({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => set([]),
    ...(isActive() && { Enter: () => pick(active), Tab: () => pick(active) }),
  });
  const itemView = ({ name, description }: Suggestion, at: number) => html`<li
      role="option"
      id=${`${LIST}-${at}`}
      aria-selected=${at === active}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => pick(at)}
    ><span>${name}</span>${description ? html`<small>${description}</small>` : nothing}</li>`;
  return {
    show: (title, next) => {
      heading = title;
      set(next);
    },
    hide: () => set([]),
    outdate: () => {
      active = NONE;
      changed();
    },
    isOpen: () => items.length > 0,
    handleKey: (event) => {
      const act = keys()[event.key];
      if (items.length === 0 || !act || event.shiftKey || event.isComposing) return false;
      event.preventDefault();
      act();
      return true;
    },
    activeId: () => (isActive() ? `${LIST}-${active}` : undefined),
    view: () =>
      items.length === 0
        ? nothing
        : html`<div class="suggestions"><p>${heading}</p><ul role="listbox" id=${LIST} aria-label=${heading}>${items.map(itemView)}</ul></div>`,
  };
}
