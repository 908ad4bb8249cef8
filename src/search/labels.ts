/** The labels that the ranker tells apart: the ids of entries, and prefixed labels for everything else. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isUntranslated } from '../knowledge/translate.ts';
import { fromLatin } from './grammar/latin-letters.ts';
import type { Example } from './ranking/index.ts';

/** The prefix of labels for subjects outside the article. */
const OUTSIDE = 'outside:';
/** The prefix of labels for small talk. */
const SMALL_TALK = 'small-talk:';

/** The kind and subject of a label that is not an entry's; undefined for an entry's. */
export function subjectOf(
  label: string,
): { readonly kind: 'outside' | 'small talk'; readonly subject: string } | undefined {
  if (label.startsWith(OUTSIDE)) return { kind: 'outside', subject: label.slice(OUTSIDE.length) };
  if (label.startsWith(SMALL_TALK)) return { kind: 'small talk', subject: label.slice(SMALL_TALK.length) };
  return undefined;
}

/** What the ranker learns from: the phrasings of each entry, small talk, and subjects outside the article. */
export function examplesOf({ entries, smallTalk, outside, language, translations }: Knowledge): readonly Example[] {
  const latin = translations.get(language)?.grammar?.latin;
  const under = (label: string, texts: readonly string[]) =>
    texts.map((text) => ({ text: fromLatin(text, latin), label }));
  return [
    ...[...entries.values()].flatMap((entry) =>
      under(entry.id, isUntranslated(entry) ? entry.phrasings : [entry.question, ...entry.phrasings]),
    ),
    ...[...smallTalk].flatMap(([subject, { phrasings }]) => under(SMALL_TALK + subject, phrasings)),
    ...[...outside].flatMap(([subject, texts]) => under(OUTSIDE + subject, texts)),
  ];
}
