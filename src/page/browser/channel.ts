/** The channel: its messages, and what the bot's responses do to them. */
import {
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  InteractionResponseType as Type,
} from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/render.ts';
import {
  commandInteraction,
  componentInteraction,
  type GivenOption,
  type Interaction,
  mentionMessage,
  messageInteraction,
  modalInteraction,
  snowflake,
  type Target,
} from './interaction.ts';
import { type Answer, fetchGreeting, fetchLater, send, sendMessage } from './server.ts';
import type { Shown } from './shown.ts';
import { say } from './words.ts';

type Body = Pick<MessageBody, 'components'>;

const EMPTY: Body = { components: [] };

export interface Channel {
  readonly messages: () => readonly Shown[];
  /** Shows the bot's greeting, as in a server that it joins. */
  readonly greet: () => Promise<void>;
  readonly say: (text: string) => Promise<void>;
  readonly run: (command: string, options: readonly GivenOption[]) => Promise<void>;
  readonly apply: (command: string, target: Target) => Promise<void>;
  readonly press: (
    message: Shown,
    component: { readonly type: number; readonly custom_id: string },
    values?: readonly string[],
  ) => Promise<void>;
  readonly fill: (customId: string, input: string, value: string) => Promise<void>;
  readonly dismiss: (message: Shown) => void;
}

export interface Surroundings {
  readonly changed: () => void;
  readonly openModal: (modal: APIModalInteractionResponseCallbackData) => void;
}

type About = Partial<Pick<Shown, 'command' | 'repliesTo'>>;

function isPrivate(data: object | undefined): boolean {
  return data !== undefined && 'flags' in data && (Number(data.flags) & MessageFlags.Ephemeral) !== 0;
}

/** An empty channel. */
export function createChannel({ changed, openModal }: Surroundings): Channel {
  let messages: readonly Shown[] = [];
  const change = (next: readonly Shown[]) => {
    messages = next;
    changed();
  };
  const add = (body: Body, more: Partial<Shown>): Shown => {
    const message: Shown = {
      ...{ id: snowflake(), by: 'bot', at: new Date(), isPrivate: false, files: [] },
      components: body.components,
      ...more,
    };
    change([...messages, message]);
    return message;
  };
  const replace = (old: Shown, { components }: Body) =>
    change(messages.map((message) => (message.id === old.id ? { ...omitPending(message), components } : message)));

  const show = async ({ response, files }: Answer, interaction: Interaction, about: About, source?: Shown) => {
    const named = files.map((file) => ({ name: file.name, url: URL.createObjectURL(file) }));
    switch (response.type) {
      case Type.ChannelMessageWithSource:
        add(response.data as MessageBody, { ...about, isPrivate: isPrivate(response.data), files: named });
        break;
      case Type.DeferredChannelMessageWithSource: {
        const more = { ...about, isPrivate: isPrivate(response.data), pending: true } as const;
        replace(add(EMPTY, more), await fetchLater(interaction));
        break;
      }
      case Type.UpdateMessage:
        if (source) replace(source, response.data as MessageBody);
        break;
      case Type.DeferredMessageUpdate:
        if (source) replace(source, await fetchLater(interaction));
        break;
      case Type.Modal:
        openModal(response.data);
        break;
    }
  };
  const failed = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const content = say('page.channel.noResponse', { reason });
    add(EMPTY, { content, isPrivate: true });
  };
  const ask = async (interaction: Interaction, about: About, source?: Shown) => {
    try {
      await show(await send(interaction), interaction, about, source);
    } catch (error) {
      failed(error);
    }
  };
  return {
    messages: () => messages,
    greet: async () => {
      try {
        add(await fetchGreeting(), {});
      } catch (error) {
        failed(error);
      }
    },
    say: async (text) => {
      const message = mentionMessage(text);
      add(EMPTY, { content: message.content, id: message.id, by: 'you' });
      try {
        const body = await sendMessage(message);
        if (body) add(body, { repliesTo: text });
      } catch (error) {
        failed(error);
      }
    },
    run: (command, options) => ask(commandInteraction(command, options), { command: `/${command}` }),
    apply: (command, target) => ask(messageInteraction(command, target), { command }),
    press: (message, component, values) => ask(componentInteraction(component, values, message), {}, message),
    fill: (customId, input, value) => ask(modalInteraction(customId, input, value), {}),
    dismiss: ({ id }) => change(messages.filter((message) => message.id !== id)),
  };
}

function omitPending({ pending: _, ...message }: Shown): Shown {
  return message;
}
