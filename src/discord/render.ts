/** Renders a Reply as the body of a Discord message made of components (V2), within every limit. */
import {
  type APIComponentInContainer,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
  MessageFlags,
  type RESTAPIAttachment,
} from 'discord-api-types/v10';
import type { File, Reply } from '../answer/reply.ts';
import { markdownLink, withoutPassageLinks } from '../text/link.ts';
import { cut } from '../text/quote.ts';
import { type Row, rows } from './components.ts';
import { limits } from './limits.ts';

export interface MessageBody {
  /** Marks it as made of components, and perhaps as visible only to the asker. */
  readonly flags: MessageFlags;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: []; readonly roles?: string[] };
  /** The descriptions of the attached files, in their order. */
  readonly attachments?: RESTAPIAttachment[];
}

/** Whom a message is for. */
export interface Audience {
  /** Only the asker sees it. */
  readonly isPrivate?: boolean;
  /** The role that it pings; null for none. */
  readonly role?: string | null;
}

/** Replaces the contents of a message; an embed or text that it was sent with must be removed at the same time. */
export interface EditBody extends MessageBody {
  readonly content: null;
  readonly embeds: [];
}

/** A longer footer would take room from the text. */
const LONGEST_FOOTER = 500;

const onOneLine = (text: string) => text.toWellFormed().replace(/\s+/g, ' ').trim();

/** The markdown before a title; nothing else begins like this. */
export const TITLE = '### ';

function headOf({ title = '', url }: Reply): string {
  const shown = cut(onOneLine(title), limits.text.title);
  if (shown === '') return '';
  return TITLE + (url === undefined ? shown : markdownLink(shown, url));
}

const joined = (parts: readonly string[], by: string) => parts.filter((part) => part !== '').join(by);

/** The most texts; further sections are appended to the last. */
const TEXTS = 12;
/** A section cut shorter than this says nothing. */
const LEAST = 40;

/** The texts, as far as there is room: first the last links to passages are removed, then the rest is cut. */
function fitting(texts: readonly string[], room: number): readonly string[] {
  const unlinked = texts.reduceRight<readonly string[]>(
    (all, text, at) => all.with(at, withoutPassageLinks(text, all.join('').length - room)),
    texts,
  );
  const fitted: string[] = [];
  let left = room;
  for (const text of unlinked) {
    if (left < LEAST) break;
    const shown = cut(text, left);
    fitted.push(shown);
    left -= shown.length;
  }
  return fitted;
}

/** Sources in small print at the end of an answer share a line with its date. */
function withFooter(text: string, footer: string, isAnswer: boolean): string {
  if (footer === '') return text;
  const endsSmall = isAnswer && text.slice(text.lastIndexOf('\n') + 1).startsWith('-# ');
  return joined([text, endsSmall ? footer : `-# ${footer}`], endsSmall ? ' · ' : '\n');
}

/** Title and text, each section, and the footer, which is never cut, under the last of them. */
function textsOf(reply: Reply, taken: number): readonly string[] {
  const head = headOf(reply);
  const footer = cut(onOneLine(reply.footer ?? ''), LONGEST_FOOTER);
  const sections = reply.sections.map(({ heading, text }) => joined([`**${onOneLine(heading)}**`, text.trim()], '\n'));
  const all = [joined([head, reply.text.trim()], '\n'), ...sections].filter((text) => text !== '');
  const texts = [...all.slice(0, TEXTS - 1), joined(all.slice(TEXTS - 1), '\n\n')].filter((text) => text !== '');
  // "\n-# " or " · " precedes the footer.
  const room = limits.text.total - taken - (footer === '' ? 0 : footer.length + 4);
  const shown = fitting(
    texts.map((text) => text.toWellFormed()),
    room,
  );
  const last = withFooter(shown.at(-1) ?? '', footer, head === '' && sections.length === 0);
  return [...shown.slice(0, -1), last || '…'];
}

const textDisplay = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

const isPicture = ({ type }: File) => type.startsWith('image/');
const described = ({ description }: File) => cut(onOneLine(description), limits.message.fileDescription);

/** Components for the files, which are invisible without one: images in a gallery, others as downloads. */
function fileComponents(reply: Reply): (APIMediaGalleryComponent | APIFileComponent)[] {
  const files = filesOf(reply);
  const media = ({ name }: File) => ({ url: `attachment://${name}` });
  const items = files.filter(isPicture).map((file) => ({ media: media(file), description: described(file) }));
  return [
    ...(items.length > 0 ? [{ type: ComponentType.MediaGallery as const, items }] : []),
    ...files
      .filter((file) => !isPicture(file))
      .map((file) => ({ type: ComponentType.File as const, file: media(file) })),
  ];
}

/** The rows that fit beside a number of other components. */
function rowsBeside(others: number, all: readonly Row[]): readonly Row[] {
  let left = limits.component.total - others;
  return all.filter(({ components }) => {
    left -= 1 + components.length;
    return left >= 0;
  });
}

/**
 * The message that shows a reply. A reply with a title has a frame; an answer or a line looks like an ordinary message.
 * It can ping nobody except the role of its audience. Sources are shown as the reply's own texts name them; its
 * citations are for programs.
 */
export function render(reply: Reply, { isPrivate = false, role = null }: Audience = {}): MessageBody {
  const attachments = attachmentsOf(reply);
  const ping = role === null ? [] : [textDisplay(`<@&${role}>`)];
  const taken = ping.reduce((sum, { content }) => sum + content.length, 0);
  const shown: APIComponentInContainer[] = [...textsOf(reply, taken).map(textDisplay), ...fileComponents(reply)];
  // Plus one for the frame.
  const inside = [...shown, ...rowsBeside(ping.length + shown.length + 1, rows(reply))];
  const isFramed = Boolean(reply.title?.trim());
  return {
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    components: [...ping, ...(isFramed ? [{ type: ComponentType.Container as const, components: inside }] : inside)],
    allowed_mentions: { parse: [], ...(role !== null && { roles: [role] }) },
    ...(attachments.length > 0 && { attachments }),
  };
}

/** The same as an edit of a message, which cannot change who sees it. */
export function renderEdit(reply: Reply): EditBody {
  return { ...render(reply), content: null, embeds: [] };
}

function attachmentsOf(reply: Reply): RESTAPIAttachment[] {
  return filesOf(reply).map((file, place) => ({
    id: String(place),
    filename: file.name,
    description: described(file),
  }));
}

/** The files of a reply, at most ten. */
export function filesOf(reply: Reply): readonly File[] {
  return (reply.files ?? []).slice(0, limits.message.files);
}
