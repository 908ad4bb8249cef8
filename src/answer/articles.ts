/** Commands with several articles: which one is meant, and which are offered. */
import type { Article, Knowledge } from '../knowledge/knowledge.ts';
import { hasSeveral, knowledgeOf, newestFirst, oneOrSeveral } from '../knowledge/of-articles.ts';
import type { Messages } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import { normalise } from '../text/normalise.ts';
import { quoteBack } from '../text/quote.ts';
import { byTitle } from './choosing.ts';
import type { Choice, Command, Context, TextOption } from './command.ts';
import type { Spoken } from './languages.ts';
import type { Action, Reply } from './reply.ts';
import { BadOption } from './values.ts';

/** The option by which an article is chosen, and its value for all of them. */
const OPTION = 'article';
export const ALL = 'all';
const OFFERED = 25;

/** The title of an article in a list of choices: "Hindustan Times, 16 May 2025: Russia, Ukraine agree to …". */
export function articleTitle({ short, publisher, date, headline }: Article, { say }: Messages): string {
  const name = short ?? publisher;
  if (name === undefined) return say('answer.articles.unnamed', { headline, date: new Date(date) });
  return say('answer.articles.title', { name, headline, date: new Date(date) });
}

/** The articles whose title contains the typed text, as choices, newest first. */
export function articleChoices(typed: string, { knowledge, messages }: Spoken): readonly Choice[] {
  const wanted = normalise(typed);
  return newestFirst(knowledge)
    .map((article) => ({ name: articleTitle(article, messages), value: article.id }))
    .filter(({ name, value }) => value === typed || normalise(name).includes(wanted))
    .slice(0, OFFERED);
}

function allChoice(typed: string, { say }: Messages): readonly Choice[] {
  const name = say('answer.articles.all');
  return normalise(name).includes(normalise(typed)) ? [{ name, value: ALL }] : [];
}

const optionFor = (reach: NonNullable<Command['articles']>): TextOption => ({
  type: 'text',
  description: 'answer.articles.option',
  maxLength: 200,
  suggest: (typed, context) => [
    ...articleChoices(typed, context),
    ...(reach === 'any' ? allChoice(typed, context.messages) : []),
  ],
});

const offeredOf = memoize((commands: readonly Command[]) => ({
  one: commands.filter(({ needsSeveral }) => !needsSeveral),
  several: commands.map((command): Command => {
    const options = command.articles ? { ...command.options, [OPTION]: optionFor(command.articles) } : command.options;
    if (command.kind === 'component') return { ...command, options };
    const { title, titleOfSeveral = title, description, descriptionOfSeveral = description } = command;
    return { ...command, ...(titleOfSeveral && { title: titleOfSeveral }), description: descriptionOfSeveral, options };
  }),
}));

/** What messages distinguish: the only article, one chosen of several, or several. */
export const whichArticles = ({ knowledge, isChosen }: Pick<Context, 'knowledge' | 'isChosen'>) =>
  isChosen ? 'chosen' : oneOrSeveral(knowledge);

/** The commands as offered for the knowledge: with several articles, they get an option to choose one. */
export function commandsFor(commands: readonly Command[], knowledge: Pick<Knowledge, 'articles'>): readonly Command[] {
  return hasSeveral(knowledge) ? offeredOf(commands).several : offeredOf(commands).one;
}

/** Limits the knowledge to some articles; keeps all of them if none of the ids is an article's. */
export function among<Known extends Spoken>(spoken: Known, ids: readonly string[]): Known {
  const known = ids.filter((id) => spoken.knowledge.articles.some((article) => article.id === id));
  if (known.length === 0) return spoken;
  const knowledge = knowledgeOf(spoken.knowledge, known);
  return knowledge === spoken.knowledge ? spoken : { ...spoken, knowledge, search: spoken.search.among(known) };
}

/** The same context, limited to these articles in every language. */
export function contextAmong<Known extends Omit<Context, 'now'>>(context: Known, ids: readonly string[]): Known {
  if (ids.length === 0) return context;
  const { languages } = context;
  const narrowed = { ...languages, in: (language: string) => among(languages.in(language), ids) };
  return { ...among(context, ids), languages: narrowed };
}

