/** `npm run readme`: writes the generated parts of README.md and PRIVACY.md anew from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { commands } from '../../../commands/index.ts';
import { variables } from '../../config/variables.ts';
import { commandTable, environmentTable, fillIn, privacyText } from './tables.ts';

const generated = {
  'README.md': { commands: commandTable(commands), environment: environmentTable(variables) },
  'PRIVACY.md': { privacy: privacyText() },
};

for (const [file, parts] of Object.entries(generated)) {
  const path = new URL(`../../../${file}`, import.meta.url);
  writeFileSync(path, fillIn(readFileSync(path, 'utf8'), parts));
}
