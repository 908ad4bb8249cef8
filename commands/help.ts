import { type Command, defineCommand, listed, usageOf } from '../src/answer/command.ts';
import { reply } from '../src/answer/reply.ts';
import { asOf, latestArticle } from '../src/answer/sources.ts';

function line(command: Command): string {
  const shown = command.kind === 'message command' ? `**${command.name}**` : `\`${usageOf(command)}\``;
  return `- ${shown}: ${command.description}`;
}

/** `/help` for a list of commands, which it lists with itself last. */
export function help(others: readonly Command[]): Command {
  const command: Command = defineCommand({
    name: 'help',
    description: 'What the bot can do',
    options: {},
    run: (_values, { knowledge }, { guild }) => {
      const article = latestArticle(knowledge);
      const shown = listed([...others, command]).filter(({ managersOnly }) => !managersOnly || guild?.canManage);
      return reply({
        title: 'What I can do',
        text: [
          `I answer questions about one article, “${article.headline}”. I say what it says, who said it and in which ` +
            'paragraph, and I say so when it does not say. Mention me with a question, or use:',
          ...shown.map(line),
        ].join('\n'),
        footer: asOf(article),
        buttons: [
          { label: 'Topics', action: { command: 'topics', options: {} } },
          { label: 'Summary', action: { command: 'summary', options: {} } },
        ],
      });
    },
  });
  return command;
}
