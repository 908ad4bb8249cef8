/** A long list in pages, with buttons that turn the page in place. */
import type { Messages } from '../messages/messages.ts';
import type { Action, Button } from './reply.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 1; the last page if a later one was asked for. */
  readonly number: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
}

/** Buttons to the pages before and after one of `pages`; the page becomes the option `option` of the action. */
export function turnButtons(
  number: number,
  pages: number,
  { command, options }: Action,
  option: string,
  { say }: Messages,
): readonly Button[] {
  const turn = (label: string, page: number): readonly Button[] =>
    page < 1 || page > pages
      ? []
      : [{ label, shows: 'replace', action: { command, options: { ...options, [option]: String(page) } } }];
  return [...turn(say('answer.pages.previous'), number - 1), ...turn(say('answer.pages.next'), number + 1)];
}

/** The requested page of `items`. `action` shows the list again and takes an option `page`. */
export function pageOf<Item>(
  items: readonly Item[],
  size: number,
  asked: number,
  action: Action,
  messages: Messages,
): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(Math.max(asked, 1), pages);
  const buttons = turnButtons(number, pages, action, 'page', messages);
  return { items: items.slice((number - 1) * size, number * size), number, pages, buttons };
}

/** "Page 2 of 3", or nothing if there is only one page. */
export function pageNote({ number, pages }: Page<unknown>, { say }: Messages): string {
  return pages > 1 ? say('answer.pages.at', { number, pages }) : '';
}
