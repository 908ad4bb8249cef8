/** `npm run invite`: sets how the bot is installed, prints the link that invites it, and ends. */
import { withRest } from '../with-rest.ts';
import { inviteLink, setInstall } from './install.ts';

await withRest(async (rest) => {
  const { application, isChanged } = await setInstall(rest);
  const said = isChanged ? 'set' : 'already set, so nothing was sent';
  return `Installation settings: ${said}. This link invites the bot:\n${inviteLink(application)}`;
});
