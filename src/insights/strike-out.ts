/** A question as it may be kept: without what could lead to a person. */
import { LinkifyIt } from 'linkify-it';
import { cut } from '../answer/text.ts';
import { normalise } from '../search/normalise.ts';

/** A question is told by its beginning. */
const LONGEST = 200;

// Only finds: addresses with and without "https://" or "mailto:", by their top-level domain or IP address.
const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true });

/** Discord's own: <@1>, <@!1>, <@&1>, <#1>, </name:1>, <:name:1>, <a:name:1>, <t:1>, <id:name>. */
const DISCORD = /<(?:[@#/:t]|a:|id:)[^<>\s]*>/g;
/** What is left with an "@" in it: names, and addresses of mail that linkify does not take for one. */
const AT = /\S*@\S*/g;
/** Seven digits or more, whatever stands between them in a telephone number; a Discord id is one of 17 to 20. */
const NUMBER = /\+?\(?\p{Nd}(?:[\s()./+-]*\p{Nd}){6,}/gu;

function withoutLinks(text: string): string {
  const found = linkify.match(text) ?? [];
  return found.reduceRight((rest, { index, lastIndex, schema }) => {
    const what = schema === 'mailto:' ? '[e-mail]' : '[link]';
    return `${rest.slice(0, index)}${what}${rest.slice(lastIndex)}`;
  }, text);
}

/**
 * A question's normalised text with links, e-mail addresses, mentions, Discord's ids and numbers as long as a
 * telephone's struck out. Normalised first, so that wide digits and hidden characters hide nothing.
 */
export function strikeOut(question: string): string {
  const plain = normalise(question).replace(DISCORD, '[mention]');
  return cut(withoutLinks(plain).replace(AT, '[mention]').replace(NUMBER, '[number]'), LONGEST);
}
