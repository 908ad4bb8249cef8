/** What every command returns: plain data that an edge (Discord, terminal, browser) renders and never reinterprets. */
import type { MessageKey, Messages, Values } from '../messages/messages.ts';
import type { Status } from '../search/decide.ts';

/** The place of a statement and its speaker; `said_by` is a display name. */
export interface Citation {
  readonly article: string;
  readonly paragraph: number;
  readonly said_by: string;
}

/** What a button, a menu or a modal runs: a command with all of its options, so that no state is kept in between. */
export interface Action {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface Button {
  readonly label: string;
  readonly action: Action;
  /** `new` sends a new message to the asker alone; `replace` turns the page in place. Default `new`. */
  readonly shows?: 'new' | 'replace';
}

/** The most choices of a menu that every edge shows; a longer list needs several menus, or pages. */
export const A_MENU = 25;

/** A list to choose from; the chosen value becomes the option `option` of the action. */
export interface Menu {
  readonly placeholder: string;
  readonly action: Action;
  readonly option: string;
  readonly choices: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  /** As of a button. Default `new`. */
  readonly shows?: Button['shows'];
}

/** A modal with a text field or choices; the text or choice becomes the option `option` of the action. */
export type Modal = {
  readonly title: string;
  readonly label: string;
  readonly action: Action;
  readonly option: string;
} & (
  | { readonly placeholder: string; readonly maxLength: number }
  /** Two to ten choices, of which one is picked. */
  | { readonly choices: readonly { readonly label: string; readonly value: string }[] }
);

export interface Section {
  readonly heading: string;
  readonly text: string;
}

export interface File {
  readonly name: string;
  /** The alternative text. */
  readonly description: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Texts use the markdown that Discord and the terminal share (bold, `>` quotes, `-` lists, `-#` small, links). Text
 * from a person must pass through `quoteUserText` first.
 *
 * An edge makes every reply fit its limits: it cuts texts and labels, and leaves out choices, buttons and menus beyond
 * them. It does not say what it left out, so what people must be able to reach is the command's concern: it divides long
 * lists into pages, or into menus of at most `A_MENU` choices.
 */
export interface Reply {
  /** The language of the reply, and of what an edge adds to it. */
  readonly language: string;
  /** Only the asker sees it. */
  readonly private: boolean;
  /** Set if it only says that the asker asks faster than they may. */
  readonly isRateLimited?: true;
  readonly title?: string;
  /** The full question that the text answers, for an edge that shows it nowhere else. Never together with a title. */
  readonly asked?: string;
  /** The target of the title, if an edge renders it as a link. */
  readonly url?: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly citations: readonly Citation[];
  /** The small last line, such as "As of 16 May 2025". */
  readonly footer?: string;
  readonly buttons: readonly Button[];
  readonly menus: readonly Menu[];
  /** Inconspicuous buttons in the last row: feedback on the answer. */
  readonly feedback?: readonly Button[];
  /** Set by a reply to a question in plain words, and only there. */
  readonly outcome?: Outcome;
  /** A modal to open instead of a message; an edge without modals shows the rest. */
  readonly modal?: Modal;
  readonly files?: readonly File[];
}

export interface Outcome {
  readonly status: Status;
  /** Set for small talk, which is not counted as a question that found nothing. */
  readonly isSmallTalk: boolean;
  /** The id of the question or gap that was found. */
  readonly entry: string | null;
  /** The words it was asked in; null if the entry was chosen from a list or by a button. */
  readonly words: string | null;
  /** 0–1: the fitted probability that the entry is the right one. */
  readonly score: number;
  readonly suggestions: readonly { readonly entry: string; readonly question: string }[];
}

/** A reply from the given parts, with everything else empty, in the language of the messages. */
export function reply(
  { language }: Messages,
  parts: Partial<Omit<Reply, 'language'>> & { readonly text: string },
): Reply {
  return { language, private: false, sections: [], citations: [], buttons: [], menus: [], ...parts };
}

/** A message for the asker alone: a refusal, an error, an outdated button. */
export function privateLine(messages: Messages, key: MessageKey, values?: Values): Reply {
  return reply(messages, { private: true, text: messages.say(key, values) });
}
