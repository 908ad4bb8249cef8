import { describe, expect, it } from 'vitest';
import { dailyPost, titleEndings } from '../../src/daily/content.ts';
import type { Plan } from '../../src/daily/plan.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { one, smallWith, themeOf, withSeries } from '../support/knowledge.ts';
import { english } from '../support/messages.ts';

const knowledge = withSeries(2);
const told = (of: Knowledge) => ({ knowledge: of, messages: english });
const themed = (more: object = {}): Plan => ({ theme: { ...themeOf(1), ...more }, corrected: [], answered: [] });
const post = (date = '2026-05-16') => dailyPost(date, themed(), told(knowledge));

describe('the post of a day', () => {
  it('has its headline and date as its title, then the lead and the facts, each with its source', () => {
    const { title, text, citations } = post();
    expect(title).toBe('Headline 1 · 16 May 2026');
    expect(text).toBe(
      'A lead of number 1. It has two sentences.\n' +
        '- The lake holds 40 trout.\n-# ¶2 (Ben Reed)\n- Nine boats are moored there.\n-# ¶1 · ¶2',
    );
    expect(citations[0]).toEqual({ article: 'lake-talks', paragraph: 2, said_by: 'Ben Reed' });
  });

  it('asks the question of the day and keeps its answer behind a button', () => {
    const { sections, buttons } = post();
    expect(sections).toEqual([{ heading: 'Question of the day', text: 'How deep is the lake?' }]);
    expect(buttons).toEqual([
      { label: 'Show answer', action: { command: 'ask', options: { question: 'lake-depth' } } },
      { label: 'Ask a question', action: { command: 'ask', options: { question: '' } } },
    ]);
  });

  it('quotes what its theme names', () => {
    const quoting = { ...themeOf(1), quotation: 'forty' };
    const [article] = knowledge.articles;
    if (!article) throw new Error('no article');
    const of = { ...knowledge, articles: [{ ...article, series: [quoting] }] };
    const { sections } = dailyPost('2026-05-16', { theme: quoting, corrected: [], answered: [] }, told(of));
    expect(sections[0]).toEqual({
      heading: 'Quotation',
      text: '> “Forty, I counted”\n-# ¶2 (Ben Reed)\nOn the trout.',
    });
  });

  it('is of corrections alone where there is no theme', () => {
    const fish = { ...one(knowledge.facts, 'fish'), correction: { date: '2026-05-10', before: 'It holds 50.' } };
    const of = { ...smallWith({ facts: [fish] }) };
    const { title, text, sections } = dailyPost(
      '2026-05-16',
      { theme: null, corrected: [fish], answered: [] },
      told(of),
    );
    expect(title).toBe('Corrected · 16 May 2026');
    expect(text).toBe('');
    expect(sections[0]?.text).toContain('It holds 50.');
    expect(sections[0]?.text).toContain(fish.text);
  });

  it('tells what was asked most, where that is known', () => {
    const { sections } = dailyPost('2026-05-16', themed(), told(knowledge), [
      { question: 'How many trout?', times: 3 },
    ]);
    expect(sections.at(-1)).toEqual({ heading: 'Most asked here yesterday', text: '- How many trout? (3 times)' });
  });

  it('is known by how its title ends, and by no other date', () => {
    const title = post('2026-05-06').title ?? '';
    expect(titleEndings('2026-05-06').some((ending) => title.endsWith(ending))).toBe(true);
    for (const other of ['2026-05-16', '2026-05-07', '2025-05-06']) {
      expect(titleEndings(other).some((ending) => title.endsWith(ending))).toBe(false);
    }
  });
});
