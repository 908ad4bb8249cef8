import type { Gap, Knowledge, SmallTalk } from '../knowledge/knowledge.ts';
import type { Part, SearchResult } from './decide.ts';
import type { Search } from './search.ts';

/** A search in one language that shows its results in another: both have entries with the same ids. */
export function showing(search: Search, asked: Knowledge, shown: Knowledge): Search {
  const same = <Item extends { readonly id: string }>(known: ReadonlyMap<string, Item>, item: Item) =>
    known.get(item.id) ?? item;
  const entry = (item: SearchResult['candidates'][number]['entry']) => same(shown.entries, item);
  const gap = (item: Gap): Gap => {
    const found = entry(item);
    return found.kind === 'gap' ? found : item;
  };
  const talk = (item: SmallTalk): SmallTalk => {
    const subject = [...asked.smallTalk].find(([, one]) => one === item)?.[0];
    return shown.smallTalk.get(subject ?? '') ?? item;
  };
  const shownPart = (part: Part): Part => ({
    ...part,
    entry: entry(part.entry),
    alsoMissing: part.alsoMissing && gap(part.alsoMissing),
  });
  const found = (result: SearchResult): SearchResult => ({
    ...result,
    parts: result.parts.map(shownPart),
    elsewhere: result.elsewhere.map(shownPart),
    offered: result.offered.map(entry),
    smallTalk: result.smallTalk && talk(result.smallTalk),
    candidates: result.candidates.map((candidate) => ({ ...candidate, entry: entry(candidate.entry) })),
  });
  return {
    ...search,
    among: (articles) => showing(search.among(articles), asked, shown),
    find: (question, before) => found(search.find(question, before && same(asked.entries, before))),
    nearest: (question) => search.nearest(question).map(entry),
    completeQuestion: (typed, limit) => search.completeQuestion(typed, limit).map(entry),
    facts: (words) => search.facts(words).map((fact) => same(shown.facts, fact)),
    speakers: (name) => search.speakers(name).map((speaker) => same(shown.speakers, speaker)),
  };
}
