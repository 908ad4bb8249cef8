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

/**
 * The phrasings of outside subjects are at most this share of the entries': beside more of them, everything seems to be
 * outside a small article. With ten phrasings an entry, 45 % of the questions in `test/questions` and others were right
 * with all 4,900 of them, 55 % with half as many as the entries', 62 % with a quarter, 61 % with less.
 */
const MOST_OUTSIDE = 1 / 4;

/** An even selection of some texts, the first always included. */
const selection = (texts: readonly string[], share: number): readonly string[] =>
  texts.filter((_, at) => at === 0 || Math.floor(at * share) > Math.floor((at - 1) * share));

/** What the ranker learns from: the phrasings of each entry, small talk, and subjects outside the article. */
export function examplesOf({ entries, smallTalk, outside, language, translations }: Knowledge): readonly Example[] {
  const latin = translations.get(language)?.grammar?.latin;
  const under = (label: string, texts: readonly string[]) =>
    texts.map((text) => ({ text: fromLatin(text, latin), label }));
  const ofEntries = [...entries.values()].flatMap((entry) =>
    under(entry.id, isUntranslated(entry) ? entry.phrasings : [entry.question, ...entry.phrasings]),
  );
  const ofOutside = [...outside.values()].reduce((sum, texts) => sum + texts.length, 0);
  const share = Math.min(1, (MOST_OUTSIDE * ofEntries.length) / ofOutside);
  return [
    ...ofEntries,
    ...[...smallTalk].flatMap(([subject, { phrasings }]) => under(SMALL_TALK + subject, phrasings)),
    ...[...outside].flatMap(([subject, texts]) => under(OUTSIDE + subject, selection(texts, share))),
  ];
}
