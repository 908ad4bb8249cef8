/** The texts for Discord's App Directory, and whether they fit. */
import type { OneOrSeveral } from '../../knowledge/of-articles.ts';
import type { MessageKey, Messages } from '../../messages/messages.ts';

/**
 * Discord's limits: for the name and tags from https://discord.com/developers/docs/resources/application, for the
 * description from its OpenAPI specification, for the summary from its developer portal.
 */
const MOST = { name: 32, summary: 200, description: 400, tag: 20 } as const;

const TEXTS = [
  ['listing.name', MOST.name],
  ['listing.summary', MOST.summary],
  ['listing.description', MOST.description],
  ['listing.tag.1', MOST.tag],
  ['listing.tag.2', MOST.tag],
  ['listing.tag.3', MOST.tag],
  ['listing.tag.4', MOST.tag],
  ['listing.tag.5', MOST.tag],
] as const satisfies readonly (readonly [MessageKey, number])[];

export interface ListingLine {
  /** The field: "summary", "tag.1". */
  readonly field: string;
  readonly text: string;
  readonly length: number;
  readonly most: number;
}

/** The texts in a language, for one article or several, each with its length and its limit. */
export function listingIn({ say }: Messages, articles: OneOrSeveral): readonly ListingLine[] {
  return TEXTS.map(([key, most]) => {
    const text = say(key, { articles });
    return { field: key.slice('listing.'.length), text, length: [...text].length, most };
  });
}

/** The listing as readable text, and whether every text fits. */
export function printListing(
  all: readonly Messages[],
  articles: OneOrSeveral,
): { readonly text: string; readonly fits: boolean } {
  const listings = all.map((messages) => ({ language: messages.language, lines: listingIn(messages, articles) }));
  const print = ({ field, text, length, most }: ListingLine) =>
    `${field} (${length} of ${most}${length > most ? ', too long' : ''})\n${text}`;
  return {
    text: listings.map(({ language, lines }) => [`== ${language}`, ...lines.map(print)].join('\n\n')).join('\n\n'),
    fits: listings.every(({ lines }) => lines.every(({ length, most }) => length <= most)),
  };
}
