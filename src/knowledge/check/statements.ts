/** Facts, answers, and headlines and leads of a series alike: a text, the paragraphs that bear it out, and who said it. */
import type { AlignedText } from '../article-text.ts';
import type { Fact, Knowledge, Place, Speaker } from '../knowledge.ts';
import { within } from '../problem.ts';

export interface Statement {
  readonly place: Place;
  readonly article: string;
  readonly text: string;
  /** Numbers of the paragraphs cited, in order: a fact's own, or those of an answer's facts. */
  readonly paragraphs: readonly number[];
  readonly speakers: readonly Speaker[];
  /**
   * What a curator explains: its own note, and for an answer those of its facts. For a gap its question too: what the
   * article does not speak of can be named only by who asks.
   */
  readonly notes: readonly string[];
}

/** Every fact, every answer, and every headline and lead of a series. */
export function statements(knowledge: Knowledge): Statement[] {
  const { facts, entries, speakers } = knowledge;
  function statement(
    article: string,
    place: Place,
    text: string,
    notes: readonly (string | undefined)[],
    cited: readonly Fact[],
  ): Statement {
    return {
      place,
      article,
      text,
      paragraphs: [...new Set(cited.flatMap(({ paragraphs }) => paragraphs))].sort((a, b) => a - b),
      speakers: cited.flatMap(({ said_by }) => speakers.get(said_by) ?? []),
      notes: [...notes, ...cited.map((fact) => fact.note)].filter((text) => text !== undefined),
    };
  }
  return [
    ...[...facts.values()].map((fact) =>
      statement(fact.article, within(fact.place, 'text'), fact.text, [fact.note], [fact]),
    ),
    ...[...entries.values()].map((entry) => {
      const cited = entry.facts.flatMap((id) => facts.get(id) ?? []);
      const notes = entry.kind === 'gap' ? [entry.note, entry.question] : [entry.note];
      return statement(entry.article, within(entry.place, 'answer'), entry.answer, notes, cited);
    }),
    ...knowledge.articles.flatMap(({ id, series }) =>
      series.flatMap((theme) => {
        const cited = theme.rests_on.flatMap((fact) => facts.get(fact) ?? []);
        const told = (field: 'headline' | 'lead') =>
          statement(id, within(theme.place, field), theme[field], [theme.note], cited);
        return [told('headline'), told('lead')];
      }),
    ),
  ];
}

/** The text of the paragraphs that a statement cites. */
export function citedText({ paragraphs }: Statement, text: AlignedText): string {
  return paragraphs.map((number) => text.paragraphs[number - 1] ?? '').join('\n');
}
