/**
 * The bot's own messages that have no translation and are shown in English. They are not part of the knowledge, so this
 * is not an error.
 */
import type { Catalogues } from '../../messages/messages.ts';

/** The most keys to list; the rest can be seen in the file. */
const NAMED = 5;

/** A line for each catalogue that lacks messages. */
export function untranslatedMessages({ languagesSpoken, textsOf }: Catalogues): string[] {
  return languagesSpoken().flatMap((language) => {
    const { own, english } = textsOf(language);
    const keys = Object.keys(english);
    const lacking = keys.filter((key) => !Object.hasOwn(own, key));
    if (lacking.length === 0) return [];
    const named = lacking.slice(0, NAMED).map((key) => `\`${key}\``);
    const more = lacking.length > NAMED ? ` and ${lacking.length - NAMED} more` : '';
    return [
      `languages/${language}.json: ${lacking.length} of ${keys.length} messages are said in English: ${named.join(', ')}${more}`,
    ];
  });
}
