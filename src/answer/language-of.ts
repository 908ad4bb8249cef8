/** Which language a request is answered in. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { ENGLISH } from '../knowledge/translate.ts';
import { memoize } from '../text/memoize.ts';
import { normalise } from '../text/normalise.ts';
import type { Asker, Command, Context } from './command.ts';

/** The language of a locale, such as "uk" of "uk" and "pt" of "pt-BR", if it is spoken; else English. */
export function spokenFor(locale: string, { languages }: Pick<Context, 'languages'>): string {
  const [language = ''] = locale.split('-');
  return [locale, language].find((one) => languages.spoken.includes(one)) ?? ENGLISH;
}

/** What somebody wrote in their own words: texts that are no choice from a list. */
function wordsIn(values: Readonly<Record<string, unknown>>, { options }: Command, { knowledge }: Context): string {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const option = options[name];
      const isWords = option?.type === 'text' && !option.choices && typeof value === 'string';
      return isWords && !knowledge.entries.has(value) ? [value] : [];
    })
    .join(' ');
}

/** The names and titles of a knowledge, which people type or choose whatever language they speak. */
const namesIn = memoize(
  ({ speakers, articles, entries }: Knowledge): ReadonlySet<string> =>
    new Set(
      [
        ...[...speakers.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
        ...articles.flatMap(({ topics, positions }) => [...topics, ...positions].map(({ title }) => title)),
        ...[...entries.values()].map(({ question }) => question),
      ].map(normalise),
    ),
);

/** The language that is known already, or that of the words; of what has no words, that of whoever asks. */
export function languageOf(
  { language, asker }: { readonly language?: string; readonly asker: Asker },
  command: Command,
  values: Readonly<Record<string, unknown>>,
  context: Context,
): string {
  if (language !== undefined) return spokenFor(language, context);
  const expected = spokenFor(asker.locale, context);
  const words = wordsIn(values, command, context);
  const isNamed = namesIn(context.languages.in(expected).knowledge).has(normalise(words));
  return isNamed ? expected : context.languages.of(words, expected);
}
