/** What every reply shows of an entry. */
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import type { Messages } from '../messages/messages.ts';
import { memoize } from '../text/memoize.ts';
import type { Context } from './command.ts';
import type { Button } from './reply.ts';
import { articleOf, asOf, citationsOf, factLines, factsOf, placesLine, sourceLine } from './sources.ts';

function makeParts(entry: Entry, knowledge: Knowledge, messages: Messages) {
  const facts = factsOf(entry.facts, knowledge);
  const article = articleOf(entry, knowledge);
  const sources: Button = {
    label: messages.say('answer.sourcesButton'),
    action: { command: 'source', options: { question: entry.id } },
  };
  return {
    article,
    sources,
    citations: citationsOf(facts, { knowledge, messages }),
    source: `-# ${sourceLine(facts, knowledge)}`,
    facts,
    places: `-# ${placesLine(facts, knowledge)}`,
    list: factLines(facts, knowledge),
    footer: asOf(article, messages),
    named: entry.kind === 'question' ? entry.related.flatMap((id) => knowledge.entries.get(id) ?? []) : [],
    corrected: [entry, ...facts].filter(({ correction }) => correction),
  };
}

const partsIn = memoize((knowledge: Knowledge) =>
  memoize((messages: Messages) => memoize((entry: Entry) => makeParts(entry, knowledge, messages))),
);

/** What a reply shows of an entry: its facts, their citations, the same as a line for people, and corrections. */
export const partsOf = (entry: Entry, { knowledge, messages }: Context) => partsIn(knowledge)(messages)(entry);
