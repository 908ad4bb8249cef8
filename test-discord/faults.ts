/** A fault to inject, instead of the real response or in addition to it. */
export type Fault =
  | { kind: 'status'; status: number; code: number }
  /** A page from something in front of Discord, such as Cloudflare. */
  | { kind: 'page'; status: number }
  | { kind: 'rateLimit'; retryAfter: number; isGlobal: boolean }
  | { kind: 'hold'; arrived: () => void; released: Promise<void> }
  /** The connection breaks before the call is received, or after it took effect. */
  | { kind: 'sever'; when: 'before' | 'after' };

/** Which calls are affected, and how many of them. */
export interface FaultTarget {
  /** Matched against `METHOD /path`, without the API's prefix; every call if absent. */
  route?: RegExp;
  times?: number;
}

/** A call that is kept waiting. */
export interface Held {
  /** Resolves when the call has arrived. */
  arrived: Promise<void>;
  /** Lets this call, and those held with it, be answered. */
  release(): void;
}

/** Faults that a test can inject. */
export interface Faults {
  /** Answers the next calls with a status such as 503, and an error code, instead of executing them. */
  fail(status: number, target?: FaultTarget & { code?: number }): void;
  /** Answers the next calls with a page of HTML, as Cloudflare does for Discord. */
  page(status: number, target?: FaultTarget): void;
  /** Answers the next calls with 429; `retryAfter` is in seconds. */
  rateLimit(retryAfter: number, target?: FaultTarget & { global?: boolean }): void;
  /** Keeps the next calls waiting until they are released. */
  hold(target?: FaultTarget): Held;
  /** Breaks the connection of the next calls, before they take effect or after. */
  sever(when: 'before' | 'after', target?: FaultTarget): void;
  /** Invalidates the token: from now on 401, and the gateway closes with 4004. */
  revokeToken(): void;
  /** Stops answering, and breaks every connection. */
  goDown(): void;
  comeBack(): void;
}

/** The faults, as the server consumes them. */
export interface FaultState extends Faults {
  isDown(): boolean;
  isRevoked(): boolean;
  /** The fault for this call, which counts as used. */
  take(call: string): Fault | null;
  /** Releases all held calls. */
  releaseAll(): void;
}

/** Further effects of faults that concern the whole Discord. */
export interface FaultEffects {
  onRevoke(): void;
  onDown(): void;
}

/** Starts without faults. */
export function createFaults({ onRevoke, onDown }: FaultEffects): FaultState {
  const rules: { fault: Fault; route: RegExp; left: number }[] = [];
  const releases = new Set<() => void>();
  let down = false;
  let revoked = false;

  function add(fault: Fault, { route = /^/, times = 1 }: FaultTarget = {}): void {
    rules.push({ fault, route, left: times });
  }

  return {
    fail: (status, target) => add({ kind: 'status', status, code: target?.code ?? 0 }, target),
    page: (status, target) => add({ kind: 'page', status }, target),
    rateLimit: (retryAfter, target) =>
      add({ kind: 'rateLimit', retryAfter, isGlobal: target?.global ?? false }, target),
    hold(target) {
      const arrival = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      releases.add(release.resolve);
      add({ kind: 'hold', arrived: arrival.resolve, released: release.promise }, target);
      return { arrived: arrival.promise, release: release.resolve };
    },
    sever: (when, target) => add({ kind: 'sever', when }, target),
    revokeToken() {
      revoked = true;
      onRevoke();
    },
    goDown() {
      down = true;
      onDown();
    },
    comeBack() {
      down = false;
    },
    isDown: () => down,
    isRevoked: () => revoked,
    take(call) {
      const rule = rules.find(({ route, left }) => left > 0 && route.test(call));
      if (!rule) return null;
      rule.left -= 1;
      return rule.fault;
    },
    releaseAll() {
      for (const release of releases) release();
    },
  };
}
