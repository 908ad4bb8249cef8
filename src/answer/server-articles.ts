/** Which articles servers hear of, as their managers chose; who keeps it, and where, is behind this. */
export interface ServerArticles {
  /** The ids that a server hears of; none if nothing was chosen, so that it hears of all. */
  readonly of: (guild: string) => readonly string[] | Promise<readonly string[]>;
  /** The same as far as it is known at once, for what cannot wait. */
  readonly known: (guild: string) => readonly string[];
  /** Keeps a choice in place of the one before; none makes it all. */
  readonly choose: (guild: string, articles: readonly string[]) => Promise<void>;
}
