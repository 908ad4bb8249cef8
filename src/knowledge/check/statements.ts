/**
 * Statements: facts, answers, and the headlines and leads of a series. Each has a text, the paragraphs that support it,
 * and its speakers.
 */
import type { AlignedText } from '../article-text.ts';
import type { Fact, Knowledge, Place, Speaker } from '../knowledge.ts';
import { within } from '../problem.ts';

export interface Statement {
  readonly place: Place;
  readonly article: string;
  readonly text: string;
  /** The numbers of the cited paragraphs, in order: a fact's own, or those of an answer's facts. */
  readonly paragraphs: readonly number[];
  readonly speakers: readonly Speaker[];
  /**
   * What a curator explains: the statement's own note, and for an answer those of its facts. For a gap its question
   * too: only the question can name what the article does not mention.
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

/** The text of the paragraphs cited by a statement. */
export function citedText({ paragraphs }: Statement, text: AlignedText): string {
  return paragraphs.map((number) => text.paragraphs[number - 1] ?? '').join('\n');
}
