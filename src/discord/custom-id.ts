/**
 * An action ↔ a component's `custom_id`, which carries all that is needed, so that a button works after a restart
 * and from any process: `1n|fact|topic=aid|page=2`. The first part is the version and how the answer shows
 * (`n` new, `r` in place), then, for a second menu with the same action, its number, which only keeps the two apart;
 * an option without `=` is the slot that a menu's choice or a modal's text fills. A reply in another language than
 * English has it after that, so that what follows is in it too: `1n~uk|ask|question=aid`.
 */
import type { Action, Button } from '../answer/reply.ts';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { limits } from './limits.ts';

/**
 * Raised when the meaning of an id changes, so that buttons of old messages get a clear refusal and never a wrong
 * answer.
 */
const VERSION = '1';

export interface Wiring {
  readonly action: Action;
  readonly shows: NonNullable<Button['shows']>;
  /** The option that receives the component's own value. */
  readonly slot?: string;
  /** The language of the reply that it belongs to. */
  readonly language: string;
}

const escaped = (text: string) => text.toWellFormed().replace(/[%|=]/g, encodeURIComponent);

const HEAD = new RegExp(`^${VERSION}([nr])\\d?(?:~([A-Za-z-]{2,8}))?$`);

/**
 * The `custom_id` of an action; null if it does not fit in Discord's 100 characters. `place` (1–9) distinguishes
 * components of one message with the same action.
 */
export function encodeWiring({ action, shows, slot, language }: Wiring, place?: number): string | null {
  const options = Object.entries(action.options).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  const slots = slot === undefined ? [] : [escaped(slot)];
  const spoken = language === BASE_LANGUAGE ? '' : `~${language}`;
  const head = `${VERSION}${shows === 'replace' ? 'r' : 'n'}${place ?? ''}${spoken}`;
  const id = [head, escaped(action.command), ...options, ...slots].join('|');
  return id.length <= limits.component.customId ? id : null;
}

/** The inverse; null for an id of another version, of another program, or garbled. */
export function decodeWiring(customId: string): Wiring | null {
  const [head, command, ...parts] = customId.split('|');
  const [, how, language = BASE_LANGUAGE] = HEAD.exec(head ?? '') ?? [];
  if (!how || !command) return null;
  const shows = how === 'r' ? 'replace' : 'new';
  try {
    const pairs = parts.map((part) => part.split('=').map(decodeURIComponent));
    if (pairs.some((pair) => pair.length > 2)) return null;
    const slots = pairs.filter((pair) => pair.length === 1).map(([name]) => name ?? '');
    if (slots.length > 1) return null;
    const options = Object.fromEntries(pairs.filter((pair) => pair.length === 2));
    const action = { command: decodeURIComponent(command), options };
    return slots[0] === undefined ? { action, shows, language } : { action, shows, language, slot: slots[0] };
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
