/** `npm run register`: registers the commands and ends. */
import { commands } from '../../../commands/index.ts';
import { withRest } from '../with-rest.ts';
import { register } from './register.ts';

await withRest(async (rest, config) => {
  const outcome = await register(rest, commands, config);
  const where = config.guildId === undefined ? 'everywhere' : `in the server ${config.guildId}`;
  const said = outcome === 'registered' ? 'registered' : 'already registered, so nothing was sent';
  return `${commands.length} commands ${where}: ${said}.`;
});
