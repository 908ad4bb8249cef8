/** The languages of servers; the storage behind them is hidden. */

/** A server, and its locale on Discord if known. */
export interface Server {
  readonly id: string;
  readonly locale?: string | undefined;
}

export interface ServerLanguage {
  /** The language of a server: as a manager chose, else by its locale on Discord. */
  readonly of: (server: Server) => Promise<string>;
  /** The same for a reply that cannot wait long; undefined if it is not known soon. Never rejects. */
  readonly soon: (server: Server) => Promise<string | undefined>;
  /**
   * Chooses the language of a server; null goes back to its locale on Discord, undefined leaves the choice as it is.
   */
  readonly choose: (server: Server, language: string | null | undefined) => Promise<void>;
}
