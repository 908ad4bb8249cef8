/** `npm run register`: registers the commands and ends. */
import { join } from 'node:path';
import { commands } from '../../../commands/index.ts';
import { commandsFor } from '../../answer/articles.ts';
import { warnOnce } from '../../config/log.ts';
import { servedIn } from '../../snapshot/served.ts';
import { withRest } from '../with-rest.ts';
import { register } from './register.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLACES = { knowledge: join(ROOT, 'knowledge'), cacheFolder: join(ROOT, 'data') };

await withRest(async (rest, config, log) => {
  const offered = commandsFor(commands, servedIn(PLACES, config.servesDrafts, warnOnce(log)));
  const { outcome } = await register(rest, offered, config);
  const where = config.guildId === undefined ? 'everywhere' : `in the server ${config.guildId}`;
  const said = outcome === 'registered' ? 'registered' : 'already registered, so nothing was sent';
  return `${offered.length} commands ${where}: ${said}.`;
});
