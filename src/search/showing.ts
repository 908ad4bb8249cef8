import type { Gap, Knowledge, SmallTalk } from '../knowledge/knowledge.ts';
import type { Finding, Part } from './decide.ts';
import type { Search } from './search.ts';

/** The search of one knowledge, showing its finds as another of the same ids has them: asked in one language, answered in another. */
export function showing(search: Search, asked: Knowledge, shown: Knowledge): Search {
  const same = <Item extends { readonly id: string }>(known: ReadonlyMap<string, Item>, item: Item) =>
    known.get(item.id) ?? item;
  const entry = (item: Finding['candidates'][number]['entry']) => same(shown.entries, item);
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
  const found = (finding: Finding): Finding => ({
    ...finding,
    parts: finding.parts.map(shownPart),
    elsewhere: finding.elsewhere.map(shownPart),
    smallTalk: finding.smallTalk && talk(finding.smallTalk),
    candidates: finding.candidates.map((candidate) => ({ ...candidate, entry: entry(candidate.entry) })),
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
