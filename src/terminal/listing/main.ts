/** `npm run listing`: prints the texts for Discord's App Directory in each language; exits with 1 if one is too long. */
import { oneOrSeveral } from '../../knowledge/of-articles.ts';
import { languagesSpoken, messagesIn } from '../../messages/messages.ts';
import { startReading } from '../start.ts';
import { printListing } from './listing.ts';

await startReading((knowledge) => {
  const { text, fits } = printListing(languagesSpoken().map(messagesIn), oneOrSeveral(knowledge));
  process.stdout.write(`${text}\n`);
  return fits ? 0 : 1;
});
