/** A slash command as data, from which it is dispatched, registered and documented. */
import type { MessageKey } from '../messages/messages.ts';
import type { DailyService } from './daily.ts';
import type { InsightsService } from './insights.ts';
import type { Languages, Spoken } from './languages.ts';
import type { PrivacyService } from './privacy.ts';
import type { Reply } from './reply.ts';
import type { ServerArticles } from './server-articles.ts';

/** A value, or its promise if something has to be waited for. */
export type Awaitable<Value> = Value | Promise<Value>;

interface OptionBase {
  /** What Discord shows, at most 100 characters. */
  readonly description: MessageKey;
  readonly required?: boolean;
}

export interface TextOption extends OptionBase {
  readonly type: 'text';
  readonly maxLength: number;
  /** What somebody says in words of their own, which tell their language. */
  readonly isSpeech?: true;
  /** Fixed choices, shown by Discord as a list. */
  readonly choices?: readonly { readonly name: MessageKey; readonly value: string }[];
  /** What to offer for what was typed so far, best first; quick and without side effects. */
  readonly suggest?: (typed: string, context: Context) => readonly Choice[];
  /**
   * The article that what was typed speaks of, if none is chosen among several: its id, or `all`. Undefined if it speaks
   * of none.
   */
  readonly articleOf?: (typed: string, context: Context) => string | undefined;
}

export interface IntegerOption extends OptionBase {
  readonly type: 'integer';
  readonly min: number;
  readonly max?: number;
}

export interface BooleanOption extends OptionBase {
  readonly type: 'boolean';
}

/** A channel of the server that may be posted in; its value is the channel's id. */
export interface ChannelOption extends OptionBase {
  readonly type: 'channel';
}

/** A role of the server; its value is the role's id. */
export interface RoleOption extends OptionBase {
  readonly type: 'role';
}

export type Option = TextOption | IntegerOption | BooleanOption | ChannelOption | RoleOption;
export type Options = Readonly<Record<string, Option>>;

export interface Choice {
  readonly name: string;
  readonly value: string;
}

type ValueOf<O extends Option> = O extends IntegerOption ? number : O extends BooleanOption ? boolean : string;

/** The values a command gets, by its options' declaration: required ones are there, others may be absent. */
export type Values<O extends Options> = {
  readonly [Name in keyof O as O[Name]['required'] extends true ? Name : never]: ValueOf<O[Name]>;
} & {
  readonly [Name in keyof O as O[Name]['required'] extends true ? never : Name]?: ValueOf<O[Name]>;
};

/** Who asks, and where; only what a command may decide by. */
export interface Asker {
  readonly user: string;
  /** The server it was asked in; absent in direct messages. */
  readonly guild?: {
    readonly id: string;
    readonly canManage: boolean;
    /** Discord's language of the server. */
    readonly locale?: string | undefined;
  };
  readonly locale: string;
  /** The channel it was asked in, so that what the same person asks next there can go on from it. */
  readonly channel?: string;
  /** The entry, by its id or question, that they go on from: what they were answered with a moment ago, or reply to. */
  readonly before?: string | undefined;
}

/** What a command may read, in the language it is to answer in; swapped whole when the knowledge is reloaded. */
export interface Context extends Spoken {
  readonly languages: Languages;
  /** Article id → its paragraphs, where the operator has given the article's text. */
  readonly articleText: ReadonlyMap<string, readonly string[]>;
  readonly now: Date;
  /** That its one article stands for several of which it was chosen, so that a reply tells which. */
  readonly isChosen?: true;
  /** Where the bot runs on Discord with a token; absent in the terminal and on the page. */
  readonly daily?: DailyService;
  /** Where what is asked is written down. */
  readonly insights?: InsightsService;
  /** Where there is a store to keep in which articles a server hears of. */
  readonly serverArticles?: ServerArticles;
  /** Where there is a store, so that something may be kept. */
  readonly privacy?: PrivacyService;
}

export interface Command<O extends Options = Options> {
  /**
   * By which it is known everywhere, in one language. A slash command's name of two words, such as `daily set`, is a
   * group and what to do in it.
   */
  readonly name: string;
  /** What a message command is called in each language; in English, as its name says. */
  readonly title?: MessageKey;
  /** The same if there are several articles. */
  readonly titleOfSeveral?: MessageKey;
  /** What Discord and `/help` show, at most 100 characters. */
  readonly description: MessageKey;
  readonly options: O;
  /**
   * That it is about one article, which can be chosen if there are several, or is the newest; `any` if it can be about all
   * of them as well.
   */
  readonly articles?: 'one' | 'any';
  /** The description if there are several articles, if that is another. */
  readonly descriptionOfSeveral?: MessageKey;
  /** That it is of no use if there is only one article. */
  readonly needsSeveral?: boolean;
  /**
   * `message command`: a right-click on somebody's message, whose text comes as the option `message`.
   * `component`: run by a button or a modal alone, and listed nowhere.
   */
  readonly kind?: 'slash' | 'message command' | 'component';
  /** A list for everybody who sees it: in a server it is in the server's language, rather than that of whoever asks. */
  readonly isList?: boolean;
  /** Shown to, and run for, people with Manage Server alone, and only in servers. */
  readonly managersOnly?: boolean;
  // A method, so that commands of different options fit one list; `parseValues` sees that each gets its own.
  run(values: Values<O>, context: Context, asker: Asker): Awaitable<Reply>;
}

/** Lets the types of a command's values follow from its options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command;
}

/** Those that people find by name, in lists and menus. */
export function listed(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ kind }) => kind !== 'component');
}

/** How a slash command is typed, its optional options in brackets: "/ask question [private]". */
export function usageOf({ name, options }: Pick<Command, 'name' | 'options'>): string {
  const shown = Object.entries(options).map(([option, { required }]) => (required ? option : `[${option}]`));
  return `/${[name, ...shown].join(' ')}`;
}
