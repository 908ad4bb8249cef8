import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { completions } from '../../src/terminal/conversation.ts';
import { drawMarkdown, plain } from '../../src/terminal/markdown.ts';
import { replyToLine, requestOf } from '../../src/terminal/typed.ts';
import { quoteUserText } from '../../src/text/quote.ts';
import { smallContext } from '../support/knowledge.ts';

const parsed = (line: string) => {
  const { command, options } = requestOf(line, commands);
  return [command, options];
};

test.each([
  ['how many?', 'ask', { question: 'how many?' }],
  ['/fact lake trout', 'fact', { search: 'lake trout' }],
  ['/fact trout topic:lake page:2', 'fact', { search: 'trout', topic: 'lake', page: '2' }],
  ['/fact topic:"The lake"', 'fact', { topic: 'The lake' }],
  ['/fact note:this', 'fact', { search: 'note:this' }],
  ['/source question:how many prisoners', 'source', { question: 'how many prisoners' }],
  ['/source question:how many page:1', 'source', { question: 'how many page:1' }],
  ['/source paragraph:2 question:what: who?', 'source', { paragraph: '2', question: 'what: who?' }],
  ['/fact topic:the lake page:2', 'fact', { topic: 'the lake', page: '2' }],
  ['/fact page:2 trout', 'fact', { page: '2', search: 'trout' }],
  ['/fact topic:"The lake" trout', 'fact', { topic: 'The lake', search: 'trout' }],
  ['/source 2', 'source', { paragraph: '2' }],
  ['/WHO  Ada   Stone ', 'who', { name: 'Ada Stone' }],
  ['/timeline', 'timeline', {}],
  ['/timeline now', 'timeline', { now: 'now' }],
  ['/check-against-the-article Nine boats!', 'Check against the article', { message: 'Nine boats!' }],
  ['/daily show', 'daily show', {}],
  ['/Daily  Set 7:30pm channel:1', 'daily set', { time: '7:30pm', channel: '1' }],
  ['/daily', 'daily', {}],
  ['/nothing here', 'nothing', {}],
])('%j', (line, command, options) => {
  expect(parsed(line)).toEqual([command, options]);
});

test.each([
  ['/nothing', /^There is no command “\/nothing”\. /],
  ['/fcat trout', /^There is no command “\/fcat”; did you mean `\/fact`\? /],
  ['/daily', /^There is no command “\/daily”; did you mean `\/daily \w+`\? /],
  ['/privacy', /runs without Discord/],
])('%j is told what there is', async (line, said) => {
  const { text } = await replyToLine(line, { commands, context: smallContext, onError: () => {} });
  expect(text).toMatch(said);
});

describe('Tab', () => {
  const to = { commands, context: smallContext, onError: () => {} };

  test.each([
    ['/t', ['/timeline', '/topics']],
    ['/who ad', ['/who Ada Stone']],
    ['/positions b', ['/positions Boating']],
    ['/daily', ['/daily set', '/daily show', '/daily off', '/daily preview']],
    ['/daily s', ['/daily set', '/daily show']],
    ['/timeline x', []],
    ['/gone x', []],
  ])('%j', (line, lines) => {
    expect(completions(line, to)).toEqual(lines);
  });

  test('a question in plain words', () => {
    expect(completions('how de', to)).toContain('How deep is the lake?');
  });
});

describe('markdown on a terminal', () => {
  test.each([
    ['**Role:** keeper', 'Role: keeper'],
    ['- one\n-# small', '• one\n  small'],
    ['> quoted', '│ quoted'],
    ['`/fact` finds', '/fact finds'],
    ['\u001b[31mred\u001b[0m', 'red'],
  ])('%j is drawn as %j', (text, drawn) => {
    expect(drawMarkdown(text, plain, 80)).toBe(drawn);
  });

  test('what a person typed is shown as typed', () => {
    const typed = '**# not bold** [x](y) @everyone `code` 1.5 a_b \\ end';
    expect(drawMarkdown(quoteUserText(typed), plain, 200)).toBe(typed);
  });

  test('wraps at words, further lines of an item under its text', () => {
    expect(drawMarkdown('- one two three four', plain, 11)).toBe('• one two\n  three\n  four');
  });
});
