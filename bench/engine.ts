/** A phrasing and the label of its entry. */
export interface Phrasing {
  readonly text: string;
  readonly label: string;
}

/** An engine's result for a question: its best label, even if it would decline, and whether it would answer. */
export interface Answer {
  readonly label: string | null;
  readonly answered: boolean;
}

/** An engine that is built and can be asked. */
export type Ask = (question: string) => Answer | Promise<Answer>;

/** Builds an engine from phrasings. */
export type Build = (phrasings: readonly Phrasing[]) => Ask | Promise<Ask>;

/** The result of an engine that finds phrasings: the first one's label; if it finds none, it declines. */
export const answerOf = (first: Phrasing | undefined): Answer => ({
  label: first?.label ?? null,
  answered: first !== undefined,
});
