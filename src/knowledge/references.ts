/** Every reference resolves. */
import { memoize } from '../text/memoize.ts';
import { didYouMean } from './closest.ts';
import type { Article, Entry, Fact, Knowledge, Place, Quotation, Speaker, Theme } from './knowledge.ts';
import type { Finding } from './problem.ts';
import { within } from './problem.ts';

/** `said_by: article` means the article itself, so nothing else may have this id. */
export const ARTICLE = 'article';

type Known = ReadonlyMap<string, { readonly article: string } | undefined>;

/** Those of the article in whose folder something stands, and what is of none. */
const besides = (known: Known, { file }: Place): string[] =>
  [...known].flatMap(([id, item]) => (item === undefined || file.startsWith(`${item.article}/`) ? [id] : []));

/** What is named and not there; suggested is what may be meant, of the same article unless others' are named too. */
function missing(what: string, known: Known, id: string, place: Place, others?: readonly string[]): Finding[] {
  if (known.has(id)) return [];
  const named = others ?? besides(known, place);
  return [{ place, message: `there is no ${what} \`${id}\`${didYouMean(id, named)}`, absent: true }];
}

function undeclared(side: string, declared: readonly string[], place: Place): Finding[] {
  // An empty one is reported as still to be written.
  if (side === '' || declared.includes(side)) return [];
  const known = declared.length > 0 ? `; it has ${declared.join(', ')}` : '';
  return [{ place, message: `article.yaml declares no side \`${side}\`${known}`, absent: true }];
}

/** Those of a list that are missing, or listed twice. */
function missingIn(list: readonly string[], what: string, known: Known, place: Place, field: string): Finding[] {
  return list.flatMap((id, index) =>
    list.indexOf(id) < index
      ? [{ place: within(place, field, index), message: `\`${id}\` stands twice in this list; take one out` }]
      : missing(what, known, id, within(place, field, index)),
  );
}

function missingFacts({ place, facts: list }: { place: Place; facts: readonly string[] }, { facts }: Knowledge) {
  return missingIn(list, 'fact', facts, place, 'facts');
}

function missingParagraph(number: number, article: string, place: Place, { articles }: Knowledge): Finding[] {
  const count = articles.find(({ id }) => id === article)?.paragraphs.length ?? 0;
  return number <= count ? [] : [{ place, message: `there is no paragraph ${number}; the article has ${count}` }];
}

/**
 * Findings for ids and paragraphs that do not exist, and for entries that refer to themselves or to something twice.
 */
export function missingReferences(knowledge: Knowledge): Finding[] {
  const { articles, speakers, facts, entries, quotations } = knowledge;
  return [
    ...[...speakers.values()].flatMap((speaker) => ofSpeaker(speaker, knowledge)),
    ...[...facts.values()].flatMap((fact) => ofFact(fact, knowledge)),
    ...[...entries.values()].flatMap((entry) => ofEntry(entry, knowledge)),
    ...quotations.flatMap((quotation) => ofQuotation(quotation, knowledge)),
    ...articles.flatMap(({ series }) => series.flatMap((theme) => ofTheme(theme, knowledge))),
    ...articles.flatMap((article) => ofArticle(article, knowledge)),
  ];
}

function ofSpeaker({ article, side, place }: Speaker, { articles }: Knowledge): Finding[] {
  const own = articles.find(({ id }) => id === article);
  return undeclared(side, own ? [...own.sides, ...own.bystanders] : [], within(place, 'side'));
}

/** Those who may be named by `said_by`: the speakers, and the article itself. */
const voicesOf = memoize(
  ({ speakers }: Knowledge): Known => new Map<string, Speaker | undefined>([[ARTICLE, undefined], ...speakers]),
);

function ofFact(fact: Fact, knowledge: Knowledge): Finding[] {
  const { article, paragraphs, said_by, about, supersedes, place } = fact;
  const { speakers, facts } = knowledge;
  return [
    ...paragraphs.flatMap((number, index) =>
      missingParagraph(number, article, within(place, 'paragraphs', index), knowledge),
    ),
    ...missing('speaker', voicesOf(knowledge), said_by, within(place, 'said_by')),
    ...missingIn(about, 'speaker', speakers, place, 'about'),
    ...(supersedes === undefined
      ? []
      : missing('fact', facts, supersedes, within(place, 'supersedes'), [...facts.keys()])),
    ...supersededTooEarly(fact, knowledge),
  ];
}

