/** A second article beside the repository's: who answers, what stays within which, and what is offered. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsFor, contextAmong } from '../../src/answer/articles.ts';
import { complete } from '../../src/answer/autocomplete.ts';
import type { Asker, Context } from '../../src/answer/command.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import { createHandler } from '../../src/answer/handler.ts';
import type { ServerArticles } from '../../src/answer/server-articles.ts';
import { createLog } from '../../src/config/log.ts';
import { registrationsOf } from '../../src/discord/register/registration.ts';
import { openBoth } from '../support/both.ts';
import { asker, smallContext } from '../support/knowledge.ts';
import { SECOND } from '../support/second-article.ts';

const FIRST = 'istanbul-2025-05-16';
const both = openBoth();
let context: Context;
beforeAll(async () => {
  context = await both.context();
});
afterAll(both.remove);

const failed = (_id: string, error: unknown) => {
  throw error;
};
const run = (command: string, options: Record<string, string>, by: Asker = asker, where = context) =>
  dispatch({ command, options, asker: by }, { commands, context: where, onError: failed });
const ask = (question: string, before?: string) => run('ask', { question }, { ...asker, before });
/** The articles that a reply cites, its status, and the entry. */
async function came(question: string, before?: string) {
  const { outcome, citations } = await ask(question, before);
  return [outcome?.status, outcome?.entry, ...new Set(citations.map(({ article }) => article))];
}

describe('/ask', () => {
  test('is answered by the article that knows, and names it', async () => {
    expect(await came('when does the ferry sail again')).toEqual(['answered', 'when-ferry', SECOND]);
    expect(await came('who led the russian delegation')).toEqual(['answered', 'russian-delegation-head', FIRST]);
    const { text, footer } = await ask('when does the ferry sail again');
    expect(text).toContain('-# The Upton Echo, 2 Jun 2025: [¶1](https://echo.example/harbour)');
    expect(footer).toBe('As of 2 June 2025 · The Upton Echo');
  });

  test('is answered by both if both do, the newest first, each as of its date', async () => {
    expect(await came('how many prisoners will be exchanged')).toEqual(['answered', 'second-swap', SECOND, FIRST]);
    const { text, footer, title } = await ask('how many prisoners will be exchanged');
    expect(title).toBe('How many prisoners does the second round exchange?');
    expect(text).toMatch(
      /^-# As of \[The Upton Echo\]\(.*\), 2 Jun 2025\n.*1,200[\s\S]*\*\*How many prisoners[\s\S]*-# As of \[Hindustan Times\]\(.*\), 16 May 2025\n.*1,000/,
    );
    expect(footer).toBeUndefined();
  });

  test('of a fact that a later article changed says what held when', async () => {
    const { text: older } = await run('ask', { question: 'prisoner-number' });
    expect(older).toMatch(/1,000[\s\S]*\*\*Since then\*\* \(\[The Upton Echo\].*2 Jun 2025\): .*1,200/);
    const { text: newer } = await run('ask', { question: 'second-swap' });
    expect(newer).toMatch(/1,200[\s\S]*\*\*Before\*\* \(\[Hindustan Times\].*16 May 2025\): .*1,000/);
  });

  test('leaves open only what no article settles', async () => {
    // In the first article, that is a gap.
    expect(await came('who led the ukrainian delegation')).toEqual(['answered', 'who-led-ukraine', SECOND]);
    expect(await came('what is the ferry called')).toEqual(['not_stated', 'ferry-name', SECOND]);
  });

  test.each(['who led the russian delegation', 'when does the ferry sail again', 'will it rain tomorrow', 'asdf qwer'])(
    'suggests what one article holds: %s',
    async (question) => {
      const { outcome } = await ask(question);
      const ids = outcome?.suggestions.map(({ entry }) => context.knowledge.entries.get(entry)?.article) ?? [];
      expect(ids.length).toBeGreaterThan(0);
      if (question.startsWith('w') && outcome?.entry)
        expect(new Set(ids)).toEqual(new Set([context.knowledge.entries.get(outcome.entry)?.article]));
    },
  );

  test('goes on in the article of the entry before', async () => {
    expect(await came('how much?', 'when-ferry')).toEqual(['answered', 'ferry-price', SECOND]);
    expect((await came('where?', 'meeting-date')).at(-1)).toBe(FIRST);
  });

  test('in the very words of a question of one article is answered by both', async () => {
    expect(await came('How many prisoners will be exchanged?')).toEqual(['answered', 'second-swap', SECOND, FIRST]);
    expect(await came("Who led Ukraine's delegation?")).toEqual(['answered', 'who-led-ukraine', SECOND]);
  });

  test('hears small talk once', async () => {
    const { outcome, text } = await ask('hello');
    expect(outcome).toMatchObject({ status: 'no_match', isSmallTalk: true });
    expect(text).toMatch(/^Hello\./);
  });
});

