/** Links in the markdown of replies, and addresses of passages on a page. */

/** A passage of a page by its first and last words; without `ends`, only by its start. */
export interface Passage {
  readonly starts: string;
  readonly ends?: string | undefined;
}

/** A label may contain escaped characters; an address may not contain a character that ends it. */
const LINK = /\[((?:\\.|[^[\]\\\n])*)\]\((https:\/\/[^\s()]+)\)/g;
/** The prefix of a text fragment: https://wicg.github.io/scroll-to-text-fragment/ */
const TEXT_FRAGMENT = '#:~:text=';

/** A link as markdown; brackets in the label are escaped. */
export function markdownLink(label: string, url: string): string {
  return `[${label.replace(/[[\]\\]/g, '\\$&')}](${url})`;
}

/** A text with every link replaced by the result of `shown`. */
export function replaceLinks(text: string, shown: (label: string, url: string) => string): string {
  return text.replace(LINK, (_, label: string, url: string) => shown(label, url));
}

/** The start of the link that contains the index `at` of a text; undefined if there is none. */
export function startOfLinkAround(text: string, at: number): number | undefined {
  return [...text.matchAll(LINK)].find(({ index, 0: { length } }) => index < at && at < index + length)?.index;
}

/**
 * Words as a term of a text fragment. `-`, `,` and `&` have a meaning there; the other characters have one in markdown.
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

/**
 * A text with links to passages reduced to their labels: the last ones, until it is `shorterBy` shorter; by default
 * all.
 */
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
