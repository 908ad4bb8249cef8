import type { MessageBody } from '../../discord/render.ts';

/** A message as the channel shows it. */
export interface Shown extends Pick<MessageBody, 'components'> {
  readonly id: string;
  /** What was typed; a message of the bot's has components alone. */
  readonly content?: string;
  readonly by: 'bot' | 'you';
  readonly at: Date;
  /** Only the asker sees it, and may dismiss it. */
  readonly isPrivate: boolean;
  /** The command that was used, as the line above shows it: `/ask`. */
  readonly command?: string;
  /** What was asked, where the line above shows a message that is answered. */
  readonly repliesTo?: string;
  readonly files: readonly { readonly name: string; readonly url: string }[];
  /** The bot is still working on it. */
  readonly pending?: true;
}
