/** The repository's own knowledge, as Discord shows it: nothing of it cut, and no button lost. */
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Dispatch } from '../../src/answer/dispatch.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import { encodeWiring } from '../../src/discord/custom-id.ts';
import { render } from '../../src/discord/render.ts';
import { withoutPassageLinks } from '../../src/text/link.ts';
import { asker } from '../support/knowledge.ts';
import { realContext } from '../support/real.ts';
import { expectWithinLimits, rowsOf, textOf } from './within-limits.ts';

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

const cases = requests.map(([command, options]) => ({
  command,
  options,
  name: `/${command} ${JSON.stringify(options)}`,
}));

test.each(context.languages.spoken)('all of it is shown whole in %s', async (locale) => {
  for (const { command, options, name } of cases) {
    const reply = await dispatch({ command, options, asker: { ...asker, locale } }, through);
    // A search tells its language by its words.
    if (command !== 'fact') expect(reply.language, name).toBe(locale);
    const body = render(reply);
    expectWithinLimits(body);
    const shown = withoutPassageLinks(textOf(body));
    const said = [reply.text, ...reply.sections.flatMap(({ heading, text }) => [heading, text]), reply.footer ?? ''];
    for (const text of [reply.title ?? '', ...said]) expect(shown, name).toContain(withoutPassageLinks(text.trim()));
    for (const { action, shows = 'new' } of reply.buttons)
      expect(encodeWiring({ action, shows, language: reply.language }), name).not.toBeNull();
    const drawn = rowsOf(body).flat();
    expect(
      drawn.filter((part) => 'label' in part),
      name,
    ).toHaveLength(new Set(reply.buttons.map(({ action }) => JSON.stringify(action))).size);
    expect(
      drawn.filter((part) => 'options' in part).map((part) => part.options.length),
      name,
    ).toEqual(reply.menus.map(({ choices }) => choices.length));
  }
});

test('only what is longer than a message loses some links to passages', async () => {
  const long: string[] = [];
  for (const { command, options, name } of cases) {
    const reply = await dispatch({ command, options, asker }, through);
    const links = (texts: readonly string[]) => texts.join('\n').split('#:~:text=').length - 1;
    const all = links([reply.url ?? '', reply.text, ...reply.sections.map(({ text }) => text)]);
    if (links([textOf(render(reply))]) < all - (reply.title ? 0 : 1)) long.push(name);
  }
  expect(long.length).toBeLessThan(10);
});
