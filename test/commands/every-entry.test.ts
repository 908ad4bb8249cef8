import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { fact } from '../../commands/fact.ts';
import { commands } from '../../commands/index.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import type { Reply } from '../../src/answer/reply.ts';
import type { Given } from '../../src/answer/values.ts';
import { render } from '../../src/discord/render.ts';
import { drawReply, nextOf } from '../../src/terminal/draw.ts';
import { plain } from '../../src/terminal/markdown.ts';
import { withoutPassageLinks } from '../../src/text/link.ts';
import { textOf } from '../discord/within-limits.ts';
import { asker } from '../support/knowledge.ts';
import { realContext } from '../support/real.ts';

const context = await realContext();
const { knowledge } = context;
const run = (question: string) => ask.run({ question }, context, asker) as Reply;

/** What a command replies, held to what an edge can show and to leading nowhere that is not there. */
async function show(command: string, options: Given): Promise<Reply> {
  const errors: unknown[] = [];
  const to = { commands, context, onError: (_id: string, error: unknown) => void errors.push(error) };
  const reply = await dispatch({ command, options, asker }, to);
  expect(errors).toEqual([]);
  expect(reply.text.trim()).not.toBe('');
  const shown = withoutPassageLinks(textOf(render(reply)));
  // Nothing that was written is cut: all of it fits.
  for (const text of [reply.text, ...reply.sections.map((section) => section.text)]) {
    expect(shown).toContain(withoutPassageLinks(text.trim()));
  }
  expect(drawReply(reply, plain, 100, true)).not.toMatch(/\*\*|\\[[*_`]/);
  return reply;
}

describe('every entry of the knowledge', () => {
  test.each([...knowledge.entries.values()])('$id', async (entry) => {
    const answered = await show('ask', { question: entry.id });
    expect(answered.outcome).toMatchObject({
      entry: entry.id,
      status: entry.kind === 'gap' ? 'not_stated' : 'answered',
    });
    expect(answered.citations.length).toBeGreaterThan(0);
    expect(await show('ask', { question: entry.question })).toEqual(answered);
    const next = nextOf(answered);
    expect(next.length).toBeGreaterThan(0);
    for (const { action } of next) expect((await show(action.command, action.options)).private).toBe(false);
  });
});

test('every fact is on some page of /fact, and every topic, position and paragraph opens', async () => {
  const pages = Math.ceil(knowledge.facts.size / 5);
  const texts = await Promise.all(
    Array.from({ length: pages }, async (_, at) => (await show('fact', { page: at + 1 })).text),
  );
  for (const { text } of knowledge.facts.values()) expect(texts.join('\n')).toContain(`- ${text}\n`);
  for (const { topics, positions, paragraphs } of knowledge.articles) {
    for (const { id } of topics) {
      expect((await show('topics', { topic: id })).menus.length).toBeGreaterThan(0);
    }
    for (const { value } of fact.options.topic.suggest('', context)) {
      expect((await show('fact', { topic: value })).private).toBe(false);
    }
    for (const { id } of positions) expect((await show('positions', { topic: id })).private).toBe(false);
    for (const at of paragraphs.keys()) expect((await show('source', { paragraph: at + 1 })).private).toBe(false);
  }
});

test('every speaker opens by id, name and alias, and all their facts are on some page', async () => {
  for (const { id, name, aliases } of knowledge.speakers.values()) {
    const opened = await show('who', { name: id });
    expect((await show('who', { name })).title).toBe(name);
    for (const alias of aliases) expect((await show('who', { name: alias })).private, alias).toBe(false);
    const next = opened.buttons.find(({ label }) => label === 'Next');
    if (next) expect((await show('who', next.action.options)).footer).toContain('Page 2');
  }
});

test.each(['quote', 'timeline', 'summary', 'source', 'topics', 'fact', 'help'])('/%s fits whole', async (command) => {
  expect((await show(command, {})).private).toBe(false);
});

describe('what is no question gets a kind line with suggestions', () => {
  test.each([
    ['nothing', ''],
    ['only emoji', '🐟🐟🔥'],
    ['NUL and controls', '\0\u0007\u001b[31m'],
    ['direction marks', '\u202e\u2066\u200f'],
    ['6,000 letters', 'a'.repeat(6000)],
    ['everyone', '@everyone @here <@&1>'],
    ['markdown', '**# `x` ||y|| [a](http://b.example)**'],
    ['a regular expression', '^(a+)+$|[\\s\\S]*'],
    ['JSON', '{"question":{"$ne":null},"__proto__":1}'],
    ['Cyrillic', 'Сколько пленных?'],
    ['Chinese', '有多少战俘'],
    ['Arabic', 'كم عدد الأسرى'],
  ])('%s', (_what, typed) => {
    const found = run(typed);
    expect(found.outcome?.status).toBe('no_match');
    expect(found.text.replaceAll('\n', '')).not.toMatch(/@(?!\u200b)|[\p{Cc}\p{Bidi_Control}]/u);
    expect(found.text.length).toBeLessThan(700);
    expect(nextOf(found).length).toBeGreaterThan(0);
  });
});
