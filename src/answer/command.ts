/** A slash command as data: it is dispatched, registered and documented from this. */
import type { MessageKey } from '../messages/messages.ts';
import type { DailyService } from './daily.ts';
import type { InsightsService } from './insights.ts';
import type { Languages, Spoken } from './languages.ts';
import type { PrivacyService } from './privacy.ts';
import type { Reply } from './reply.ts';
import type { ServerArticles } from './server-articles.ts';
import type { ServerLanguage } from './server-language.ts';

/** A value or its promise. */
export type Awaitable<Value> = Value | Promise<Value>;

interface OptionBase {
  /** Shown by Discord; at most 100 characters. */
  readonly description: MessageKey;
  readonly required?: boolean;
}

export interface TextOption extends OptionBase {
  readonly type: 'text';
  readonly maxLength: number;
  /** Free text, which reveals the language of whoever wrote it. */
  readonly isSpeech?: true;
  /** Fixed choices, shown by Discord as a list. */
  readonly choices?: readonly { readonly name: MessageKey; readonly value: string }[];
  /** The choices for the text typed so far, best first; quick and without side effects. */
  readonly suggest?: (typed: string, context: Context) => readonly Choice[];
  /** The article that the typed text is about, used if none of several is chosen: its id, `all`, or undefined if none. */
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

/** A channel of the server that can be posted to; its value is the channel's id. */
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

/** The values that a command gets, typed by its options: required ones are present, others may be absent. */
export type Values<O extends Options> = {
  readonly [Name in keyof O as O[Name]['required'] extends true ? Name : never]: ValueOf<O[Name]>;
} & {
  readonly [Name in keyof O as O[Name]['required'] extends true ? never : Name]?: ValueOf<O[Name]>;
};

/** Who asks, and where: only what a command may depend on. */
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
  /** The channel it was asked in, so that the same person can ask a follow-up there. */
  readonly channel?: string;
  /** The entry that they follow up, by its id or question: their last answer, or the one that they reply to. */
  readonly before?: string | undefined;
}

/** What a command may read, in the language of its answer; replaced as a whole when the knowledge is reloaded. */
export interface Context extends Spoken {
  readonly languages: Languages;
  /** Article id → its paragraphs, if the operator has provided the article's text. */
  readonly articleText: ReadonlyMap<string, readonly string[]>;
  readonly now: Date;
  /** Set if its one article was chosen of several, so that a reply says which. */
  readonly isChosen?: true;
  /** Present if the bot runs on Discord with a token; absent in the terminal and on the page. */
  readonly daily?: DailyService;
  /** Present if questions are recorded. */
  readonly insights?: InsightsService;
  /** Present if there is a store for the articles that each server has chosen. */
  readonly serverArticles?: ServerArticles;
  /** Present if there is a store for the language of each server. */
  readonly serverLanguage?: ServerLanguage;
  /** Present if there is a store, so that data may be kept. */
  readonly privacy?: PrivacyService;
}

interface CommandBase<O extends Options> {
  /**
   * The name, the same in every language. If it has two words, such as `daily set`, it is a group and its subcommand.
   */
  readonly name: string;
  readonly options: O;
  /**
   * Set if the command is about one article: the one that somebody chooses, or the newest. `any` if it can also be
   * about all of them.
   */
  readonly articles?: 'one' | 'any';
  /** Set if the command is of no use with only one article. */
  readonly needsSeveral?: boolean;
  /** A list for everybody who sees it: in a server it is in the server's language, not the asker's. */
  readonly isList?: boolean;
  /** Only for people with Manage Server, and only in servers. */
  readonly managersOnly?: boolean;
  // A method, so that commands with different options fit in one list; `parseValues` makes sure that each gets its own.
  run(values: Values<O>, context: Context, asker: Asker): Awaitable<Reply>;
}

/** A command that people find in lists and menus. */
export interface ListedCommand<O extends Options = Options> extends CommandBase<O> {
  /** `message command`: a right-click on somebody's message, whose text comes as the option `message`. */
  readonly kind?: 'slash' | 'message command';
  /** A message command's name in each language; in English, the same as `name`. */
  readonly title?: MessageKey;
  /** The same, used if there are several articles. */
  readonly titleOfSeveral?: MessageKey;
  /** Shown by Discord and `/help`; at most 100 characters. */
  readonly description: MessageKey;
  /** The description with several articles, if it differs. */
  readonly descriptionOfSeveral?: MessageKey;
}

/** A command that is run only by a button or a modal, and listed nowhere. */
interface ComponentCommand<O extends Options = Options> extends CommandBase<O> {
  readonly kind: 'component';
}

export type Command<O extends Options = Options> = ListedCommand<O> | ComponentCommand<O>;

/** Infers the types of a command's values from its options. */
export function defineCommand<const O extends Options>(command: ListedCommand<O>): ListedCommand<O>;
export function defineCommand<const O extends Options>(command: ComponentCommand<O>): ComponentCommand<O>;
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command;
}

/** The commands that people can find in lists and menus. */
export function listed(commands: readonly Command[]): readonly ListedCommand[] {
  return commands.filter((command) => command.kind !== 'component');
}

/** How a slash command is typed, its optional options in brackets: "/ask question [private]". */
export function usageOf({ name, options }: Pick<Command, 'name' | 'options'>): string {
  const shown = Object.entries(options).map(([option, { required }]) => (required ? option : `[${option}]`));
  return `/${[name, ...shown].join(' ')}`;
}
