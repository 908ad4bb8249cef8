/** The language of a server. */
import { type Choice, type Context, defineCommand } from '../src/answer/command.ts';
import { privateLine, type Reply } from '../src/answer/reply.ts';
import { type Messages, messagesIn } from '../src/messages/messages.ts';
import { quoteBack } from '../src/text/quote.ts';

/** A language's name in the language of the messages. */
export function languageName(language: string, { locale }: Messages): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}

/** The bot's languages, each by its own name. */
export function languageChoices({ languages }: Pick<Context, 'languages'>): readonly Choice[] {
  return languages.spoken.map((language) => ({ name: languageName(language, messagesIn(language)), value: language }));
}

/** The language with a code or a name, in its own language or the reader's; null if the bot does not speak it. */
export function readLanguage(typed: string, context: Pick<Context, 'languages' | 'messages'>): string | null {
  const wanted = typed.trim().toLowerCase();
  const found = languageChoices(context).find(({ name, value }) =>
    [value, name, languageName(value, context.messages)].some((called) => called.toLowerCase() === wanted),
  );
  return found?.value ?? null;
}

/** The line that lists the languages. */
export function unknownLanguage(given: string, context: Pick<Context, 'languages' | 'messages'>): Reply {
  const { messages } = context;
  const languages = languageChoices(context).map(({ name }) => name);
  return privateLine(messages, 'command.language.none', {
    typed: quoteBack(given),
    languages: languages.join(messages.say('list.separator')),
  });
}

export const language = defineCommand({
  name: 'language',
  description: 'command.language.description',
  managersOnly: true,
  options: {
    language: {
      type: 'text',
      description: 'command.language.option.language',
      maxLength: 40,
      suggest: (_typed, context) => languageChoices(context),
    },
  },
  run: async ({ language: typed }, context, { guild }) => {
    const { serverLanguage, messages } = context;
    if (!guild || !serverLanguage) return privateLine(messages, 'command.language.noServer');
    const chosen = typed === undefined ? null : readLanguage(typed, context);
    if (typed !== undefined && chosen === null) return unknownLanguage(typed, context);
    await serverLanguage.choose(guild, chosen);
    const now = await serverLanguage.of(guild);
    const said = context.languages.in(now).messages;
    const values = { language: languageName(now, said) };
    return privateLine(said, chosen === null ? 'command.language.unset' : 'command.language.set', values);
  },
});
