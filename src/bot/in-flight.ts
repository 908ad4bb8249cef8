/** Work under way, so that the program can wait for it before it ends. */
export interface InFlight {
  /** Tracks a promise until it settles; a rejection goes to `onError` and no further. */
  readonly track: (work: Promise<unknown>) => void;
  /** Resolves once nothing is under way, or after `withinMs`, with how much is still under way. */
  readonly drained: (withinMs: number) => Promise<number>;
}

/** Tracks work that nobody awaits; `onError` gets each rejection. */
export function createInFlight(onError: (error: unknown) => void): InFlight {
  const underWay = new Set<Promise<unknown>>();
  const settle = async () => {
    // Work may start further work before it ends.
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    track: (work) => {
      const remove = () => underWay.delete(settled);
      const settled: Promise<unknown> = work.then(remove, (error) => {
        remove();
        onError(error);
      });
      underWay.add(settled);
    },
    drained: async (withinMs) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await Promise.race([settle(), late]);
      clearTimeout(timer);
      return underWay.size;
    },
  };
}
