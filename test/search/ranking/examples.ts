/** A made-up library's questions: seven entries, some of them near each other. */
import type { Example } from '../../../src/search/ranking/index.ts';

const phrasings: Readonly<Record<string, readonly string[]>> = {
  'opening-hours': [
    'when does the library open',
    'what are the opening hours',
    'is the library open on sunday',
    'how late are you open tonight',
    'closing time on saturday',
    'until when can I stay in the reading room',
  ],
  'borrow-limit': [
    'how many books may I borrow',
    'what is the limit for borrowing',
    'maximum number of books on one card',
    'can I take ten novels home',
    'how many loans am I allowed at once',
    'is there a limit on borrowed films',
  ],
  'renew-loan': [
    'how do I renew a book',
    'can I keep the book longer',
    'extend my loan please',
    'I need two more weeks with this novel',
    'renewing a borrowed film',
    'is it possible to prolong the loan period',
  ],
  'late-fee': [
    'what is the fine for a late book',
    'how much do I pay per day overdue',
    'I returned my book too late, what does it cost',
    'late fee',
    'are there charges for overdue films',
    'how high is the penalty for returning late',
  ],
  'lost-card': [
    'I lost my library card',
    'my card was stolen, what now',
    'replace a missing card',
    'how do I get a new card after losing mine',
    'card gone, need another one',
    'what does a replacement card cost',
  ],
  'reserve-room': [
    'book a study room',
    'how can our group reserve a room',
    'is there a quiet room to rent',
    'reservation of the meeting room',
    'we want to use the seminar room on friday',
    'room booking for six people',
  ],
  greeting: ['hello', 'hi there', 'good morning', 'hey', 'good evening everyone', 'hello library'],
};

export const library: readonly Example[] = Object.entries(phrasings).flatMap(([label, texts]) =>
  texts.map((text) => ({ text, label })),
);
