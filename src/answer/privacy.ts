/** What data is kept, in plain words: the same in `/privacy` and in PRIVACY.md. */

import type { Messages } from '../messages/messages.ts';
import type { Section } from './reply.ts';

/** How the operator runs the bot. */
export interface Keeping {
  /** Whether questions are recorded. */
  readonly questions: boolean;
  /** How long, in days. */
  readonly days: number;
  /** How to reach whoever runs the bot, if they say. */
  readonly contact: string | undefined;
}

export interface PersonRecords {
  readonly votes: readonly {
    /** Null outside servers. */
    readonly server: string | null;
    readonly entry: string;
    readonly day: string;
    readonly helpful: boolean;
    readonly meant: string | null;
  }[];
  /** Days on which they asked something that nobody else has asked yet; the words are not kept. */
  readonly questions: readonly { readonly day: string }[];
}

export interface PrivacyService {
  readonly keeping: Keeping;
  readonly recordsOf: (user: string, now: number) => Promise<PersonRecords>;
  /** Deletes all records of a person; returns how many there were. */
  readonly deleteRecordsOf: (
    user: string,
    now: number,
  ) => Promise<{ readonly votes: number; readonly questions: number }>;
}

const OF_QUESTIONS = [
  'answer.privacy.counts',
  'answer.privacy.texts',
  'answer.privacy.told',
  'answer.privacy.votes',
] as const;
const NOT_KEPT = ['answer.privacy.whoAsked', 'answer.privacy.inMemory', 'answer.privacy.lastAnswer'] as const;

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

/** What data is kept, for how long and by whom. */
export function privacySections({ questions, days, contact }: Keeping, { say }: Messages): readonly Section[] {
  const kept = questions
    ? [...OF_QUESTIONS.map((key) => say(key)), say('answer.privacy.howLong', { days })]
    : [say('answer.privacy.noQuestions')];
  return [
    { heading: say('answer.privacy.questions'), text: list(kept) },
    {
      heading: say('answer.privacy.servers'),
      text: list([
        say('answer.privacy.dailyPost'),
        say('answer.privacy.serverArticles'),
        say('answer.privacy.greeting'),
      ]),
    },
    { heading: say('answer.privacy.notKept'), text: list(NOT_KEPT.map((key) => say(key))) },
    {
      heading: say('answer.privacy.byWhom'),
      text: contact === undefined ? say('answer.privacy.noContact') : say('answer.privacy.contact', { contact }),
    },
  ];
}
