import type { MessageBody } from '../../discord/render.ts';

/** A message as the channel shows it. */
export interface Shown extends Pick<MessageBody, 'components'> {
  readonly id: string;
  /** What was typed; the bot's own messages have only components. */
  readonly content?: string;
  readonly by: 'bot' | 'you';
  readonly at: Date;
  /** Visible only to the asker, who may dismiss it. */
  readonly isPrivate: boolean;
  /** The command that was used, shown in the line above: `/ask`. */
  readonly command?: string;
  /** The message that is answered, shown in the line above. */
  readonly repliesTo?: string;
  readonly files: readonly { readonly name: string; readonly url: string }[];
  /** The bot is still working on it. */
  readonly pending?: true;
}
