/** `npm run listing`: prints the texts for Discord's App Directory in each language; exits with 1 if one is too long. */
import { endWithReader } from '../../config/broken-pipe.ts';
import { languagesSpoken, messagesIn } from '../../messages/messages.ts';
import { printListing } from './listing.ts';

endWithReader(process.stdout);
const { text, fits } = printListing(languagesSpoken().map(messagesIn));
process.stdout.write(`${text}\n`);
process.exitCode = fits ? 0 : 1;
