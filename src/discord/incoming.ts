/**
 * Discord's interactions: the raw JSON from the gateway or HTTP, parsed once here. Only the fields in use are checked,
 * so that Discord can add others.
 */
import { ApplicationCommandOptionType, InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Autocomplete } from '../answer/autocomplete.ts';
import type { Asker } from '../answer/command.ts';
import type { Request } from '../answer/dispatch.ts';
import { MODAL_INPUT } from './components.ts';
import { decodeWiring, type Wiring } from './custom-id.ts';
import { message, textOf } from './message-text.ts';

/** Permission bits of a member (https://discord.com/developers/docs/topics/permissions). */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

const common = {
  id: z.string().regex(/^\d+$/),
  application_id: z.string(),
  token: z.string(),
  locale: z.string().default('en-GB'),
  guild_id: z.string().optional(),
  guild_locale: z.string().optional(),
  channel_id: z.string().optional(),
  member: z
    .object({ user: z.object({ id: z.string() }), permissions: z.string().regex(/^\d+$/).default('0') })
    .optional(),
  user: z.object({ id: z.string() }).optional(),
};

const options = z
  .array(
    z.object({
      name: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]),
      focused: z.boolean().optional(),
    }),
  )
  .default([]);

const subcommand = z.object({ type: z.literal(ApplicationCommandOptionType.Subcommand), name: z.string(), options });

const command = z.object({
  name: z.string(),
  options,
  target_id: z.string().optional(),
  resolved: z.object({ messages: z.record(z.string(), message).optional() }).optional(),
});

/** A subcommand is a command whose name has two words. */
const commandData = z.union([
  command,
  command
    .extend({ options: z.tuple([subcommand]) })
    .transform(({ name, options: [{ name: second, options }], ...rest }) => ({
      ...rest,
      name: `${name} ${second}`,
      options,
    })),
]);

const interaction = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionType.Ping) }),
  z.object({ type: z.literal(InteractionType.ApplicationCommand), ...common, data: commandData }),
  z.object({ type: z.literal(InteractionType.ApplicationCommandAutocomplete), ...common, data: commandData }),
  z.object({
    type: z.literal(InteractionType.MessageComponent),
    ...common,
    message: z.object({ id: z.string() }).optional(),
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).optional() }),
  }),
  z.object({
    type: z.literal(InteractionType.ModalSubmit),
    ...common,
    data: z.object({
      custom_id: z.string(),
      components: z.array(z.object({ component: z.object({ custom_id: z.string(), value: z.string() }) })),
    }),
  }),
]);

type Parsed = z.infer<typeof interaction>;
type Answerable = Exclude<Parsed, { type: InteractionType.Ping }>;

/** What is needed to answer an interaction. */
export interface InteractionReference {
  readonly id: string;
  readonly token: string;
  readonly application: string;
}

export type Incoming =
  | { readonly kind: 'ping' }
  | {
      readonly kind: 'autocomplete';
      readonly reference: InteractionReference;
      readonly autocomplete: Autocomplete;
    }
  | {
      readonly kind: 'command';
      readonly reference: InteractionReference;
      readonly request: Request;
      readonly isPrivate: boolean;
    }
  | {
      readonly kind: 'component';
      readonly reference: InteractionReference;
      readonly request: Request;
      readonly shows: Wiring['shows'];
    }
  | { readonly kind: 'modal'; readonly reference: InteractionReference; readonly request: Request }
  /** A component or modal of an older version, or of another program. */
  | { readonly kind: 'outdated'; readonly reference: InteractionReference; readonly locale: string };

function askerOf({ guild_id, guild_locale, channel_id, member, user, locale }: Answerable): Asker {
  const id = (member?.user ?? user)?.id;
  if (id === undefined) throw new TypeError('an interaction without a user');
  const asker = { user: id, locale, ...(channel_id !== undefined && { channel: channel_id }) };
  if (guild_id === undefined) return asker;
  const canManage = (BigInt(member?.permissions ?? 0) & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;
  return { ...asker, guild: { id: guild_id, canManage, ...(guild_locale !== undefined && { locale: guild_locale }) } };
}

/** The request of a component or modal: its action, with the chosen or typed value in the slot. */
function wired(customId: string, value: string | undefined, asker: Asker, origin: string) {
  const wiring = decodeWiring(customId);
  // The bot never sends a slot without a value, or a value without a slot.
  if (!wiring || (wiring.slot === undefined) !== (value === undefined)) return null;
  const { command, options } = wiring.action;
  const filled = wiring.slot === undefined || value === undefined ? options : { ...options, [wiring.slot]: value };
  // A follow-up is in the language of the reply, whatever the user's locale on Discord.
  const reader = { ...asker, locale: wiring.language };
  return { request: { command, options: filled, asker: reader, origin }, shows: wiring.shows };
}

function commandOf(
  parsed: Extract<Answerable, { type: InteractionType.ApplicationCommand }>,
  reference: InteractionReference,
): Incoming {
  const { name, options, target_id, resolved } = parsed.data;
  const target = target_id === undefined ? undefined : resolved?.messages?.[target_id];
  const given = Object.fromEntries(options.map(({ name, value }) => [name, value]));
  const request = {
    command: name,
    options: target ? { ...given, message: textOf(target) } : given,
    asker: askerOf(parsed),
    origin: parsed.id,
  };
  return { kind: 'command', reference, request, isPrivate: target !== undefined || given.private === true };
}

/**
 * Parses an interaction. A message command gives the message's text as the option `message`.
 * @throws {z.ZodError} if it does not have Discord's shape, {TypeError} if it has no user.
 */
export function readInteraction(raw: unknown): Incoming {
  const parsed = interaction.parse(raw);
  if (parsed.type === InteractionType.Ping) return { kind: 'ping' };
  const reference = { id: parsed.id, token: parsed.token, application: parsed.application_id };
  const outdated: Incoming = { kind: 'outdated', reference, locale: parsed.locale };
  switch (parsed.type) {
    case InteractionType.ApplicationCommand:
      return commandOf(parsed, reference);
    case InteractionType.ApplicationCommandAutocomplete: {
      const focused = parsed.data.options.find((option) => option.focused);
      const autocomplete = {
        command: parsed.data.name,
        option: focused?.name ?? '',
        typed: String(focused?.value ?? ''),
        asker: askerOf(parsed),
      };
      return { kind: 'autocomplete', reference, autocomplete };
    }
    case InteractionType.MessageComponent: {
      const { message, data } = parsed;
      const found = wired(data.custom_id, data.values?.[0], askerOf(parsed), message?.id ?? parsed.id);
      return found ? { kind: 'component', reference, ...found } : outdated;
    }
    case InteractionType.ModalSubmit: {
      const input = parsed.data.components.find(({ component }) => component.custom_id === MODAL_INPUT);
      const found = wired(parsed.data.custom_id, input?.component.value, askerOf(parsed), parsed.id);
      return found ? { kind: 'modal', reference, request: found.request } : outdated;
    }
  }
}
