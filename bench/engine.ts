/** A phrasing and the label of its entry. */
export interface Phrasing {
  readonly text: string;
  readonly label: string;
}

/** What an engine says to a question: its best label, even if it would decline, and whether it would answer. */
export interface Answer {
  readonly label: string | null;
  readonly answered: boolean;
}

/** An engine made ready for questions. */
export type Ask = (question: string) => Answer | Promise<Answer>;

/** Makes an engine ready for questions. */
export type Build = (phrasings: readonly Phrasing[]) => Ask | Promise<Ask>;

/** The answer of an engine that finds phrasings: the first one's label; it declines if it finds none. */
export const answerOf = (first: Phrasing | undefined): Answer => ({
  label: first?.label ?? null,
  answered: first !== undefined,
});
