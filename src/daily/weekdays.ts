/** Days of the week as people write them, in any of the bot's languages, and as digits from 1 for Monday. */
import { languagesSpoken, type MessageKey, type Messages, messagesIn } from '../messages/messages.ts';
import { DAY_MS } from '../text/dates.ts';
import { memoize } from '../text/memoize.ts';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Sets of days that have a name of their own. */
const NAMED: Readonly<Record<string, MessageKey>> = {
  '1234567': 'daily.weekdays.all',
  '12345': 'daily.weekdays.work',
  '67': 'daily.weekdays.weekend',
};

/** A Monday, from which the names of the days are derived. */
const MONDAY = Date.UTC(2024, 0, 1);
const SHORTEST_PREFIX = 2;

const nameOf = (day: string, { locale }: Messages, weekday: 'long' | 'short') =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(MONDAY + (Number(day) - 1) * DAY_MS);

/** Days in the language of the messages. */
export function weekdaysIn(days: string, messages: Messages): string {
  const named = NAMED[days];
  if (named) return messages.say(named);
  return [...days].map((day) => nameOf(day, messages, 'long')).join(messages.say('list.separator'));
}

/** Sets of days to choose from: named sets, and each day. */
export function weekdayChoices(messages: Messages): readonly { readonly name: string; readonly value: string }[] {
  return [...Object.keys(NAMED).toSorted((a, b) => b.length - a.length), ...DAYS].map((value) => ({
    name: weekdaysIn(value, messages),
    value,
  }));
}

const plain = (text: string) => text.toLowerCase().replaceAll('’', "'").replace(/\.$/, '');

/** Every name of a day, or of a set of days, in every language → its digits. */
const named = memoize((languages: readonly string[]): ReadonlyMap<string, string> => {
  const spoken = languages.map(messagesIn);
  return new Map([
    ...spoken.flatMap((messages) =>
      Object.entries(NAMED).map(([days, key]) => [plain(messages.say(key)), days] as const),
    ),
    ...spoken.flatMap((messages) =>
      DAYS.flatMap((day) =>
        (['short', 'long'] as const).map((form) => [plain(nameOf(day, messages, form)), day] as const),
      ),
    ),
  ]);
});

/** The day with a name or an abbreviated name; null if none matches, or several do. */
function dayOf(typed: string, names: ReadonlyMap<string, string>): string | null {
  const exact = names.get(typed) ?? (DAYS.some((day) => day === typed) ? typed : undefined);
  if (exact !== undefined) return exact;
  if (typed.length < SHORTEST_PREFIX) return null;
  const found = new Set(
    [...names].filter(([name, days]) => days.length === 1 && name.startsWith(typed)).map(([, day]) => day),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The days from one to another, across Sunday if necessary. */
function between(first: string, last: string): string {
  const length = (Number(last) - Number(first) + 7) % 7;
  return Array.from({ length: length + 1 }, (_, step) => String(((Number(first) - 1 + step) % 7) + 1)).join('');
}

/** Days that somebody typed ("Mon-Fri", "пн, чт", "135") as sorted digits; null if they cannot be read. */
export function readWeekdays(typed: string): string | null {
  const text = plain(typed.trim());
  const names = named(languagesSpoken());
  const whole = /^[1-7]+$/.test(text) ? text : names.get(text);
  const days =
    whole === undefined
      ? text.split(/[\s,;]+/).map((part) => {
          const [first, last = first, ...more] = part.split(/[-–]/).map((name) => dayOf(plain(name), names));
          return first && last && more.length === 0 ? between(first, last) : null;
        })
      : [whole];
  if (text === '' || days.includes(null)) return null;
  return [...new Set(days.join(''))].toSorted().join('');
}
