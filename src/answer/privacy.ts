/** What is kept, said in plain words: the same in `/privacy` and in PRIVACY.md. */

import { count } from '../text/quote.ts';
import type { Section } from './reply.ts';

/** How the operator runs the bot. */
export interface Keeping {
  /** Whether anything of questions is kept. */
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
  /** Days on which they asked something that nobody else has asked yet; its words are not kept. */
  readonly questions: readonly { readonly day: string }[];
}

export interface PrivacyService {
  readonly keeping: Keeping;
  readonly recordsOf: (user: string, now: number) => Promise<PersonRecords>;
  /** Deletes what is kept of a person; gives how much it was. */
  readonly deleteRecordsOf: (
    user: string,
    now: number,
  ) => Promise<{ readonly votes: number; readonly questions: number }>;
}

const ofQuestions = (days: number): readonly string[] => [
  '**Counts**: how often an entry was asked in a server on a day, and how often an answer was not what was asked. ' +
    'Nobody’s id stands beside them; a question that found nothing is counted under a keyed hash of its words. ' +
    'Managers see their server’s counts, and the daily post names what was asked most.',
  '**Questions I could not answer, or misunderstood**: their words, in small letters and without links, e-mail ' +
    'addresses, mentions, Discord ids and long numbers; and only once two different people have asked the same. Until ' +
    'then I keep two keyed hashes, one of the words and one of the first asker, and no words. After that, nothing of ' +
    'who asked.',
  '**“Helpful” and “Not what I asked”**: your vote on an answer, under a keyed hash of your Discord id. The key is ' +
    'another one each month, so that your votes of two months cannot be joined without it.',
  `All of this is deleted when it is ${count(days, 'day')} old, words so long after they were last asked; a server’s ` +
    'part at once when the server removes me.',
];

const NOTHING_OF_QUESTIONS = 'Nothing of what is asked: that is turned off here.';

/** What is kept, for how long and by whom. */
export function privacySections({ questions, days, contact }: Keeping): readonly Section[] {
  const kept = questions ? ofQuestions(days) : [NOTHING_OF_QUESTIONS];
  return [
    { heading: 'Kept of questions', text: kept.map((line) => `- ${line}`).join('\n') },
    {
      heading: 'Kept of servers',
      text:
        '- **The daily post**, if a manager has set one: server, channel, time, time zone, and for 30 days how each ' +
        'post went. It ends with `/daily off`, and is deleted when the server removes me. Only the date of that day’s ' +
        'post stays, with the server’s id, until it is over everywhere, so that inviting me again makes no second post.',
    },
    {
      heading: 'Not kept',
      text:
        '- Who asked what, names, messages, and what you look up.\n' +
        '- Your id and words are in memory until what you asked is counted, and your id while it is seen to that nobody asks ' +
        'too fast.\n' +
        '- Which answer you last got in a channel is in memory for ten minutes, so that I understand “and Putin?”; nothing ' +
        'of that is stored.',
    },
    {
      heading: 'By whom',
      text:
        contact === undefined
          ? 'Whoever runs this bot. They have left no address here; ask those who invited me to the server.'
          : `Whoever runs this bot: ${contact}`,
    },
  ];
}
