/** Runs a program that asks Discord something, prints a line, and ends. */
import { DiscordAPIError, type REST } from '@discordjs/rest';
import { type Config, readConfig } from '../config/config.ts';
import { readEnvironment } from '../config/environment.ts';
import { Fatal, Unavailable } from '../config/fatal.ts';
import { createLog, type Logger } from '../config/log.ts';
import { INVALID_TOKEN } from './reach.ts';
import { createRest } from './rest.ts';

/** What went wrong, for the operator. */
function reasonOf(error: unknown): Fatal {
  if (!(error instanceof DiscordAPIError)) return new Unavailable(`Discord cannot be reached: ${error}`);
  return new Fatal(error.status === 401 ? INVALID_TOKEN : error.message);
}

/** Runs `ask` with the token from the environment and prints its result; a failure ends the process with a line. */
export async function withRest(ask: (rest: REST, config: Config, log: Logger) => Promise<string>): Promise<void> {
  try {
    const config = readConfig(readEnvironment());
    if (config.token === undefined) throw new Fatal('DISCORD_TOKEN is needed for this; .env.example says where it is.');
    // Standard output is for the result.
    const log = createLog(config.logLevel, process.stderr);
    const rest = createRest({ config, log, onInvalidToken: () => undefined });
    const said = await ask(rest, config, log).catch((error: unknown) => {
      throw reasonOf(error);
    });
    process.stdout.write(`${said}\n`);
  } catch (error) {
    if (!(error instanceof Fatal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
