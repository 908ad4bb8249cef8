import type {
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  InteractionType,
} from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { invalidWebhookToken, unknownInteraction, unknownWebhook } from '../errors.ts';

/** The default deadline for the first response; afterwards the interaction is unknown. */
const RESPONSE_MS = 3_000;
/** How long the token is valid for edits and follow-ups. */
export const TOKEN_MS = 15 * 60_000;

/** What Discord would show the user. */
export type Shown = { interaction: Interaction } & (
  | {
      /** A new message, or an edit of the one whose button was pressed. */
      kind: 'message' | 'update';
      message: APIMessage;
      ephemeral: boolean;
      /** Whether "is thinking…" was shown before it. */
      deferred: boolean;
    }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData }
  | { kind: 'choices'; choices: { name: string; value: string | number }[] }
  | { kind: 'failed'; text: 'The application did not respond' }
);

/** One interaction, from the user's action to the last follow-up. */
export interface Interaction {
  id: string;
  token: string;
  type: InteractionType;
  createdAt: number;
  user: APIUser;
  channelId: string;
  /** The message whose button, menu or modal caused it. */
  source: APIMessage | undefined;
  acknowledged: boolean;
  ephemeral: boolean;
  /** What a deferral left to be filled in. */
  pending: 'message' | 'update' | null;
  /** The message that `@original` stands for. */
  original: APIMessage | null;
  followUps: APIMessage[];
  shown: Promise<Shown>;
  settle(shown: Shown): void;
}

/** The interactions that users have started. */
export interface Interactions {
  all: Interaction[];
  /** The deadline for a first response, in milliseconds. */
  responseMs: number;
  begin(type: InteractionType, user: APIUser, channelId: string, source?: APIMessage): Interaction;
  /** Throws if the id or the token is wrong, or there was no response in time. */
  require(id: string, token: string): Interaction;
  /** The interaction of a webhook's token; throws if the token is unknown, not yet valid, or expired after 15 min. */
  requireToken(token: string): Interaction;
}

/** A registry of interactions, which expire by `clock`. */
export function createInteractions(
  clock: Clock,
  nextId: () => string,
  notify: () => void,
  responseMs = RESPONSE_MS,
): Interactions {
  const byId = new Map<string, Interaction>();
  const byToken = new Map<string, Interaction>();
  const all: Interaction[] = [];

  return {
    all,
    responseMs,
    begin(type, user, channelId, source) {
      const id = nextId();
      const { promise, resolve } = Promise.withResolvers<Shown>();
      const stopTimers: (() => void)[] = [];
      const interaction: Interaction = {
        id,
        token: `aW50ZXJhY3Rpb246${id}`,
        type,
        createdAt: clock.now(),
        user,
        channelId,
        source,
        acknowledged: false,
        ephemeral: false,
        pending: null,
        original: null,
        followUps: [],
        shown: promise,
        settle(shown) {
          for (const stop of stopTimers) stop();
          resolve(shown);
          notify();
        },
      };
      const fail = () => interaction.settle({ interaction, kind: 'failed', text: 'The application did not respond' });
      stopTimers.push(clock.after(responseMs, () => interaction.acknowledged || fail()));
      stopTimers.push(clock.after(TOKEN_MS, fail));
      all.push(interaction);
      byId.set(id, interaction);
      byToken.set(interaction.token, interaction);
      return interaction;
    },
    require(id, token) {
      const interaction = byId.get(id);
      if (!interaction || interaction.token !== token) throw unknownInteraction();
      if (!interaction.acknowledged && clock.now() - interaction.createdAt > responseMs) throw unknownInteraction();
      return interaction;
    },
    requireToken(token) {
      const interaction = byToken.get(token);
      if (!interaction) throw invalidWebhookToken();
      if (clock.now() - interaction.createdAt > TOKEN_MS) throw invalidWebhookToken();
      if (!interaction.acknowledged) throw unknownWebhook();
      return interaction;
    },
  };
}
