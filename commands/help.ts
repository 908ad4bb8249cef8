import { commandsFor } from '../src/answer/articles.ts';
import { type Command, defineCommand, type ListedCommand, listed, usageOf } from '../src/answer/command.ts';
import { reply } from '../src/answer/reply.ts';
import { asOf, latestArticle } from '../src/answer/sources.ts';
import { hasSeveral } from '../src/knowledge/of-articles.ts';
import type { Messages } from '../src/messages/messages.ts';

function line(command: ListedCommand, { say }: Messages): string {
  const shown = command.title ? `**${say(command.title)}**` : `\`${usageOf(command)}\``;
  return `- ${shown}: ${say(command.description)}`;
}

/** `/help` for a list of commands; it lists them, with itself last. */
export function help(others: readonly Command[]): Command {
  const command: Command = defineCommand({
    name: 'help',
    description: 'command.help.description',
    options: {},
    run: (_values, { knowledge, messages }, { guild }) => {
      const { say } = messages;
      const article = latestArticle(knowledge);
      const all = commandsFor([...others, command], knowledge);
      const shown = listed(all).filter(({ managersOnly }) => !managersOnly || guild?.canManage);
      return reply(messages, {
        title: say('command.help.title'),
        text: [
          hasSeveral(knowledge)
            ? say('command.help.aboutSeveral', { count: knowledge.articles.length })
            : say('command.help.about', { headline: article.headline }),
          ...shown.map((one) => line(one, messages)),
        ].join('\n'),
        ...(!hasSeveral(knowledge) && { footer: asOf(article, messages) }),
        buttons: [
          { label: say('command.help.topics'), action: { command: 'topics', options: {} } },
          { label: say('command.help.summary'), action: { command: 'summary', options: {} } },
        ],
      });
    },
  });
  return command;
}
