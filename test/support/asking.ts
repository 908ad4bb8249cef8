/** People who ask the small knowledge and press buttons, with records in a store; time is passed in. */
import { commands } from '../../commands/index.ts';
import { createHandler } from '../../src/answer/handler.ts';
import type { Action, Reply } from '../../src/answer/reply.ts';
import { createLog } from '../../src/config/log.ts';
import { openInsights } from '../../src/insights/open.ts';
import type { Store } from '../../src/store/open.ts';
import { smallContext } from './knowledge.ts';

export interface Person {
  readonly user: string;
  /** Undefined in direct messages. */
  readonly guild?: string;
  readonly canManage?: boolean;
}

export interface Asking {
  now: number;
  /** Asks or presses, and resolves when everything that follows is written. */
  readonly act: (person: Person, action: Action, origin?: string) => Promise<Reply>;
  readonly ask: (person: Person, question: string) => Promise<Reply>;
  /** Presses the button with a label. */
  readonly press: (person: Person, reply: Reply, label: string) => Promise<Reply>;
  /** Resolves when all pending writes are done. */
  readonly written: () => Promise<void>;
  /** Stops when everything is written. */
  readonly stop: () => Promise<void>;
}

type Settings = Parameters<typeof openInsights>[0];

export const SETTINGS = {
  storesQuestions: true,
  keepDays: 90,
  hashKey: 'a key of more than thirty-two characters',
  operatorContact: 'mail@operator.example',
  token: undefined,
} as const satisfies Settings;

export function asking(store: Store, settings: Partial<Settings> = {}, now = '2026-05-16T10:00:00Z'): Asking {
  const log = createLog('silent');
  const state = { now: Date.parse(now) };
  const clock = () => state.now;
  const insights = openInsights({ ...SETTINGS, ...settings }, store, clock, log, clock);
  const { records, settled: written, stop } = insights;
  insights.beginDeleting();
  const handler = createHandler({
    commands,
    current: () => smallContext,
    records,
    replied: () => undefined,
    mayAsk: () => true,
    mayComplete: () => true,
    log,
    now: () => state.now,
  });
  const act: Asking['act'] = async ({ user, guild, canManage = false }, { command, options }, origin) => {
    const place = guild === undefined ? {} : { guild: { id: guild, canManage } };
    const asker = { user, locale: 'en-GB', ...place };
    const request = { command, options, asker, language: 'en', ...(origin && { origin }) };
    const reply = await handler.answer(request);
    await written();
    return reply;
  };
  return Object.assign(state, {
    act,
    ask: (person: Person, question: string) => act(person, { command: 'ask', options: { question } }),
    press: (person: Person, { buttons, feedback = [] }: Reply, label: string) => {
      const button = [...buttons, ...feedback].find((one) => one.label === label);
      if (!button) throw new Error(`there is no button "${label}"`);
      return act(person, button.action);
    },
    written,
    stop,
  });
}
