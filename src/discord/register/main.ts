/** `npm run register`: registers the commands and ends. */
import { DiscordAPIError } from '@discordjs/rest';
import { commands } from '../../../commands/index.ts';
import { readConfig } from '../../config/config.ts';
import { readEnvironment } from '../../config/environment.ts';
import { Fatal, Unavailable } from '../../config/fatal.ts';
import { createLog } from '../../config/log.ts';
import { INVALID_TOKEN } from '../reach.ts';
import { createRest } from '../rest.ts';
import { register } from './register.ts';

/** What keeps the commands from being registered, for whoever runs this. */
function reasonOf(error: unknown): Fatal {
  if (!(error instanceof DiscordAPIError)) return new Unavailable(`Discord cannot be reached: ${error}`);
  return new Fatal(error.status === 401 ? INVALID_TOKEN : error.message);
}

try {
  const config = readConfig(readEnvironment());
  if (config.token === undefined)
    throw new Fatal('DISCORD_TOKEN is needed to register; .env.example says where it is.');
  // Standard output is for what came of it.
  const log = createLog(config.logLevel, process.stderr);
  const rest = createRest({ config, log, onInvalidToken: () => undefined });
  const { outcome } = await register(rest, commands, config).catch((error: unknown) => {
    throw reasonOf(error);
  });
  const where = config.guildId === undefined ? 'everywhere' : `in the server ${config.guildId}`;
  const said = outcome === 'registered' ? 'registered' : 'already registered, so nothing was sent';
  process.stdout.write(`${commands.length} commands ${where}: ${said}.\n`);
} catch (error) {
  if (!(error instanceof Fatal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