describe('what the bot says itself', () => {
  const ONE = /\bthe article\b|\bone article\b|\bthe talks\b/i;

  test.each<[string, Record<string, string>]>([
    ['ask', { question: 'hello' }],
    ['ask', { question: 'thank you' }],
    ['ask', { question: 'what can you do' }],
    ['ask', { question: 'are you a bot' }],
    ['ask', { question: 'give me the full article' }],
    ['ask', { question: 'link please' }],
    ['ask', { question: 'is it' }],
    ['ask', { question: 'will it rain tomorrow' }],
    ['ask', { question: 'asdf qwer' }],
    ['ask', { question: '' }],
    ['who', { name: 'Nobody Whatever', article: 'all' }],
    ['who', { name: 'Nobody Whatever', article: FIRST }],
    ['quote', { speaker: 'Nobody Whatever', article: FIRST }],
    ['source', { paragraph: '90' }],
    ['positions', { topic: 'territory' }],
    ['topics', {}],
    ['ask', { question: 'why does the ferry sail again' }],
    ['quote', { speaker: 'Nobody Whatever', article: 'all' }],
    ['Check against the article', { message: 'I like pizza.' }],
    ['help', {}],
  ])('of several articles speaks of no one as the only one: /%s %j', async (command, options) => {
    const { title = '', text, footer = '', modal, menus } = await run(command, options);
    const said = [title, text, footer, modal?.title ?? '', ...menus.map(({ placeholder }) => placeholder)]
      .join('\n')
      .replace(/^> .*$/gm, '');
    expect(said).not.toMatch(ONE);
  });

  test('names every article if somebody asks for the source', async () => {
    const { text, buttons } = await ask('link please');
    expect(text.split('\n')).toHaveLength(3);
    expect(buttons.map(({ action }) => action.command)).toEqual(['articles']);
  });
});

describe('an article is chosen', () => {
  test('by its id, its title or a word of it; the newest where none is', async () => {
    expect((await run('summary', {})).footer).toBe('As of 2 June 2025 · The Upton Echo');
    for (const article of [FIRST, 'Hindustan Times', 'hindustan']) {
      expect((await run('summary', { article })).footer).toBe('As of 16 May 2025 · Hindustan Times');
    }
    expect(await run('summary', { article: 'Le Monde' })).toMatchObject({
      private: true,
      text: `There is no article “Le Monde”. There are: ${SECOND}, ${FIRST}.`,
    });
  });

  test('and what the reply leads to stays with it', async () => {
    const { buttons } = await run('summary', { article: FIRST });
    expect(buttons.map(({ action }) => action.options.article)).toEqual([FIRST, FIRST]);
    const { menus } = await run('topics', { article: FIRST });
    expect(menus[0]?.action).toEqual({ command: 'topics', options: { article: FIRST } });
  });

  test('or all are, where that makes sense', async () => {
    const found = await run('fact', { article: 'all', search: 'prisoners' });
    expect(new Set(found.citations.map(({ article }) => article))).toEqual(new Set([FIRST, SECOND]));
    expect(await run('summary', { article: 'all' })).toMatchObject({ private: true });
  });

  test('by what is named, if it is another’s than the newest’s', async () => {
    const footerOf = async (command: string, options: Record<string, string>) => (await run(command, options)).footer;
    expect(await footerOf('who', { name: 'Medinsky' })).toContain('Hindustan Times');
    expect(await footerOf('quote', { speaker: 'Trump' })).toContain('Hindustan Times');
    expect(await footerOf('positions', { topic: 'ceasefire' })).toContain('Hindustan Times');
    expect(await footerOf('topics', { topic: 'Donald Trump' })).toContain('Hindustan Times');
    expect(await footerOf('fact', { topic: 'Donald Trump' })).toContain('Hindustan Times');
    expect(await footerOf('who', { name: 'Salt' })).toContain('The Upton Echo');
    expect(await footerOf('topics', {})).toContain('The Upton Echo');
  });

  test('and facts are looked for in all, unless one is named', async () => {
    const cited = async (options: Record<string, string>) =>
      new Set((await run('fact', options)).citations.map(({ article }) => article));
    expect(await cited({ search: 'prisoners' })).toEqual(new Set([FIRST, SECOND]));
    expect(await cited({ search: 'prisoners', article: SECOND })).toEqual(new Set([SECOND]));
    expect(await cited({})).toEqual(new Set([SECOND]));
    expect(await run('who', { name: 'Nobody Whatever' })).toMatchObject({
      text: expect.stringMatching(/^The articles have nobody/),
    });
  });

  test('by an entry or a person that is named', async () => {
    expect((await run('source', { question: 'prisoner-number' })).footer).toContain('Hindustan Times');
    expect((await run('who', { name: 'medinsky' })).title).toBe('Vladimir Medinsky');
  });

  test('from a list, the newest first', () => {
    const offered = (command: string, typed = '') =>
      complete({ command, option: 'article', typed, asker }, { commands, context, onError: failed });
    expect(offered('summary').map(({ value }) => value)).toEqual([SECOND, FIRST]);
    expect(offered('fact').map(({ value }) => value)).toEqual([SECOND, FIRST, 'all']);
    expect(offered('summary', 'hindu').map(({ value }) => value)).toEqual([FIRST]);
  });
});

