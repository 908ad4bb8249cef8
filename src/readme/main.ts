/** `npm run readme`: writes the README's generated tables anew from the code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { commands } from '../../commands/index.ts';
import { variables } from '../config.ts';
import { commandTable, environmentTable, fillIn } from './tables.ts';

const path = new URL('../../README.md', import.meta.url);
const parts = { commands: commandTable(commands), environment: environmentTable(variables) };
writeFileSync(path, fillIn(readFileSync(path, 'utf8'), parts));
