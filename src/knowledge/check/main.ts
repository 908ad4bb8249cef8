import { endWithReader } from '../../config/broken-pipe.ts';
import { catalogues } from '../../messages/messages.ts';
import { checkKnowledge } from './check.ts';
import { untranslatedMessages } from './untranslated-messages.ts';

endWithReader(process.stdout);
const { problems, report } = checkKnowledge(
  'knowledge',
  process.env.ARTICLES_DIR || undefined,
  new Date().toISOString().slice(0, 10),
);
process.stdout.write(`${[report, ...untranslatedMessages(catalogues)].join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