describe('what is offered', () => {
  const optionsIn = (where: Pick<Context, 'knowledge'>) =>
    Object.fromEntries(
      registrationsOf(commandsFor(commands, where.knowledge)).map(({ name, ...one }) => [
        name,
        ('options' in one ? (one.options ?? []) : []).map((option) => option.name),
      ]),
    );

  test('with one article: no article to choose, and no list of them', () => {
    const options = optionsIn(smallContext);
    expect(options.articles).toBeUndefined();
    expect(Object.values(options).flat()).not.toContain('article');
  });

  test('with two: an article to choose where one is spoken of', () => {
    const options = optionsIn(context);
    for (const name of ['summary', 'timeline', 'source', 'topics', 'positions', 'quote', 'fact', 'who'])
      expect(options[name]).toContain('article');
    expect(options.ask).not.toContain('article');
    expect(options.articles).toEqual(['toggle', 'page']);
  });

  test('an old button that names an article still works if only one is left', async () => {
    const reply = await run('summary', { article: 'lake-talks' }, asker, smallContext);
    expect(reply.title).toBe('In short');
  });
});

describe('a server', () => {
  const kept = new Map<string, readonly string[]>();
  const serverArticles: ServerArticles = {
    of: async (guild) => kept.get(guild) ?? [],
    known: (guild) => kept.get(guild) ?? [],
    choose: async (guild, articles) => void kept.set(guild, articles),
  };
  const handler = () =>
    createHandler({
      ...{ commands, current: () => context, serverArticles, replied: () => undefined, log: createLog('silent') },
      ...{ mayAsk: () => true, mayComplete: () => true, now: () => Date.parse('2025-06-03') },
    });
  const by = (canManage: boolean): Asker => ({ ...asker, guild: { id: '7', canManage } });
  const say = (command: string, options: Record<string, string>, canManage = false) =>
    handler().answer({ command, options, asker: by(canManage) });

  test('hears of the articles that its manager chose', async () => {
    expect((await say('articles', { toggle: SECOND })).text).toContain('Manage Server');
    const listed = await say('articles', {}, true);
    expect(listed.menus[0]?.choices.map(({ value }) => value)).toEqual([SECOND, FIRST]);
    expect((await say('articles', { toggle: SECOND }, true)).text).toContain('(not answered from in this server)');
    expect(kept.get('7')).toEqual([FIRST]);
    const { outcome } = await say('ask', { question: 'when does the ferry sail again' });
    expect(outcome?.entry).not.toBe('when-ferry');
    expect((await say('summary', {})).footer).toContain('Hindustan Times');
    expect((await say('articles', { toggle: FIRST }, true)).text).toContain('at least one article');
    await say('articles', { toggle: SECOND }, true);
    expect(kept.get('7')).toEqual([]);
    expect((await say('ask', { question: 'when does the ferry sail again' })).outcome?.entry).toBe('when-ferry');
  });

  test('that chose articles which are gone hears of all', () => {
    expect(contextAmong(context, ['gone']).knowledge).toBe(context.knowledge);
  });
});
