/** `npm run listing`: prints the texts for Discord's App Directory in each language; exits with 1 if one is too long. */
import { oneOrSeveral } from '../../answer/articles.ts';
import { endWithReader } from '../../config/broken-pipe.ts';
import { withoutDrafts } from '../../knowledge/drafts.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { languagesSpoken, messagesIn } from '../../messages/messages.ts';
import { printListing } from './listing.ts';

endWithReader(process.stdout);
const loaded = loadKnowledge('knowledge');
// What is wrong with the knowledge is the check's to say.
const articles = loaded.ok ? oneOrSeveral(withoutDrafts(loaded.knowledge)) : 'one';
const { text, fits } = printListing(languagesSpoken().map(messagesIn), articles);
process.stdout.write(`${text}\n`);
process.exitCode = fits ? 0 : 1;
