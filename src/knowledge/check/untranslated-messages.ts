/** What the bot itself says in English for want of a translation. The knowledge is whole without it, so it is no problem. */
import type { Catalogues } from '../../messages/messages.ts';

/** So many keys are named; who has more to do sees them in the file. */
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
