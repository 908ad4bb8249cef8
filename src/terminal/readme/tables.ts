/** The generated parts of the documents: commands, environment, privacy and terms. */
import { type Command, listed, usageOf } from '../../answer/command.ts';
import { privacySections } from '../../answer/privacy.ts';
import type { Section } from '../../answer/reply.ts';
import { termsSections } from '../../answer/terms.ts';
import { readConfig } from '../../config/config.ts';
import { BASE_LANGUAGE, messagesIn } from '../../messages/messages.ts';

const english = messagesIn(BASE_LANGUAGE);

interface Documented {
  readonly about: string;
  readonly example?: string;
}

function calledBy(command: Command): string {
  return command.kind === 'message command' ? `“${command.name}” in a message's Apps menu` : `\`${usageOf(command)}\``;
}

const escapeCell = (text: string) => text.replaceAll('|', '\\|');

/** A markdown table of commands: usage and description. */
export function commandTable(commands: readonly Command[]): string {
  const rows = listed(commands).map(
    (command) =>
      `| ${calledBy(command)} | ${escapeCell(english.say(command.description))}${command.managersOnly ? ' (Manage Server only)' : ''} |`,
  );
  return ['| command | does |', '|---|---|', ...rows].join('\n');
}

/** A markdown table of the environment variables. */
export function environmentTable(variables: Readonly<Record<string, Documented>>): string {
  const rows = Object.entries(variables).map(
    ([name, { about, example }]) => `| \`${name}\` | ${escapeCell(about)} | ${example ? `\`${example}\`` : ''} |`,
  );
  return ['| variable | what it is | default |', '|---|---|---|', ...rows].join('\n');
}

const printed = (sections: readonly Section[]) =>
  sections.map(({ heading, text }) => `**${heading}**\n\n${text}`).join('\n\n');

/** The text of `/privacy` for a bot with default settings. */
export function privacyText(): string {
  const { storesQuestions, keepDays, operatorContact } = readConfig({});
  const keeping = { questions: storesQuestions, days: keepDays, contact: operatorContact };
  return printed(privacySections(keeping, english));
}

/** The terms for a bot with one article and default settings. */
export function termsText(): string {
  return printed(termsSections(readConfig({}).operatorContact, 'one', english));
}

/**
 * `text` with everything between `<!-- name -->` and `<!-- /name -->` replaced, for each of `parts`.
 * @throws if a pair of markers is missing.
 */
export function fillIn(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((filled, [name, part]) => {
    const between = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
    if (!between.test(filled)) throw new Error(`the marks <!-- ${name} --> … <!-- /${name} --> are missing`);
    return filled.replace(between, (_all, open: string, close: string) => `${open}${part}\n${close}`);
  }, text);
}
