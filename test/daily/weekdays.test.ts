import { expect, test } from 'vitest';
import { readWeekdays, weekdayChoices, weekdaysIn } from '../../src/daily/weekdays.ts';
import { languagesSpoken, messagesIn } from '../../src/messages/messages.ts';
import { english } from '../support/messages.ts';

test.each([
  ['Mon-Fri', '12345'],
  ['mon, thu', '14'],
  ['Saturday Sunday', '67'],
  ['fri–mon', '1567'],
  ['every day', '1234567'],
  ['135', '135'],
  ['1,3,5', '135'],
  ['пн-пт', '12345'],
  ['вівторок', '2'],
  ['cumartesi, pazar', '67'],
])('%s is read as %s', (typed, days) => {
  expect(readWeekdays(typed)).toBe(days);
});

test.each(['', 'someday', 's', 't', '8', 'mon-', 'mon-tue-wed', '0'])('“%s” is read as no days', (typed) => {
  expect(readWeekdays(typed)).toBeNull();
});

test('each choice is read by its name in every language, as a client may send that', () => {
  for (const language of languagesSpoken()) {
    for (const { name, value } of weekdayChoices(messagesIn(language))) expect(readWeekdays(name), name).toBe(value);
  }
});

test('days are said by their names', () => {
  expect(weekdaysIn('12345', english)).toBe('Monday to Friday');
  expect(weekdaysIn('14', english)).toBe('Monday, Thursday');
});
