/** Joins the files of all articles into one knowledge. */

import { BASE_LANGUAGE } from '../messages/messages.ts';
import { articleParts } from './article-parts.ts';
import type { Knowledge } from './knowledge.ts';
import type { Reader } from './layout.ts';
import type { Finding } from './problem.ts';
import { repeatedIds } from './references.ts';
import { synonymMap } from './synonyms.ts';
import { translationParts, unknownIds } from './translation-parts.ts';

/**
 * The knowledge in what the reader gives, and where its files do not fit together. Files whose shape is wrong are left
 * out, so both are of use only if the reader has no finding.
 */
export function assemble(reader: Reader, hash: string): { knowledge: Knowledge; findings: Finding[] } {
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
    ...synonyms.findings,
    ...repeatedIds([
      ...speakers,
      ...facts,
      ...entries,
      ...quotations,
      ...articles.flatMap((a) => a.contradictions),
      ...labelled('outside.yaml', outside),
      ...labelled('small-talk.yaml', smallTalk),
    ]),
    // A position and a topic are chosen from a list of their own, so their ids may say the same as a question's.
    ...articles.flatMap(({ positions }) => repeatedIds(positions)),
    ...articles.flatMap(({ topics, place }) =>
      repeatedIds(topics.map(({ id }, index) => ({ id, place: { ...place, path: ['topics', index] } }))),
    ),
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
  return { knowledge, findings: [...findings, ...translations.flatMap(({ placed }) => unknownIds(placed, knowledge))] };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
