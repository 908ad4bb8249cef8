/** Joins the files of all articles into one knowledge. */

import { BASE_LANGUAGE } from '../messages/messages.ts';
import { articleParts } from './article-parts.ts';
import type { Article, Knowledge } from './knowledge.ts';
import type { Reader } from './layout.ts';
import { type Finding, within } from './problem.ts';
import { missingReferences, repeatedIds } from './references.ts';
import { synonymMap } from './synonyms.ts';
import { translationParts, unknownIds, unknownNames } from './translation-parts.ts';

/** The knowledge, and where its files do not fit together. */
interface Assembled {
  readonly knowledge: Knowledge;
  /** Ids that are taken and topics that are none. */
  readonly findings: readonly Finding[];
  /** Names of what there is not, much of which may follow from the findings. */
  readonly references: readonly Finding[];
}

/**
 * Joins what the reader gives. Files whose shape is wrong are left out, so it is of use only if the reader has no finding.
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
    // What is everybody's comes first, as a finding is of whoever comes later.
    ...repeatedIds([
      ...labelled('outside.yaml', outside),
      ...labelled('small-talk.yaml', smallTalk),
      ...parts.flatMap((part) => [
        ...[...part.speakers, ...part.facts, ...part.entries, ...part.quotations],
        ...part.record.flatMap(({ contradictions, series }) => [...contradictions, ...series]),
      ]),
    ]),
    // A position and a topic are chosen from a list of their own, so their ids may say the same as a question's.
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

/** A side that an article declares twice, as a side or as a bystander. */
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
