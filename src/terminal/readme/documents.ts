import { commands } from '../../../commands/index.ts';
import { variables } from '../../config/variables.ts';
import { commandTable, environmentTable, privacyText, termsText } from './tables.ts';

/** The documents with generated parts: each file's parts by the name in their markers. */
export const documents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { commands: commandTable(commands) },
  'docs/environment.md': { environment: environmentTable(variables) },
  'PRIVACY.md': { privacy: privacyText() },
  'TERMS.md': { terms: termsText() },
};
