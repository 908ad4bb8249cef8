/** `npm run listing`: the texts for Discord's directory in each language; exit 1 if one is too long. */
import { languagesSpoken, messagesIn } from '../../messages/messages.ts';
import { printListing } from './listing.ts';

const { text, fits } = printListing(languagesSpoken().map(messagesIn));
process.stdout.write(`${text}\n`);
process.exitCode = fits ? 0 : 1;
