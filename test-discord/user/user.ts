import { type APIMessage, ApplicationCommandType, ComponentType, InteractionType } from 'discord-api-types/v10';
import type { Core } from '../core.ts';
import type { Interaction, Shown } from '../interactions/record.ts';
import { asText, type Json } from '../json.ts';
import { apiUser } from '../state/accounts.ts';
import { optionData, type Typed } from './command-data.ts';
import { modalData, requirePickable, usableComponent } from './components.ts';
import { offeredCommand } from './offered.ts';
import { type Place, partialMember, placeOf, type UserSpec } from './place.ts';

/** A person on the test Discord. Each action resolves with what Discord would show that person. */
export interface TestUser {
  id: string;
  /** Where this user acts. */
  channelId: string;
  /** Runs `/name`; a subcommand is part of the name: `daily set`. */
  slash(name: string, options?: Typed): Promise<Shown>;
  /** Types into the option `focused`, by default the last of `typed`. */
  autocomplete(name: string, typed: Typed, focused?: string): Promise<Shown>;
  click(message: APIMessage, customId: string): Promise<Shown>;
  select(message: APIMessage, customId: string, values: string[]): Promise<Shown>;
  /** Submits the modal that was shown, with these texts by custom id. */
  submit(shown: Shown, texts: Record<string, string>): Promise<Shown>;
  /** Picks `name` from the Apps menu of a message. */
  messageMenu(name: string, target: APIMessage): Promise<Shown>;
  /** Writes a message without waiting for an answer. */
  say(content: string): APIMessage;
  /** Writes a message that mentions the bot; resolves with the bot's reply to it. */
  mention(content: string): Promise<APIMessage>;
}

/** Delivers an interaction to the bot, over the gateway or the endpoint. */
export type Deliver = (interaction: Interaction, payload: Json) => void;

/** Creates a person who acts as `spec` says. */
export function createUser(core: Core, deliver: Deliver, spec: UserSpec): TestUser {
  const id = spec.id ?? core.nextId();
  const user = core.users.get(id) ?? apiUser(id, spec.name ?? `user${id.slice(-4)}`);
  core.users.set(id, user);
  const place: Place = placeOf(core, user, spec);

  function act(type: InteractionType, data: Json, source?: APIMessage): Promise<Shown> {
    const interaction = core.interactions.begin(type, user, place.channelId, source);
    const { token } = interaction;
    deliver(interaction, {
      id: interaction.id,
      application_id: core.applicationId,
      type,
      data,
      token,
      version: 1,
      ...(source ? { message: source } : {}),
      ...place.fields,
    });
    return interaction.shown;
  }

  function commandData(name: string, typed: Typed, focused?: string): Json {
    const words = name.split(' ');
    const command = offeredCommand(core, place, words[0] ?? '', ApplicationCommandType.ChatInput);
    const own = command.guild_id ? { guild_id: command.guild_id } : {};
    return {
      id: command.id,
      name: command.name,
      type: command.type,
      ...own,
      options: optionData(command, words, typed, focused),
    };
  }

  function say(content: string): APIMessage {
    return core.posts.say(user, place.channelId, content, place.guildId ? { member: partialMember(user) } : {});
  }

  return {
    id,
    channelId: place.channelId,
    slash: async (name, options = {}) => act(InteractionType.ApplicationCommand, commandData(name, options)),
    autocomplete: async (name, typed, focused = Object.keys(typed).at(-1)) =>
      act(InteractionType.ApplicationCommandAutocomplete, commandData(name, typed, focused)),
    async click(message, customId) {
      const { type, id: componentId } = usableComponent(message, customId);
      if (type !== ComponentType.Button) throw new Error(`"${customId}" is not a button.`);
      return act(
        InteractionType.MessageComponent,
        { component_type: type, custom_id: customId, id: componentId },
        message,
      );
    },
    async select(message, customId, values) {
      const menu = usableComponent(message, customId);
      requirePickable(menu, values);
      const data = { component_type: menu.type, custom_id: customId, id: menu.id, values };
      return act(InteractionType.MessageComponent, data, message);
    },
    async submit(shown, texts) {
      if (shown.kind !== 'modal') throw new Error(`A modal is needed to submit: "${shown.kind}" was shown.`);
      const data = modalData(shown.modal as unknown as Json, texts);
      return act(InteractionType.ModalSubmit, data, shown.interaction.source);
    },
    async messageMenu(name, target) {
      const command = offeredCommand(core, place, name, ApplicationCommandType.Message);
      const data = {
        id: command.id,
        name,
        type: command.type,
        target_id: target.id,
        resolved: { messages: { [target.id]: target } },
      };
      return act(InteractionType.ApplicationCommand, data);
    },
    say,
    mention(content) {
      const written = say(content.includes(`<@${core.bot.id}>`) ? content : `<@${core.bot.id}> ${content}`);
      const isReply = (message: APIMessage) => asText(message.message_reference?.message_id) === written.id;
      return core.changes.until(() => core.messages.in(place.channelId).find(isReply), {
        what: `a reply to "${content}"`,
      });
    },
  };
}
