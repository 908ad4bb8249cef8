/** Joins the files of all articles into the knowledge. */

import { BASE_LANGUAGE } from '../messages/messages.ts';
import { articleParts } from './article-parts.ts';
import type { Article, Knowledge } from './knowledge.ts';
import type { Reader } from './layout.ts';
import { type Finding, within } from './problem.ts';
import { missingReferences, repeatedIds } from './references.ts';
import { synonymMap } from './synonyms.ts';
import { translationParts, unknownIds, unknownNames } from './translation-parts.ts';

/** The knowledge, and the inconsistencies between its files. */
interface Assembled {
  readonly knowledge: Knowledge;
  /** Duplicate ids and unknown topics. */
  readonly findings: readonly Finding[];
  /** Broken references, many of which may follow from the findings. */
  readonly references: readonly Finding[];
}

/**
 * Joins the reader's files. Files of the wrong shape are left out, so the result is useful only if the reader has no
 * findings.
 */
export function assemble(reader: Reader, hash: string): Assembled {
  const parts = reader.articles.map((article) => articleParts(article, reader));
  const words = reader.shared('words.yaml')[0]?.content;
  const outside = reader.shared('outside.yaml')[0]?.content;
  const smallTalk = reader.shared('small-talk.yaml')[0]?.content;
  const articles = parts.flatMap(({ record }) => record);
  const speakers = parts.flatMap((part) => part.speakers);
  const facts = parts.flatMap((part) => part.facts);
  const entries = parts.flatMap((part) => part.entries);
  const quotations = parts.flatMap((part) => part.quotations);
  const labelled = (file: string, content: object = {}) =>
    Object.keys(content).map((id) => ({ id, place: { file, path: [id] } }));
  const synonyms = synonymMap(words?.synonyms ?? {});
  const translations = reader.languages.map((language) => ({ language, ...translationParts(language, reader) }));
  const findings = [
    ...parts.flatMap((part) => part.findings),
    // Shared items come first, because a finding is reported for the later one.
    ...repeatedIds([
      ...labelled('outside.yaml', outside),
      ...labelled('small-talk.yaml', smallTalk),
      ...parts.flatMap((part) => [
        ...[...part.speakers, ...part.facts, ...part.entries, ...part.quotations],
        ...part.record.flatMap(({ contradictions, series }) => [...contradictions, ...series]),
      ]),
    ]),
    // Positions and topics are chosen from lists of their own, so they may share ids with questions.
    ...articles.flatMap(({ positions }) => repeatedIds(positions)),
    ...articles.flatMap(({ topics, place }) =>
      repeatedIds(topics.map(({ id }, index) => ({ id, place: { ...place, path: ['topics', index] } }))),
    ),
    ...articles.flatMap(repeatedSides),
  ];
  const knowledge: Knowledge = {
    language: BASE_LANGUAGE,
    translations: new Map(translations.map(({ language, translation }) => [language, translation])),
    articles,
    speakers: byId(speakers),
    facts: byId(facts),
    entries: byId(entries),
    quotations,
    smallTalk: new Map(Object.entries(smallTalk ?? {})),
    outside: new Map(Object.entries(outside ?? {})),
    synonyms: synonyms.map,
    names: words?.names ?? [],
    hash,
  };
  const unknown = translations.flatMap(({ placed, language, translation }) => [
    ...unknownIds(placed, knowledge),
    ...unknownNames(translation, language, knowledge),
  ]);
  const references = [
    ...synonyms.findings,
    ...parts.flatMap((part) => part.references),
    ...missingReferences(knowledge),
    ...unknown,
  ];
  return { knowledge, findings, references };
}

/** Sides that an article declares twice, as a side or a bystander. */
function repeatedSides({ sides, bystanders, place }: Article): Finding[] {
  const declared = [
    ...sides.map((side, index) => ({ side, place: within(place, 'sides', index) })),
    ...bystanders.map((side, index) => ({ side, place: within(place, 'bystanders', index) })),
  ];
  return declared.flatMap(({ side, place }, index) => {
    const isFirst = declared.findIndex((other) => other.side === side) === index;
    return isFirst ? [] : [{ place, message: `the side \`${side}\` is declared twice; take one out` }];
  });
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
