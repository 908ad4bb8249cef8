/**
 * One greeting, from the invitation to settlement. A crash
 * - before the invitation is recorded leaves nothing: Discord reports it again when the bot next connects;
 * - after that leaves `due`: the next process makes it;
 * - after `sending` was recorded, before or after Discord had it, leaves `sending`: the process that takes over
 *   when the lease ends looks in the channel first, and sends only if it is not there.
 */
import { spokenFor } from '../answer/language-of.ts';
import type { Languages } from '../answer/languages.ts';
import type { Logger } from '../config/log.ts';
import type { MessageKey } from '../messages/messages.ts';
import type { Channel } from '../posting/channel.ts';
import { type Nonces, nonceOf } from '../posting/nonce.ts';
import { backoffMs } from '../posting/retry.ts';
import type { Store } from '../store/open.ts';
import { greeting, greetingTitles } from './content.ts';
import { GREETED_WITHIN_MS, type Greeting, markSending, postpone, settle, takeUpGreetings } from './ledger.ts';

export interface GreetingContext {
  readonly store: Store;
  readonly channel: Channel;
  /** The permissions that the bot lacks in a channel. */
  readonly missing: (guild: string, channel: string) => Promise<readonly MessageKey[]>;
  readonly languages: () => Languages;
  /** The unique name of this process. */
  readonly owner: string;
  readonly nonces: Nonces;
  readonly now: () => number;
  /** From 0 to below 1, like Math.random. */
  readonly random: () => number;
  readonly log: Logger;
}

async function end(held: Greeting, state: 'sent' | 'failed' | 'unknown', why: object, { store, log }: GreetingContext) {
  if (!(await settle(store, held, state))) return;
  const about = { guild: held.guild_id, ...why };
  if (state === 'sent') log.info(about, 'a server was greeted');
  else log.warn({ ...about, state }, 'a server was not greeted');
}

/** Whether earlier attempts have certainly not posted; if not, the greeting has ended, or waits. */
async function isSeenAbsent(held: Greeting, context: GreetingContext): Promise<boolean> {
  const { channel, store, now, random } = context;
  const seen = await channel.look(held.channel_id, greetingTitles(), held.joined_at);
  if (seen.kind === 'absent') return true;
  if (seen.kind === 'found') await end(held, 'sent', { message: seen.message }, context);
  else if (seen.kind === 'hidden') await end(held, 'unknown', { reason: seen.reason }, context);
  else await postpone(store, held, now() + backoffMs(held.attempts, random), 'sending');
  return false;
}

async function send(held: Greeting, context: GreetingContext): Promise<void> {
  const { store, channel, languages, nonces, now, random } = context;
  const nonce = nonceOf(held.guild_id, `greeting ${held.joined_at}`);
  const isUnclear = held.state === 'sending';
  if (isUnclear && !nonces.hold(nonce) && !(await isSeenAbsent(held, context))) return;
  const spoken = languages().in(spokenFor(held.locale, { languages: languages() }));
  const sending = await markSending(store, held, now());
  if (sending === null) return;
  if (!nonces.hold(nonce)) nonces.begin(nonce);
  const sent = await channel.send(held.channel_id, greeting(spoken), nonce);
  const again = now() + backoffMs(sending.attempts, random);
  switch (sent.kind) {
    case 'sent':
      return end(sending, 'sent', { message: sent.message }, context);
    case 'refused':
      return end(sending, 'failed', { reason: sent.reason }, context);
    case 'limited':
      return postpone(store, sending, Math.max(again, now() + sent.waitMs), isUnclear ? 'sending' : 'due');
    case 'unclear':
      return postpone(store, sending, again, 'sending');
  }
}

/** The permissions that the bot lacks in the channel; null if Discord cannot say now. */
async function lackingIn({ guild_id: guild, channel_id }: Greeting, { missing, log }: GreetingContext) {
  try {
    return await missing(guild, channel_id);
  } catch (err) {
    log.warn({ err, guild }, 'a greeting has to wait, as Discord does not say what is allowed');
    return null;
  }
}

async function greet(held: Greeting, context: GreetingContext): Promise<void> {
  const { store, now, random } = context;
  if (now() - held.joined_at > GREETED_WITHIN_MS) {
    return end(held, held.state === 'due' ? 'failed' : 'unknown', { reason: 'it came too late' }, context);
  }
  if (held.state === 'sending') return send(held, context);
  const lacking = await lackingIn(held, context);
  if (lacking === null) return postpone(store, held, now() + backoffMs(held.attempts, random), 'due');
  return lacking.length > 0 ? end(held, 'failed', { lacking }, context) : send(held, context);
}

/**
 * Makes all greetings that are due and not held by another process; one that fails is logged, and tried again when its
 * lease ends.
 */
export async function greetAll(context: GreetingContext): Promise<void> {
  const { store, owner, now, log } = context;
  const held = await takeUpGreetings(store, owner, now());
  await Promise.all(
    held.map(async (one) => {
      try {
        await greet(one, context);
      } catch (err) {
        log.error({ err, guild: one.guild_id }, 'a greeting failed');
      }
    }),
  );
}
