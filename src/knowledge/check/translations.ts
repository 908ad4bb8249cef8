/** A translation says what the English says: the same numbers, the same people, and no opening yes or no. */
import { withoutDrafts } from '../drafts.ts';
import { plainText } from '../fingerprint.ts';
import type { Knowledge, Place, Translation } from '../knowledge.ts';
import type { Finding } from '../problem.ts';
import { keyOf } from './repeats.ts';
import { stands } from './stands.ts';
import type { RuleOfKnowledge } from './subject.ts';
import { fileOf, isTranslated, translatedItems } from './translated.ts';

/** A rule that runs for each language's translation. */
const inEach =
  (rule: (translation: Translation, language: string, knowledge: Knowledge) => readonly Finding[]): RuleOfKnowledge =>
  ({ knowledge }) =>
    [...knowledge.translations].flatMap(([language, translation]) => rule(translation, language, knowledge));

/** The most ids to list; the rest can be seen in the file. */
const NAMED = 10;

/** A finding for each file with missing translations: these texts are shown in English, and are still to do. */
export const everythingIsTranslated: RuleOfKnowledge = inEach((translation, language, knowledge) => {
  const items = translatedItems(knowledge, language, translation);
  const missing = Map.groupBy(
    items.filter((item) => !isTranslated(item)),
    ({ what, texts }) => `${texts[0]?.place.file} ${what}`,
  );
  return [...missing.values()].flatMap((lacking) => {
    const [first] = lacking;
    if (!first?.texts[0]) return [];
    const named = lacking.slice(0, NAMED).map(({ id }) => `\`${id}\``);
    const more = lacking.length > NAMED ? ` and ${lacking.length - NAMED} more` : '';
    const place: Place = { file: first.texts[0].place.file, path: [] };
    return [{ place, message: `${first.what} that are not translated: ${named.join(', ')}${more}` }];
  });
});

/** How much is translated into each language, one line each. */
export function translatedShares(knowledge: Knowledge): string[] {
  return [...knowledge.translations].map(([language, translation]) => {
    const items = translatedItems(knowledge, language, translation);
    const done = items.filter(isTranslated).length;
    const phrasings = [...translation.phrasings.values()].reduce((sum, texts) => sum + texts.length, 0);
    return `${language}: ${Math.floor((100 * done) / items.length)} % translated (${done} of ${items.length}), ${phrasings} phrasings`;
  });
}

const NUMBER = /(¶ ?)?((?<!\d)\d{1,3}(?:[.,'\s]\d{3})+(?!\d)|\d+)/g;

/**
 * The numbers in digits in a text of any language, without thousands separators: "1,000", "1 000" and "1.000" are
 * "1000".
 */
export function digitsIn(text: string): Set<string> {
  return new Set(
    [...plainText(text).matchAll(NUMBER)].map(
      ([, mark, digits = '']) => `${mark ? '¶' : ''}${digits.replace(/\D/g, '')}`,
    ),
  );
}

export const translationsKeepNumbers: RuleOfKnowledge = inEach((translation, language, knowledge) =>
  translatedItems(knowledge, language, translation).flatMap(({ texts }) =>
    texts.flatMap(({ english, translated, place }): Finding[] => {
      if (translated === undefined) return [];
      const there = digitsIn(translated);
      return [...digitsIn(english)]
        .filter((number) => !there.has(number) && !there.has(`¶${number}`))
        .map((number) => ({ place, message: `the English says ${number}, and this does not` }));
    }),
  ),
);

/**
 * In facts and answers: a speaker named in English is named in the translation, by one of their names in that language.
 */
export const translationsNameSpeakers: RuleOfKnowledge = inEach((translation, language, knowledge) => {
  const speakers = [...knowledge.speakers.values()].flatMap((speaker) => {
    const own = translation.speakers.get(speaker.id);
    return own ? [{ speaker, names: [own.name, ...(own.short ? [own.short] : []), ...own.aliases] }] : [];
  });
  return translatedItems(knowledge, language, translation)
    .filter(({ what }) => ['facts', 'questions', 'gaps'].includes(what))
    .flatMap(({ texts }) => texts.slice(-1))
    .flatMap(({ english, translated, place }): Finding[] => {
      if (translated === undefined) return [];
      return speakers
        .filter(
          ({ speaker: { name, short } }) => stands(name, english) || (short !== undefined && stands(short, english)),
        )
        .filter(({ names }) => !names.some((name) => stands(name, translated)))
        .map(({ speaker, names }) => ({
          place,
          message: `the English names ${speaker.name}, and this names neither ${names[0]} nor any alias of \`${speaker.id}\`; name the speaker, or add the form to the aliases`,
        }));
    });
});

export const noTranslationOpensWithAVerdict: RuleOfKnowledge = inEach((translation, language, knowledge) => {
  const verdicts = translation.grammar?.verdicts ?? [];
  if (verdicts.length === 0) return [];
  const opening = new RegExp(`^[^\\p{L}\\p{N}]*(${verdicts.map(RegExp.escape).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return [...withoutDrafts(knowledge).entries.values()].flatMap((entry): Finding[] => {
    const verdict = opening.exec(translation.entries.get(entry.id)?.answer ?? '')?.[1];
    if (verdict === undefined) return [];
    const place = { file: fileOf(`${entry.kind}s`, entry, language), path: [entry.id, 'answer'] };
    const message = `an answer opens with no verdict such as "${verdict}", which is wrong if people ask the other way round; state the fact in full`;
    return [{ place, message }];
  });
});

/** The same words in a language cannot mean two things. */
export const noTranslatedPhrasingMeansTwo: RuleOfKnowledge = inEach((translation, language, knowledge) => {
  const shared = (name: string) => `languages/${language}/${name}.yaml`;
  const texts = [
    ...[...knowledge.entries.values()].flatMap((entry) => [
      ...[...(translation.entries.has(entry.id) ? [translation.entries.get(entry.id)?.question ?? ''] : [])].map(
        (text) => ({
          label: entry.id,
          text,
          place: { file: fileOf(`${entry.kind}s`, entry, language), path: [entry.id, 'question'] },
        }),
      ),
      ...(translation.phrasings.get(entry.id) ?? []).map((text, index) => ({
        label: entry.id,
        text,
        place: { file: fileOf('phrasings', entry, language), path: [entry.id, index] },
      })),
    ]),
    ...[...translation.smallTalk].flatMap(([subject, { phrasings }]) =>
      phrasings.map((text, index) => ({
        label: `small talk ${subject}`,
        text,
        place: { file: shared('small-talk'), path: [subject, 'phrasings', index] },
      })),
    ),
    ...[...translation.outside].flatMap(([subject, phrasings]) =>
      phrasings.map((text, index) => ({
        label: `outside ${subject}`,
        text,
        place: { file: shared('outside'), path: [subject, index] },
      })),
    ),
  ];
  const first = new Map<string, (typeof texts)[number]>();
  return texts.flatMap((one): Finding[] => {
    const other = first.get(keyOf(one.text));
    if (!other) first.set(keyOf(one.text), one);
    if (!other || other.label === one.label) return [];
    const message = 'this is asked of something else in the same words; keep it where it is answered best';
    return [{ place: one.place, message, other: other.place }];
  });
});