/** A replacement must be of a later article, so no two facts can replace each other. */
function supersededTooEarly({ article, supersedes, place }: Fact, { articles, facts }: Knowledge): Finding[] {
  const before = supersedes === undefined ? undefined : facts.get(supersedes);
  if (!before) return [];
  const dateOf = (id: string) => articles.find((one) => one.id === id)?.date ?? '';
  const [date, earlier] = [dateOf(article), dateOf(before.article)];
  if (date > earlier) return [];
  const message = `\`${supersedes}\` is of ${earlier}, and this article of ${date}; only an earlier article's fact is superseded`;
  return [{ place: within(place, 'supersedes'), message }];
}

function ofEntry(entry: Entry, knowledge: Knowledge): Finding[] {
  const cited = missingFacts(entry, knowledge);
  if (entry.kind !== 'question') return cited;
  const { id, place, related } = entry;
  const index = related.indexOf(id);
  const message = `\`${id}\` is this question itself; name another`;
  return [
    ...cited,
    ...(index < 0 ? [] : [{ place: within(place, 'related', index), message }]),
    ...missingIn(related, 'question or gap', knowledge.entries, place, 'related'),
  ];
}

function ofQuotation(quotation: Quotation, knowledge: Knowledge): Finding[] {
  const { article, speaker, paragraph, place } = quotation;
  return [
    ...missing('speaker', knowledge.speakers, speaker, within(place, 'speaker')),
    ...missingParagraph(paragraph, article, within(place, 'paragraph'), knowledge),
    ...missingFacts(quotation, knowledge),
  ];
}

function ofTheme({ place, rests_on, facts: shown, quotation, question }: Theme, knowledge: Knowledge): Finding[] {
  const { facts, entries, quotations } = knowledge;
  const said: Known = new Map(quotations.map((quoted) => [quoted.id, quoted]));
  return [
    ...missingIn(rests_on, 'fact', facts, place, 'rests_on'),
    ...missingIn(shown, 'fact', facts, place, 'facts'),
    ...(quotation === undefined ? [] : missing('quotation', said, quotation, within(place, 'quotation'))),
    ...missing('question or gap', entries, question, within(place, 'question')),
  ];
}

function ofArticle({ sides, timeline, summary, contradictions, positions }: Article, knowledge: Knowledge): Finding[] {
  return [
    ...[...timeline, ...summary, ...contradictions].flatMap((item) => missingFacts(item, knowledge)),
    ...positions.flatMap(({ place, sides: theirs }) =>
      theirs.flatMap(({ side, facts }, index) => [
        ...undeclared(side, sides, within(place, 'sides', index, 'side')),
        ...missingFacts({ place: within(place, 'sides', index), facts }, knowledge),
      ]),
    ),
  ];
}

/** A finding for every id that occurs earlier in the list. */
export function repeatedIds(items: readonly { readonly id: string; readonly place: Place }[]): Finding[] {
  const first = new Map<string, Place>();
  return items.flatMap(({ id, place }): Finding[] => {
    if (id === ARTICLE) return [{ place, message: `\`${ARTICLE}\` stands for the article itself; choose another id` }];
    const other = first.get(id);
    if (other) return [{ place, message: `the id \`${id}\` is taken; choose another`, other }];
    first.set(id, place);
    return [];
  });
}

/** The findings, with only the first of several broken references to the same thing, and a count of the others. */
export function toldOnce(findings: readonly Finding[]): Finding[] {
  const absent = Map.groupBy(
    findings.filter((finding) => finding.absent),
    ({ message }) => message,
  );
  return findings.flatMap((finding): Finding[] => {
    const same = finding.absent ? (absent.get(finding.message) ?? []) : [];
    if (same.length < 2) return [finding];
    if (same[0] !== finding) return [];
    const more = same.length - 1;
    return [{ ...finding, message: `${finding.message} (named in ${more} more place${more === 1 ? '' : 's'})` }];
  });
}
