/** What is wrong with an answer, in place of the real one or on top of it. */
export type Fault =
  | { kind: 'status'; status: number; code: number }
  /** A page of whatever stands before Discord, such as Cloudflare. */
  | { kind: 'page'; status: number }
  | { kind: 'rateLimit'; retryAfter: number; isGlobal: boolean }
  | { kind: 'hold'; arrived: () => void; released: Promise<void> }
  /** The connection breaks before the call is heard, or after it took effect. */
  | { kind: 'sever'; when: 'before' | 'after' };

/** Which calls are meant, and how many of them. */
export interface FaultTarget {
  /** Tried on `METHOD /path`, without the API's prefix; every call where there is none. */
  route?: RegExp;
  times?: number;
}

/** A call that is kept waiting. */
export interface Held {
  /** When the call has come in. */
  arrived: Promise<void>;
  /** Lets it, and those like it, be answered. */
  release(): void;
}

/** Troubles to order. */
export interface Faults {
  /** Answers the next calls with a status such as 503, and an error code, instead of doing what they ask. */
  fail(status: number, target?: FaultTarget & { code?: number }): void;
  /** Answers the next calls with a page of HTML, as Cloudflare does for Discord. */
  page(status: number, target?: FaultTarget): void;
  /** 429 to the next calls; `retryAfter` in seconds. */
  rateLimit(retryAfter: number, target?: FaultTarget & { global?: boolean }): void;
  /** Keeps the next calls waiting until they are released. */
  hold(target?: FaultTarget): Held;
  /** Breaks the connection of the next calls, before they take effect or after. */
  sever(when: 'before' | 'after', target?: FaultTarget): void;
  /** The token is void from now on: 401, and the gateway closes with 4004. */
  revokeToken(): void;
  /** Nothing answers any more, and every connection breaks. */
  goDown(): void;
  comeBack(): void;
}

/** The troubles as the server asks for them. */
export interface FaultState extends Faults {
  isDown(): boolean;
  isRevoked(): boolean;
  /** The trouble that awaits this call; counted as used. */
  take(call: string): Fault | null;
  /** Lets go of all that is held. */
  releaseAll(): void;
}

/** What else happens when the whole Discord is troubled. */
export interface FaultEffects {
  onRevoke(): void;
  onDown(): void;
}

/** No trouble yet. */
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
