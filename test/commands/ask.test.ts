import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { articleName, latestArticle, shortName } from '../../src/answer/sources.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { chosen } from '../../src/search/certain.ts';
import { asker, contextOf, one, small, smallContext, smallWith } from '../support/knowledge.ts';
import { privateLine } from '../support/messages.ts';

const run = (question: string, context = smallContext) => ask.run({ question }, context, asker) as Reply;
const sources = (question: string) => ({ label: 'Sources', action: { command: 'source', options: { question } } });

describe('/ask', () => {
  test('an answer, who said it, the paragraph, the day, the sources and what is related', () => {
    expect(run('how-many-trout')).toEqual({
      language: 'en',
      private: false,
      asked: 'How many trout are in the lake?',
      text: 'Ben Reed says 40.\n-# ¶2 (Ben Reed)',
      sections: [],
      citations: [{ article: 'lake-talks', paragraph: 2, said_by: 'Ben Reed' }],
      footer: 'As of 16 May 2025',
      buttons: [sources('how-many-trout')],
      menus: [
        {
          placeholder: 'Related questions',
          action: { command: 'ask', options: {} },
          option: 'question',
          choices: [{ label: 'On which day did the mayor come?', value: 'which-day' }],
        },
      ],
      outcome: {
        status: 'answered',
        isSmallTalk: false,
        entry: 'how-many-trout',
        words: null,
        score: 1,
        suggestions: [{ entry: 'which-day', question: 'On which day did the mayor come?' }],
      },
    });
  });

  test('each paragraph once, in order', () => {
    expect(run('which-day').text).toBe('On Monday.\n-# ¶1 · ¶2');
  });

  test('a gap says what is not said, and the nearest that is', () => {
    expect(run('lake-depth')).toEqual({
      language: 'en',
      private: false,
      asked: 'How deep is the lake?',
      text: 'The article does not say how deep the lake is.',
      sections: [{ heading: 'What it does say', text: '- The lake holds 40 trout.\n-# ¶2 (Ben Reed)' }],
      citations: [{ article: 'lake-talks', paragraph: 2, said_by: 'Ben Reed' }],
      footer: 'As of 16 May 2025',
      buttons: [sources('lake-depth')],
      menus: [],
      outcome: {
        status: 'not_stated',
        isSmallTalk: false,
        entry: 'lake-depth',
        words: null,
        score: 1,
        suggestions: [],
      },
    });
  });

  test('of two answers, each has its sources under a label of its own', () => {
    const found = run('how many trout are in the lake and how deep is it');
    expect(found.buttons).toEqual([
      { ...sources('how-many-trout'), label: 'Sources (1)' },
      { ...sources('lake-depth'), label: 'Sources (2)' },
    ]);
  });

  test('a choice’s name serves as its value does', () => {
    expect(run('how many TROUT are in the lake?')).toEqual(run('how-many-trout'));
  });

  test('a gap that the question touches as well is named under the answer', () => {
    const gap = one(small.entries, 'lake-depth');
    const result = {
      status: 'answered' as const,
      parts: [
        { entry: one(small.entries, 'how-many-trout'), alsoMissing: gap.kind === 'gap' ? gap : null, lacks: null },
      ],
      unmatched: null,
      elsewhere: [],
      offered: [],
      goesOn: false,
      smallTalk: null,
      outside: false,
      asksBack: false,
      confidence: 0.8,
      why: '',
      candidates: [],
    };
    const context = { ...smallContext, search: { ...smallContext.search, find: () => result } };
    expect(run('trout and depth', context).text).toBe(
      'Ben Reed says 40.\nThe article does not say how deep the lake is.\n-# ¶2 (Ben Reed)',
    );
  });

  test('what other articles answer as surely is shown in short, each under its article, and whole by a menu', () => {
    const [trout, day] = [one(small.entries, 'how-many-trout'), one(small.entries, 'which-day')];
    const find = () => ({ ...chosen(trout), offered: [day] });
    const { menus, sections, citations } = run('how many', {
      ...smallContext,
      search: { ...smallContext.search, find },
    });
    const { heading, text } = sections[0] ?? {};
    expect(heading).toBe('The same question in other articles');
    expect(text).toBe(`- ${articleName(latestArticle(small), messagesIn('en'))}: ${day.answer}\n-# ¶1 · ¶2`);
    expect(citations).toContainEqual(expect.objectContaining({ paragraph: 1 }));
    expect(menus[0]).toEqual({
      placeholder: 'The whole answer of another article',
      action: { command: 'ask', options: {} },
      option: 'question',
      choices: [{ label: `${shortName(latestArticle(small))}: ${day.question}`, value: 'which-day' }],
    });
  });

  test('what is nothing to do with the article gets suggestions and no sources', () => {
    const found = run('will it rain tomorrow');
    expect(found.text).toBe(
      '> will it rain tomorrow\nI found nothing in the article that is near this. Ask it in other words, or try one of these.',
    );
    expect(found.citations).toEqual([]);
    expect(found.outcome).toMatchObject({ status: 'no_match', entry: null });
    expect(found.menus[0]?.choices.length).toBeGreaterThan(0);
  });

  test('an outdated button says so to the asker alone', () => {
    expect(run('long-gone-entry')).toEqual(
      privateLine('That question is from an older version and is gone. `/ask` in your own words, or see `/topics`.'),
    );
  });

  test('a correction shows for thirty days', () => {
    const correction = { date: '2025-05-18', before: 'The lake holds 30 trout.' };
    const corrected = smallWith({ facts: [{ ...one(small.facts, 'fish'), correction }] });
    const line = '\n-# Corrected on 18 May 2025: it said “The lake holds 30 trout.” before.';
    const [text, source] = ['Ben Reed says 40.', '\n-# ¶2 (Ben Reed)'];
    expect(run('how-many-trout', contextOf(corrected, '2025-06-16T12:00:00Z')).text).toBe(text + line + source);
    expect(run('how-many-trout', contextOf(corrected, '2025-06-17T12:00:00Z')).text).toBe(text + source);
  });

  test('private is for the asker alone', () => {
    expect(ask.run({ question: 'which-day', private: true }, smallContext, asker)).toEqual({
      ...run('which-day'),
      private: true,
    });
  });

  test('a hyphened word that people ask with is no outdated button', () => {
    const entry = {
      ...one(small.entries, 'lake-depth'),
      phrasings: ['a deep-water lake?', 'deep-water', 'is it deep-water'],
    };
    expect(run('deep-water', contextOf(smallWith({ entries: [entry] }))).private).toBe(false);
  });

  test('anything at all gets a reply that is short and pings nobody', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const found = run(typed);
        expect(found.text.trim()).not.toBe('');
        expect(found.text.length).toBeLessThan(1000);
        expect(found.text).not.toMatch(/@(?!\u200b)/);
      }),
    );
  });

  test('offers what was typed first, then questions; not twice', () => {
    const suggest = ask.options.question.suggest;
    expect(suggest('day', smallContext)[0]).toEqual({ name: 'day', value: 'day' });
    expect(suggest('day', smallContext)[1]).toEqual({ name: 'On which day did the mayor come?', value: 'which-day' });
    expect(suggest('how deep is the lake?', smallContext)[0]?.value).toBe('lake-depth');
    expect(suggest('', smallContext).map(({ value }) => value)).toEqual(['which-day', 'how-many-trout', 'lake-depth']);
  });
});
