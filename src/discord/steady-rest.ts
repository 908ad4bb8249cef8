/** Discord's REST by discord.js, which reckons how long a limit lasts by the machine's clock, and as Discord says. */
import { DefaultRestOptions, REST, type RESTOptions } from '@discordjs/rest';
import { DAY_MS } from '../text/dates.ts';

/** Between two requests the clock may be corrected by so much and the limits still mean something. */
const CORRECTED_MS = 1000;

/** Headers that say, in seconds, how long a limit lasts. */
const LASTING = ['retry-after', 'x-ratelimit-reset-after'];

/** No limit lasts longer than a day here, whatever Discord says: else one such answer would last as long as the program. */
const capped =
  (send: RESTOptions['makeRequest']): RESTOptions['makeRequest'] =>
  async (url, init) => {
    const response = await send(url, init);
    for (const name of LASTING) {
      if (Number(response.headers.get(name)) * 1000 > DAY_MS) response.headers.set(name, String(DAY_MS / 1000));
    }
    return response;
  };

/** By how much the clock is ahead of one that nobody sets. */
const clockOffset = () => Date.now() - performance.now();

/** Forgets its limits when the clock was set, as one that was set back would make them last until it has caught up. */
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

/** A client of Discord's REST whose limits outlast neither a clock that is set nor a day. */
export function openRest(options: Partial<RESTOptions>): REST {
  return new SteadyRest({ ...options, makeRequest: capped(options.makeRequest ?? DefaultRestOptions.makeRequest) });
}
