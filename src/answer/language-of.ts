/** Which language a request is answered in. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { BASE_LANGUAGE, languageOfLocale } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import { normalise, words } from '../text/normalise.ts';
import { entryByQuestion } from './choosing.ts';
import type { Asker, Command, Context } from './command.ts';
import type { Languages } from './languages.ts';

/** The language of a locale, such as "uk" for "uk" and "pt" for "pt-BR", if the bot speaks it; else English. */
export function spokenFor(locale: string, { languages }: { readonly languages: Pick<Languages, 'spoken'> }): string {
  return languageOfLocale(locale, languages.spoken);
}

/** Names that are chosen from a list or typed, and so say nothing about the language of whoever sends them. */
const namesIn = memoize(
  ({ speakers, entries }: Knowledge): ReadonlySet<string> =>
    new Set(
      [
        ...[...speakers.values()].flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
        ...[...entries.values()].flatMap(({ id, question }) => [id, question]),
      ].map(normalise),
    ),
);

/** The language of an answer, by the question that is its title; undefined for an id, which all languages share. */
function languageOfAnswer(title: string, { spoken, in: spokenIn }: Languages): string | undefined {
  // Not looked for in languages in which nobody has asked yet: each takes memory.
  if (spokenIn(BASE_LANGUAGE).knowledge.entries.has(title)) return undefined;
  return spoken.find((language) => entryByQuestion(title, spokenIn(language).knowledge) !== undefined);
}

/** The free text of a request. */
function speechIn(values: Readonly<Record<string, unknown>>, { options }: Command): string {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const option = options[name];
      return option?.type === 'text' && option.isSpeech && typeof value === 'string' ? [value] : [];
    })
    .join(' ');
}

/** The language of the free text; the asker's own, if they only gave a name or chose from a list. */
export function languageSpoken(
  { locale, before }: Pick<Asker, 'locale' | 'before'>,
  command: Command,
  values: Readonly<Record<string, unknown>>,
  { languages }: Pick<Context, 'languages'>,
): string {
  const isFollowUp = before !== undefined;
  const expected = (isFollowUp && languageOfAnswer(before, languages)) || spokenFor(locale, { languages });
  const speech = speechIn(values, command);
  // After an answer, "Putin?" is a name too.
  const name = isFollowUp ? words(speech).join(' ') : normalise(speech);
  const isNamed = namesIn(languages.in(expected).knowledge).has(name);
  return isNamed ? expected : languages.of(speech, expected, isFollowUp);
}
