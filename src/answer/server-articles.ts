/** The articles that the managers of servers have chosen; the storage behind them is hidden. */
export interface ServerArticles {
  /** The ids that a server has chosen; empty if it has chosen none, so that it gets all. */
  readonly of: (guild: string) => readonly string[] | Promise<readonly string[]>;
  /** The same without waiting, as far as it is known. */
  readonly known: (guild: string) => readonly string[];
  /** Replaces a server's choice; an empty one means all. */
  readonly choose: (guild: string, articles: readonly string[]) => Promise<void>;
}
