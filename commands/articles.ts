import { articleChoices, articleMeant, articleTitle } from '../src/answer/articles.ts';
import { type Asker, type Context, defineCommand } from '../src/answer/command.ts';
import { pageNote, pageOf } from '../src/answer/pages.ts';
import { A_MENU, privateLine, type Reply, reply } from '../src/answer/reply.ts';
import type { ServerArticles } from '../src/answer/server-articles.ts';
import { articleLine } from '../src/answer/sources.ts';
import { newestFirst } from '../src/knowledge/of-articles.ts';
import { quoteBack } from '../src/text/quote.ts';

const A_PAGE = 10;

/** The articles that a server has chosen, in the usual order; all if it has chosen none that still exists. */
function enabledOf(all: readonly string[], chosen: readonly string[]): readonly string[] {
  const left = all.filter((id) => chosen.includes(id));
  return left.length > 0 ? left : all;
}

function listReply(number: number, chosen: readonly string[], context: Context, { guild }: Asker): Reply {
  const { knowledge, messages } = context;
  const { say } = messages;
  const articles = newestFirst(knowledge);
  const all = articles.map(({ id }) => id);
  const enabled = enabledOf(all, chosen);
  const page = pageOf(articles, A_PAGE, number, { command: 'articles', options: {} }, messages);
  const lines = page.items.map((article) => {
    const line = articleLine(article, messages);
    return `- ${enabled.includes(article.id) ? line : say('command.articles.disabled', { article: line })}`;
  });
  const menu = {
    placeholder: say('command.articles.choose'),
    action: { command: 'articles', options: {} },
    option: 'toggle',
    choices: articles.slice(0, A_MENU).map((article) => ({
      label: articleTitle(article, messages),
      value: article.id,
      description: say(enabled.includes(article.id) ? 'command.articles.isEnabled' : 'command.articles.isDisabled'),
    })),
  };
  const newest = { label: say('command.articles.summary'), action: { command: 'summary', options: {} } };
  return reply(messages, {
    title: say('command.articles.title', { count: articles.length }),
    text: lines.join('\n'),
    footer: [pageNote(page, messages), say('command.articles.newestFirst')].filter((part) => part !== '').join(' · '),
    buttons: [...page.buttons, newest],
    menus: guild?.canManage && context.serverArticles ? [menu] : [],
  });
}

/** Adds an article to a server's choice or removes it; returns the new choice. */
async function toggle(id: string, all: readonly string[], guild: string, kept: ServerArticles) {
  const before = enabledOf(all, await kept.of(guild));
  const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
  if (after.length === 0) return null;
  const chosen = after.length === all.length ? [] : after;
  await kept.choose(guild, chosen);
  return chosen;
}

export const articles = defineCommand({
  name: 'articles',
  description: 'command.articles.description',
  isList: true,
  needsSeveral: true,
  options: {
    toggle: {
      type: 'text',
      description: 'command.articles.option.toggle',
      maxLength: 200,
      suggest: articleChoices,
    },
    page: { type: 'integer', description: 'command.articles.option.page', min: 1 },
  },
  run: async ({ toggle: typed, page = 1 }, context, asker) => {
    const { knowledge, messages, serverArticles } = context;
    const { guild } = asker;
    if (typed === undefined) {
      const chosen = guild && serverArticles ? await serverArticles.of(guild.id) : [];
      return listReply(page, chosen, context, asker);
    }
    if (!guild?.canManage || !serverArticles) return privateLine(messages, 'command.articles.managersOnly');
    const meant = articleMeant(typed, context);
    if (meant === undefined) {
      return privateLine(messages, 'command.articles.none', { typed: quoteBack(typed) });
    }
    const all = newestFirst(knowledge).map(({ id }) => id);
    const chosen = await toggle(meant, all, guild.id, serverArticles);
    if (!chosen) return privateLine(messages, 'command.articles.last');
    return { ...listReply(1, chosen, context, asker), private: true };
  },
});
