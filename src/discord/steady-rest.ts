/** discord.js's REST client, protected against changes of the system clock and excessive rate limits. */
import { DefaultRestOptions, REST, type RESTOptions } from '@discordjs/rest';
import { DAY_MS } from '../text/dates.ts';

/** A smaller correction of the clock between two requests does not affect the limits. */
const CORRECTED_MS = 1000;

/** Headers with the duration of a limit in seconds. */
const LASTING = ['retry-after', 'x-ratelimit-reset-after'];

/** Caps every limit at a day, whatever Discord says: otherwise one bad response could block the program for good. */
const capped =
  (send: RESTOptions['makeRequest']): RESTOptions['makeRequest'] =>
  async (url, init) => {
    const response = await send(url, init);
    for (const name of LASTING) {
      if (Number(response.headers.get(name)) * 1000 > DAY_MS) response.headers.set(name, String(DAY_MS / 1000));
    }
    return response;
  };

/** How far the system clock is ahead of the monotonic one. */
const clockOffset = () => Date.now() - performance.now();

/** Drops its limits when the clock was changed: after it was set back, they would last until it has caught up. */
class SteadyRest extends REST {
  #offset = clockOffset();

  override queueRequest(request: Parameters<REST['queueRequest']>[0]): ReturnType<REST['queueRequest']> {
    const offset = clockOffset();
    if (Math.abs(offset - this.#offset) > CORRECTED_MS) {
      this.handlers.clear();
      this.globalReset = -1;
    }
    this.#offset = offset;
    return super.queueRequest(request);
  }
}

/** A client of Discord's REST whose limits survive neither a clock change nor a day. */
export function openRest(options: Partial<RESTOptions>): REST {
  return new SteadyRest({ ...options, makeRequest: capped(options.makeRequest ?? DefaultRestOptions.makeRequest) });
}
