/** The repository's own knowledge, as Discord shows it: nothing of it cut, and no button lost. */
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Dispatch } from '../../src/answer/dispatch.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import { encodeWiring } from '../../src/discord/custom-id.ts';
import { render } from '../../src/discord/render.ts';
import { asker } from '../support/knowledge.ts';
import { realContext } from '../support/real.ts';
import { expectWithinLimits } from './within-limits.ts';

const context = await realContext();
const through: Dispatch = {
  commands,
  context,
  onError: (_id, error) => {
    throw error;
  },
};
const { entries, facts, speakers, articles } = context.knowledge;
const ids = (items: Iterable<{ readonly id: string }>) => [...items].map(({ id }) => id);

/** Every way to ask for a thing that the knowledge holds. */
const requests: [string, Record<string, string>][] = [
  ...ids(entries.values()).flatMap((question): [string, Record<string, string>][] => [
    ['ask', { question }],
    ['source', { question }],
  ]),
  ...[...facts.values()].map(({ text }): [string, Record<string, string>] => ['fact', { search: text.slice(0, 100) }]),
  ...ids(speakers.values()).map((name): [string, Record<string, string>] => ['who', { name }]),
  ...articles.flatMap(({ positions, topics, paragraphs }): [string, Record<string, string>][] => [
    ...ids(positions).map((topic): [string, Record<string, string>] => ['positions', { topic }]),
    ...ids(topics).map((topic): [string, Record<string, string>] => ['topics', { topic }]),
    ...paragraphs.map((_, index): [string, Record<string, string>] => ['source', { paragraph: `${index + 1}` }]),
  ]),
  ...['summary', 'timeline', 'quote', 'fact', 'topics', 'source', 'help'].map(
    (name): [string, Record<string, string>] => [name, {}],
  ),
];

test.each(requests)('/%s %j', async (command, options) => {
  const reply = await dispatch({ command, options, asker }, through);
  const body = render(reply);
  expectWithinLimits(body);
  const shown = body.embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  const said = [
    reply.title,
    reply.text,
    ...reply.sections.flatMap(({ heading, text }) => [heading, text]),
    reply.footer,
  ];
  const written = (texts: readonly (string | undefined)[]) => texts.flatMap((text) => text?.trim() || []).join('\n');
  expect(written([body.content, ...shown])).toBe(written(said));
  for (const { action, shows = 'new' } of reply.buttons)
    expect(encodeWiring({ action, shows, language: reply.language })).not.toBeNull();
  const drawn = body.components.flatMap((row) => row.components);
  expect(drawn.filter((part) => 'label' in part)).toHaveLength(
    new Set(reply.buttons.map(({ action }) => JSON.stringify(action))).size,
  );
  expect(drawn.filter((part) => 'options' in part).map((part) => part.options.length)).toEqual(
    reply.menus.map(({ choices }) => choices.length),
  );
});
