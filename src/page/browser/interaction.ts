/** Interactions as Discord sends them, in its raw JSON. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { identity } from '../identity.ts';
import { language, say } from './words.ts';

export type Value = string | number | boolean;

export interface GivenOption {
  readonly name: string;
  readonly type: number;
  readonly value: Value;
  readonly focused?: true;
}

/** A message in the channel, as a message command sends it. */
export interface Target {
  readonly id: string;
  readonly content: string;
}

/** Types of interactions and commands (https://discord.com/developers/docs/interactions/receiving-and-responding). */
const TYPE = { command: 2, component: 3, typing: 4, modal: 5 } as const;
const COMMAND = { slash: 1, message: 3 } as const;
const SUBCOMMAND = 1;

const EPOCH = 1_420_070_400_000n;
let counted = 0n;

/** A new id in Discord's format, for the current time. */
export function snowflake(): string {
  counted = (counted + 1n) & 0xfffn;
  return String(((BigInt(Date.now()) - EPOCH) << 22n) | counted);
}

/** The page's user: a new one each time the page is loaded, with Manage Server. */
export const user = { id: snowflake(), username: 'you', global_name: say('page.message.you') };

function interaction(type: number, data: object, more: object = {}) {
  return {
    version: 1,
    id: snowflake(),
    application_id: identity.application,
    type,
    token: crypto.randomUUID(),
    guild_id: identity.guild,
    channel_id: identity.channel,
    // The page's language stands for the user's locale on Discord.
    locale: language,
    guild_locale: language,
    // Manage Server, and the permissions to read and write in a channel.
    member: { user, permissions: String((1n << 5n) | (1n << 10n) | (1n << 11n)) },
    authorizing_integration_owners: { 0: identity.guild },
    data,
    ...more,
  };
}

export type Interaction = ReturnType<typeof interaction>;

/** The data of a command, or of a subcommand if the name has two words. */
function commandData(name: string, given: readonly GivenOption[]) {
  const [first = name, second] = name.split(' ');
  const options = second === undefined ? given : [{ type: SUBCOMMAND, name: second, options: given }];
  return { id: '1', type: COMMAND.slash, name: first, options };
}

export function commandInteraction(name: string, options: readonly GivenOption[]): Interaction {
  return interaction(TYPE.command, commandData(name, options));
}

/** The option with `focused` is the one being typed. */
export function typingInteraction(name: string, options: readonly GivenOption[]): Interaction {
  return interaction(TYPE.typing, commandData(name, options));
}

/** A command from a message's Apps menu. */
export function messageInteraction(name: string, target: Target): Interaction {
  const resolved = { messages: { [target.id]: target } };
  return interaction(TYPE.command, { id: '1', type: COMMAND.message, name, target_id: target.id, resolved });
}

/** A button pressed, or a choice made in a menu. */
export function componentInteraction(
  component: { readonly type: number; readonly custom_id: string },
  values: readonly string[] | undefined,
  message: { readonly id: string; readonly components: readonly APIMessageTopLevelComponent[] },
): Interaction {
  const data = { component_type: component.type, custom_id: component.custom_id, ...(values && { values }) };
  return interaction(TYPE.component, data, { message });
}

/** A submitted modal, by the `custom_id` of the modal and of its input. */
export function modalInteraction(customId: string, input: string, value: string): Interaction {
  return interaction(TYPE.modal, {
    custom_id: customId,
    components: [{ type: 18, component: { type: 4, custom_id: input, value } }],
  });
}

/** A message in the channel that mentions the bot. */
export function mentionMessage(content: string): Target & Record<string, unknown> {
  return {
    id: snowflake(),
    channel_id: identity.channel,
    guild_id: identity.guild,
    type: 0,
    content: `<@${identity.bot}> ${content}`,
    author: user,
  };
}
