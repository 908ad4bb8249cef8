/** What a text says in the light of what came before it, by English. */
import { describe, expect, test } from 'vitest';
import {
  asksForMore,
  asksSameOfOther,
  asksWhoSaid,
  breaksOff,
  followUpInFull,
  speaksOfNobody,
  standsForBefore,
  withPerson,
} from '../../src/search/fragment.ts';
import { english } from '../../src/search/grammar/english.ts';
import { realContext } from '../support/real.ts';

const { knowledge } = await realContext();
const entry = (id: string) => {
  const found = knowledge.entries.get(id);
  if (!found) throw new Error(`there is no entry ${id}`);
  return found;
};

test.each(['anything else?', 'like what?', 'and what else', 'for example?', 'more details'])(
  '%s asks for more',
  (text) => {
    expect(asksForMore(text, english)).toBe(true);
  },
);
test.each(['what else did Medinsky say', 'more prisoners?'])('%s asks for something', (text) => {
  expect(asksForMore(text, english)).toBe(false);
});

test.each(['did Putin agree', 'what did they answer?', 'and did he refuse'])('%s breaks off', (text) => {
  expect(breaksOff(text, english)).toBe(true);
});
test.each(['did Putin agree to the ceasefire', 'answer', 'what was agreed on Friday'])('%s does not', (text) => {
  expect(breaksOff(text, english)).toBe(false);
});

test('a word that stands for something points back, if little else is said', () => {
  expect(standsForBefore('who proposed it', english)).toBe(true);
  expect(standsForBefore('so Kyiv accepted?', english)).toBe(false);
  expect(standsForBefore('is it true that Ukraine rejected the ceasefire', english)).toBe(false);
});

test.each(['is that true?', 'are you sure', 'how do you know that', 'who said that'])('%s asks whose words', (text) => {
  expect(asksWhoSaid(text, english)).toBe(true);
});

test('a name and an auxiliary ask the same of somebody else, if the question before was of somebody', () => {
  expect(asksSameOfOther('is Putin?', entry('trump-at-talks'), knowledge, english)).toBe(true);
  expect(asksSameOfOther('is Putin rich', entry('trump-at-talks'), knowledge, english)).toBe(false);
  expect(asksSameOfOther('was Putin?', entry('meeting-date'), knowledge, english)).toBe(false);
});

describe('whom a "he" stands for', () => {
  test('nobody who is named after it', () => {
    expect(withPerson('does he blame Zelensky', entry('trump-on-outcome'), knowledge, english)).toBe(
      'does trump blame zelensky',
    );
  });

  test('nobody new, if somebody was named before it', () => {
    const text = 'did Putin say that he would come';
    expect(withPerson(text, entry('trump-on-outcome'), knowledge, english)).toBe(text);
  });

  test('nobody, if nobody was named at all', () => {
    expect(speaksOfNobody('what did he say', entry('ukraine-delegation-head'), knowledge, english)).toBe(true);
    expect(speaksOfNobody('what did he say', entry('medinsky-who'), knowledge, english)).toBe(false);
  });
});

describe('a fragment as a whole question', () => {
  const inFull = (fragment: string, id: string) => followUpInFull(fragment, entry(id), knowledge, english);

  test('a name alone asks the same of somebody else', () => {
    expect(inFull('and Putin?', 'thirty-day-ukraine')).toBe('did putin accept the 30 day ceasefire');
  });

  test('a name beside other words keeps them', () => {
    expect(inFull('and who led the Ukrainians', 'meeting-date')).toContain('who led the ukrainians');
    expect(inFull('when did Putin', 'thirty-day-ukraine')).toContain('when did putin');
  });
});
