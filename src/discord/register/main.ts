/** `npm run register`: registers the commands and ends. */
import { DiscordAPIError, REST } from '@discordjs/rest';
import { commands } from '../../../commands/index.ts';
import { readConfig } from '../../config/config.ts';
import { readEnvironment } from '../../config/environment.ts';
import { Fatal } from '../../config/fatal.ts';
import { INVALID_TOKEN } from '../reach.ts';
import { register } from './register.ts';

try {
  const config = readConfig(readEnvironment());
  if (config.token === undefined)
    throw new Fatal('DISCORD_TOKEN is needed to register; .env.example says where it is.');
  const rest = new REST({ api: config.apiUrl }).setToken(config.token);
  const outcome = await register(rest, commands, config);
  const where = config.guildId === undefined ? 'everywhere' : `in the server ${config.guildId}`;
  const said = outcome === 'registered' ? 'registered' : 'already registered, so nothing was sent';
  process.stdout.write(`${commands.length} commands ${where}: ${said}.\n`);
} catch (error) {
  const refused = error instanceof DiscordAPIError && error.status === 401;
  if (!refused && !(error instanceof Fatal) && !(error instanceof DiscordAPIError)) throw error;
  process.stderr.write(`${refused ? INVALID_TOKEN : error.message}\n`);
  process.exitCode = 1;
}