/** The id of the article with that id or that title as offered, or of the only one whose title contains the words. */
export function articleMeant(typed: string, { knowledge, messages }: Spoken): string | undefined {
  const titled = newestFirst(knowledge).map((article) => ({ id: article.id, title: articleTitle(article, messages) }));
  return byTitle(titled, typed)?.id;
}

/** The article of the entry or speaker that a value names: buttons and choices name them. */
function articleNamedBy(values: Readonly<Record<string, unknown>>, { entries, speakers }: Knowledge) {
  return Object.values(values)
    .filter((value) => typeof value === 'string')
    .map((value) => (entries.get(value) ?? speakers.get(value))?.article)
    .find((article) => article !== undefined);
}

/** The article of the speaker that was typed; all articles if there is none. For the option of a speaker. */
export const articleOfSpeaker = (typed: string, { search }: Pick<Context, 'search'>): string =>
  search.speakers(typed)[0]?.article ?? ALL;

/** The article that the typed values are about, as each option tells; one article takes precedence over all. */
function articleSpokenOf({ options }: Command, values: Readonly<Record<string, unknown>>, context: Context) {
  const found = Object.entries(options).flatMap(([name, option]) => {
    const typed = values[name];
    const article = option.type === 'text' && typeof typed === 'string' && option.articleOf?.(typed, context);
    return article ? [article] : [];
  });
  return found.find((article) => article !== ALL) ?? found[0];
}

/** The article to run a command for; undefined for all. */
function chosenFor(command: Command, values: Readonly<Record<string, unknown>>, context: Context): string | undefined {
  const { knowledge, messages } = context;
  const given = values[OPTION];
  if (typeof given !== 'string') {
    const spokenOf = articleNamedBy(values, knowledge) ?? articleSpokenOf(command, values, context);
    return spokenOf === ALL ? undefined : (spokenOf ?? newestFirst(knowledge)[0]?.id);
  }
  const isAll = [ALL, normalise(messages.say('answer.articles.all'))].includes(normalise(given));
  if (isAll && command.articles === 'any') return undefined;
  const article = articleMeant(given, context);
  if (!article) {
    const articles = newestFirst(knowledge)
      .slice(0, OFFERED)
      .map(({ id }) => id);
    throw new BadOption('answer.articles.none', {
      typed: quoteBack(given),
      articles: articles.join(messages.say('list.separator')),
    });
  }
  return article;
}

/** The action with an article added, if its command is about one article and the action names none. */
function actionOn(action: Action, article: string, commands: readonly Command[]): Action {
  const command = commands.find(({ name }) => name === action.command);
  if (!command?.articles || OPTION in action.options) return action;
  return { ...action, options: { ...action.options, [OPTION]: article } };
}

/** A reply about one article of several: its buttons and menus stay with that article. */
function staying(reply: Reply, article: string, commands: readonly Command[]): Reply {
  const on = <Item extends { readonly action: Action }>(item: Item): Item => ({
    ...item,
    action: actionOn(item.action, article, commands),
  });
  return { ...reply, buttons: reply.buttons.map(on), menus: reply.menus.map(on) };
}

/**
 * The context to run a command in, limited to the chosen article, and a function that keeps the reply with that
 * article.
 */
export function onArticle(
  command: Command,
  values: Readonly<Record<string, unknown>>,
  context: Context,
  commands: readonly Command[],
): { readonly context: Context; readonly finish: (reply: Reply) => Reply } {
  if (!command.articles || !hasSeveral(context.knowledge)) return { context, finish: (reply) => reply };
  const article = chosenFor(command, values, context);
  if (article === undefined) return { context, finish: (reply) => staying(reply, ALL, commands) };
  return {
    context: { ...among(context, [article]), isChosen: true },
    finish: (reply) => staying(reply, article, commands),
  };
}

/** The given options without the article: an old button may name one though only one article is left. */
export function withoutArticle<Given extends object>(given: Given, command: Command): Given {
  if (!command.articles || OPTION in command.options) return given;
  return Object.fromEntries(Object.entries(given).filter(([name]) => name !== OPTION)) as Given;
}
