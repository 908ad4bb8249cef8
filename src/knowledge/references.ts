/** Every reference resolves. */
import { didYouMean } from './closest.ts';
import type { Fact, Knowledge, Place, Speaker, Theme } from './knowledge.ts';
import type { Finding } from './problem.ts';
import { within } from './problem.ts';

type Known = ReadonlyMap<string, { readonly article: string } | undefined>;

/** Those of the article in whose folder something stands, and what is of none. */
const besides = (known: Known, { file }: Place): string[] =>
  [...known].flatMap(([id, item]) => (item === undefined || file.startsWith(`${item.article}/`) ? [id] : []));

/** What is named and not there; suggested is what may be meant, of the same article unless others' are named too. */
function missing(what: string, known: Known, id: string, place: Place, named = besides(known, place)): Finding[] {
  if (known.has(id)) return [];
  return [{ place, message: `there is no ${what} \`${id}\`${didYouMean(id, named)}`, absent: true }];
}

function undeclared(side: string, declared: readonly string[], place: Place): Finding[] {
  // An empty one is reported as still to be written.
  if (side === '' || declared.includes(side)) return [];
  const known = declared.length > 0 ? `; it has ${declared.join(', ')}` : '';
  return [{ place, message: `article.yaml declares no side \`${side}\`${known}`, absent: true }];
}

/**
 * Findings for ids and paragraphs that do not exist, and for entries that refer to themselves or to something twice.
 */
export function missingReferences(knowledge: Knowledge): Finding[] {
  const { articles, speakers, facts, entries, quotations } = knowledge;
  const voices: Known = new Map<string, Speaker | undefined>([[ARTICLE, undefined], ...speakers]);
  const ids = (place: Place, field: string, what: string, known: Known, list: readonly string[]): Finding[] =>
    list.flatMap((id, index) =>
      list.indexOf(id) < index
        ? [{ place: within(place, field, index), message: `\`${id}\` stands twice in this list; take one out` }]
        : missing(what, known, id, within(place, field, index)),
    );
  const factsOf = (item: { place: Place; facts: readonly string[] }): Finding[] =>
    ids(item.place, 'facts', 'fact', facts, item.facts);
  const paragraph = (article: string, number: number, place: Place): Finding[] => {
    const count = articles.find(({ id }) => id === article)?.paragraphs.length ?? 0;
    return number <= count ? [] : [{ place, message: `there is no paragraph ${number}; the article has ${count}` }];
  };

  const sidesOf = new Map(articles.map(({ id, sides, bystanders }) => [id, [...sides, ...bystanders]]));

  return [
    ...[...speakers.values()].flatMap(({ article, side, place }) =>
      undeclared(side, sidesOf.get(article) ?? [], within(place, 'side')),
    ),
    ...[...facts.values()].flatMap((fact) => [
      ...fact.paragraphs.flatMap((number, index) =>
        paragraph(fact.article, number, within(fact.place, 'paragraphs', index)),
      ),
      ...missing('speaker', voices, fact.said_by, within(fact.place, 'said_by')),
      ...ids(fact.place, 'about', 'speaker', speakers, fact.about),
      ...(fact.supersedes === undefined
        ? []
        : missing('fact', facts, fact.supersedes, within(fact.place, 'supersedes'), [...facts.keys()])),
      ...supersededTooEarly(fact),
    ]),
    ...[...entries.values()].flatMap((entry) => [
      ...factsOf(entry),
      ...(entry.kind === 'question' ? relatedOf(entry.place, entry.id, entry.related) : []),
    ]),
    ...quotations.flatMap((quotation) => [
      ...missing('speaker', speakers, quotation.speaker, within(quotation.place, 'speaker')),
      ...paragraph(quotation.article, quotation.paragraph, within(quotation.place, 'paragraph')),
      ...factsOf(quotation),
    ]),
    ...articles.flatMap(({ series }) => series.flatMap(themeOf)),
    ...articles.flatMap(({ sides: declared, timeline, summary, contradictions, positions }) => [
      ...[...timeline, ...summary, ...contradictions].flatMap(factsOf),
      ...positions.flatMap(({ place, sides }) =>
        sides.flatMap((side, index) => [
          ...undeclared(side.side, declared, within(place, 'sides', index, 'side')),
          ...factsOf({ place: within(place, 'sides', index), facts: side.facts }),
        ]),
      ),
    ]),
  ];

  function themeOf({ place, rests_on, facts: shown, quotation, question }: Theme): Finding[] {
    const said: Known = new Map(quotations.map((quoted) => [quoted.id, quoted]));
    return [
      ...ids(place, 'rests_on', 'fact', facts, rests_on),
      ...ids(place, 'facts', 'fact', facts, shown),
      ...(quotation === undefined ? [] : missing('quotation', said, quotation, within(place, 'quotation'))),
      ...missing('question or gap', entries, question, within(place, 'question')),
    ];
  }

  /** A replacement must be of a later article, so no two facts can replace each other. */
  function supersededTooEarly({ article, supersedes, place }: Fact): Finding[] {
    const before = supersedes === undefined ? undefined : facts.get(supersedes);
    if (!before) return [];
    const dateOf = (id: string) => articles.find((one) => one.id === id)?.date ?? '';
    const [date, earlier] = [dateOf(article), dateOf(before.article)];
    if (date > earlier) return [];
    const message = `\`${supersedes}\` is of ${earlier}, and this article of ${date}; only an earlier article's fact is superseded`;
    return [{ place: within(place, 'supersedes'), message }];
  }

  function relatedOf(place: Place, self: string, related: readonly string[]): Finding[] {
    const index = related.indexOf(self);
    const own =
      index < 0
        ? []
        : [{ place: within(place, 'related', index), message: `\`${self}\` is this question itself; name another` }];
    return [...own, ...ids(place, 'related', 'question or gap', entries, related)];
  }
}

/** `said_by: article` means the article itself, so nothing else may have this id. */
export const ARTICLE = 'article';

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
