/** The labels that the ranker tells apart: entries by their ids, and by a prefix what is no entry. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isUntranslated } from '../knowledge/translate.ts';
import { fromLatin } from './grammar/latin-letters.ts';
import type { Example } from './ranking/index.ts';

/** Labels of subjects outside the article begin so. */
const OUTSIDE = 'outside:';
/** Labels of what is said to the bot itself begin so. */
const SMALL_TALK = 'small-talk:';

/** Of which kind a label is that is no entry's, and its subject; undefined for an entry's. */
export function subjectOf(
  label: string,
): { readonly kind: 'outside' | 'small talk'; readonly subject: string } | undefined {
  if (label.startsWith(OUTSIDE)) return { kind: 'outside', subject: label.slice(OUTSIDE.length) };
  if (label.startsWith(SMALL_TALK)) return { kind: 'small talk', subject: label.slice(SMALL_TALK.length) };
  return undefined;
}

/** What the ranker learns from: each way to ask an entry under its id, small talk, and what lies outside the article. */
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
