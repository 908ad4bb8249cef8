/** What every command returns: plain data that an edge (Discord, terminal, browser) draws and never reinterprets. */
import type { MessageKey, Messages, Values } from '../messages/messages.ts';
import type { Status } from '../search/decide.ts';

/** Where a statement stands and whose it is; `said_by` is a name as people read it. */
export interface Citation {
  readonly article: string;
  readonly paragraph: number;
  readonly said_by: string;
}

/** What a button, a menu or a modal runs: a command with its options, all that is needed and nothing kept in between. */
export interface Action {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface Button {
  readonly label: string;
  readonly action: Action;
  /** `new` posts a message of its own for the asker alone; `replace` turns the page in place. Default `new`. */
  readonly shows?: 'new' | 'replace';
}

/** A list to choose from; the chosen value becomes the option `option` of the action. */
export interface Menu {
  readonly placeholder: string;
  readonly action: Action;
  readonly option: string;
  readonly choices: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  /** As of a button. Default `new`. */
  readonly shows?: Button['shows'];
}

/** A modal to type into or to choose in; what is typed or chosen becomes the option `option` of the action. */
export type Modal = {
  readonly title: string;
  readonly label: string;
  readonly action: Action;
  readonly option: string;
} & (
  | { readonly placeholder: string; readonly maxLength: number }
  /** Two to ten, of which one is chosen. */
  | { readonly choices: readonly { readonly label: string; readonly value: string }[] }
);

export interface Section {
  readonly heading: string;
  readonly text: string;
}

export interface File {
  readonly name: string;
  /** What is in it, for those who do not see it. */
  readonly description: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Texts are the small markdown that Discord and the terminal share (bold, `>` quotes, `-` lists, `-#` small, links);
 * whatever a person typed has passed through `quoteUserText` before it stands in one. Lengths are the edge's care.
 */
export interface Reply {
  /** The language that it is in, and that an edge says its own words in. */
  readonly language: string;
  /** Only the asker sees it. */
  readonly private: boolean;
  readonly title?: string;
  /** The question that the text answers in full, for an edge that shows nothing else of it; there is no title beside it. */
  readonly asked?: string;
  /** Where the title leads, if an edge draws it as a link. */
  readonly url?: string;
  readonly text: string;
  readonly sections: readonly Section[];
  readonly citations: readonly Citation[];
  /** The last small line, such as "As of 16 May 2025". */
  readonly footer?: string;
  readonly buttons: readonly Button[];
  readonly menus: readonly Menu[];
  /** Quiet buttons in a row of their own, last: what the asker says of the answer. */
  readonly feedback?: readonly Button[];
  /** Set by a reply to a question in plain words, and only there. */
  readonly outcome?: Outcome;
  /** Open this modal instead of a message; the rest is what an edge without modals shows. */
  readonly modal?: Modal;
  readonly files?: readonly File[];
}

export interface Outcome {
  readonly status: Status;
  /** Said to the bot itself: no question, and not counted as one that found nothing. */
  readonly isSmallTalk: boolean;
  /** The id of the question or gap that was found. */
  readonly entry: string | null;
  /** The words it was asked in; null where the entry was chosen from a list or by a button. */
  readonly words: string | null;
  /** 0–1: the fitted chance that the entry is the right one. */
  readonly score: number;
  readonly suggestions: readonly { readonly entry: string; readonly question: string }[];
}

/** A reply from its parts, with nothing else in it, in the language of the messages. */
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
