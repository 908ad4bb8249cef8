import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { source } from '../../commands/source.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { articleLine, asOf, latestArticle, sourceLine } from '../../src/answer/sources.ts';
import { asker, contextOf, linked, small } from '../support/knowledge.ts';
import { english } from '../support/messages.ts';

const first = '[¶1](https://echo.example/lake#:~:text=The%20mayor,her%20boat%2Dhouse)';
// Its passage is not recorded, so the link is the article's.
const second = '[¶2](https://echo.example/lake)';
const cited = (paragraphs: number[], said_by = 'article') => ({ article: 'lake-talks', paragraphs, said_by });

describe('sourceLine', () => {
  test.each([
    ['one paragraph of the article', [cited([1])], '¶1'],
    ['each paragraph once, in order', [cited([2]), cited([1, 2])], '¶1 · ¶2'],
    ['who speaks there', [cited([2], 'keeper')], '¶2 (Ben Reed)'],
    [
      'everybody who does, each once',
      [cited([2], 'keeper'), cited([2], 'mayor'), cited([2], 'keeper')],
      '¶2 (Ben Reed, Ada Stone)',
    ],
    [
      'who speaks in one paragraph and not in another',
      [cited([1]), cited([2], 'keeper'), cited([2])],
      '¶1 · ¶2 (Ben Reed)',
    ],
    ['nothing', [], ''],
  ])('%s', (_what, statements, line) => {
    expect(sourceLine(statements, small)).toBe(line);
  });

  test('links to the passages, with short names', () => {
    expect(sourceLine([cited([2], 'keeper'), cited([1])], linked)).toBe(`${first} · ${second} (Reed)`);
  });
});

test('the article is named with its link and its publisher, as far as they are known', () => {
  expect(articleLine(latestArticle(small), english)).toBe('Mayor visits the lake, 16 May 2025');
  expect(articleLine(latestArticle(linked), english)).toBe(
    '[Mayor visits the lake](https://echo.example/lake), The Upton Echo, 16 May 2025',
  );
  expect(asOf(latestArticle(small), english)).toBe('As of 16 May 2025');
  expect(asOf(latestArticle(linked), english)).toBe('As of 16 May 2025 · The Upton Echo');
});

describe('with a link to the article', () => {
  const context = contextOf(linked);
  const answer = (question: string) => ask.run({ question }, context, asker) as Reply;

  test('an answer has its passages in its source', () => {
    expect(answer('which-day')).toMatchObject({
      text: `On Monday.\n-# ${first} · ${second}`,
      footer: 'As of 16 May 2025 · The Upton Echo',
    });
  });

  test('who asks for it is given it', () => {
    expect(answer('link please')).toMatchObject({
      text: 'I answer from this:\n[Mayor visits the lake](https://echo.example/lake), The Upton Echo, 16 May 2025',
      footer: 'As of 16 May 2025 · The Upton Echo',
      outcome: { status: 'no_match', entry: null },
    });
    expect(answer('hello')).toMatchObject({ text: 'Hello.' });
    expect(answer('hello').footer).toBeUndefined();
  });

  test('the record has it, each paragraph its own', () => {
    const record = source.run({}, context, asker) as Reply;
    expect(record.url).toBe('https://echo.example/lake');
    expect(record.text).toMatch(/^\[The Upton Echo\]\(https:\/\/echo\.example\/lake\), 16 May 2025\n2 paragraphs/);
    expect(record.text).toContain(`**${first}** The mayor comes`);
    expect(source.run({ paragraph: 1 }, context, asker)).toMatchObject({
      url: 'https://echo.example/lake#:~:text=The%20mayor,her%20boat%2Dhouse',
    });
    expect(source.run({ question: 'which-day' }, context, asker)).toMatchObject({ url: 'https://echo.example/lake' });
  });
});
