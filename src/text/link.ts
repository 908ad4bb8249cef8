/** Links in the small markdown of replies, and addresses that lead to a passage of a page. */

/** A passage of a page by its first and its last words; without the last, by where it begins. */
export interface Passage {
  readonly starts: string;
  readonly ends?: string | undefined;
}

/** A label may hold escaped marks; an address none of the characters that end one. */
const LINK = /\[((?:\\.|[^[\]\\\n])*)\]\((https:\/\/[^\s()]+)\)/g;
/** What a text fragment begins with: https://wicg.github.io/scroll-to-text-fragment/ */
const TEXT_FRAGMENT = '#:~:text=';

/** A link as markdown; a bracket in the label stands for itself. */
export function markdownLink(label: string, url: string): string {
  return `[${label.replace(/[[\]\\]/g, '\\$&')}](${url})`;
}

/** Every link of a text replaced by what `shown` makes of it. */
export function replaceLinks(text: string, shown: (label: string, url: string) => string): string {
  return text.replace(LINK, (_, label: string, url: string) => shown(label, url));
}

/** Where the link begins that holds the place `at` of a text inside it, or nothing where none does. */
export function startOfLinkAround(text: string, at: number): number | undefined {
  return [...text.matchAll(LINK)].find(({ index, 0: { length } }) => index < at && at < index + length)?.index;
}

/**
 * Words as a term of a text fragment. `-`, `,` and `&` have a meaning there; the other marks would have one in markdown.
 */
function term(words: string): string {
  return encodeURIComponent(words).replace(
    /[-!'()*_~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The address of a passage of the page at `url`, by a text fragment. */
export function passageUrl(url: string, { starts, ends }: Passage): string {
  return `${url}${TEXT_FRAGMENT}${[starts, ...(ends === undefined ? [] : [ends])].map(term).join(',')}`;
}

/** The text with the label alone of links to passages: of the last ones, until it is so much shorter; else of all. */
export function withoutPassageLinks(text: string, shorterBy = Number.POSITIVE_INFINITY): string {
  const links = [...text.matchAll(LINK)].filter(([, , url = '']) => leadsToPassage(url));
  return links.reduceRight((shown, { index, 0: link, 1: label = '' }) => {
    if (text.length - shown.length >= shorterBy) return shown;
    return shown.slice(0, index) + label + shown.slice(index + link.length);
  }, text);
}

/** Whether an address leads to a passage. */
export function leadsToPassage(url: string): boolean {
  return url.includes(TEXT_FRAGMENT);
}
