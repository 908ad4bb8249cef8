import { describe, expect, it } from 'vitest';
import { dailyPost } from '../../src/daily/content.ts';
import type { Fact, Knowledge } from '../../src/knowledge/knowledge.ts';
import { one, small, smallWith } from '../support/knowledge.ts';
import { english } from '../support/messages.ts';

const told = (knowledge: Knowledge) => ({ knowledge, messages: english });

const fish = one(small.facts, 'fish');
const fact = (index: number, topic: string): Fact => ({
  ...fish,
  id: `f${index}`,
  topic,
  text: `Fact number ${index}.`,
});

const many = smallWith({
  facts: Array.from({ length: 22 }, (_, index) => fact(index, index < 11 ? 'lake' : 'visit')),
});
const days = (amount: number) =>
  Array.from({ length: amount }, (_, day) => new Date(Date.UTC(2026, 4, 16 + day)).toISOString().slice(0, 10));
const numbersIn = (text: string) => [...text.matchAll(/Fact number (\d+)/g)].map((match) => Number(match[1]));

describe('the post of a day', () => {
  it('is the same whenever it is made', () => {
    expect(dailyPost('2026-05-16', told(small))).toEqual(dailyPost('2026-05-16', told(small)));
    expect(dailyPost('2026-05-16', told(small))).not.toEqual(dailyPost('2026-05-17', told(small)));
  });

  it('has four facts, each with its source, of topics that take turns', () => {
    const post = dailyPost('2026-05-16', told(many));
    const numbers = numbersIn(post.text);
    expect(numbers).toHaveLength(4);
    expect(numbers.filter((number) => number < 11)).toHaveLength(2);
    expect(post.text.match(/¶2 \(Ben Reed\)/g)).toHaveLength(4);
    expect(post.citations).toEqual([{ article: 'lake-talks', paragraph: 2, said_by: 'Ben Reed' }]);
  });

  it('shows all facts before any comes again, for as long as it runs', () => {
    const shown = days(22).flatMap((date) => numbersIn(dailyPost(date, told(many)).text));
    for (let start = 0; start + 22 <= shown.length; start += 1) {
      expect(new Set(shown.slice(start, start + 22)).size).toBe(22);
    }
  });

  it('shows what there is, once, of fewer facts than a day has room for', () => {
    const two = smallWith({ facts: [fact(0, 'lake'), fact(1, 'lake')] });
    expect(numbersIn(dailyPost('2026-05-16', told(two)).text).toSorted()).toEqual([0, 1]);
  });

  it('quotes somebody and leaves something open', () => {
    const headings = dailyPost('2026-05-16', told(small)).sections.map(({ heading }) => heading);
    expect(headings).toEqual(['Said aloud', 'What it leaves open']);
  });

  it('tells of the corrections of seven days', () => {
    const corrected = smallWith({ facts: [{ ...fish, correction: { date: '2026-05-10', before: 'It holds 50.' } }] });
    const sectionOn = (date: string) =>
      dailyPost(date, told(corrected)).sections.find(({ heading }) => heading === 'Corrected this week')?.text;
    expect(sectionOn('2026-05-09')).toBeUndefined();
    expect(sectionOn('2026-05-10')).toContain('It holds 50.');
    expect(sectionOn('2026-05-16')).toContain(fish.text);
    expect(sectionOn('2026-05-17')).toBeUndefined();
  });

  it('tells what was asked most, where that is known', () => {
    const post = dailyPost('2026-05-16', told(small), [{ question: 'How many trout?', times: 3 }]);
    expect(post.sections.at(-1)).toEqual({ heading: 'Most asked here yesterday', text: '- How many trout? (3 times)' });
  });

  it('has a button to ask, and a title of its own', () => {
    const post = dailyPost('2026-05-16', told(small));
    expect(post.buttons).toEqual([{ label: 'Ask a question', action: { command: 'ask', options: { question: '' } } }]);
    expect(new Set(days(400).map((date) => dailyPost(date, told(small)).title)).size).toBe(400);
  });
});
