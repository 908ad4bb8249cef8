/** A Reply as the body of a Discord message of components alone (V2), every limit held. */
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
  /** That it is of components, and whether only the asker sees it. */
  readonly flags: MessageFlags;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: []; readonly roles?: string[] };
  /** What is said of the files that go along, in their order. */
  readonly attachments?: RESTAPIAttachment[];
}

/** Whom a message is for. */
export interface Audience {
  /** Only the asker sees it. */
  readonly isPrivate?: boolean;
  /** The role that it pings; none, if null. */
  readonly role?: string | null;
}

/** What takes the place of what a message showed; one that was sent with an embed or a text has to lose these at once. */
export interface EditBody extends MessageBody {
  readonly content: null;
  readonly embeds: [];
}

/** A footer that is longer would take the room of what is said. */
const LONGEST_FOOTER = 500;

const onOneLine = (text: string) => text.toWellFormed().replace(/\s+/g, ' ').trim();

/** What stands before the title in the text; nothing else begins so. */
export const TITLE = '### ';

function headOf({ title = '', url }: Reply): string {
  const shown = cut(onOneLine(title), limits.text.title);
  if (shown === '') return '';
  return TITLE + (url === undefined ? shown : markdownLink(shown, url));
}

const joined = (parts: readonly string[], by: string) => parts.filter((part) => part !== '').join(by);

/** So many texts at most; further sections go on in the last of them. */
const TEXTS = 12;
/** Under this, what is left of a section says nothing. */
const LEAST = 40;

/** The texts, as far as there is room: first the last links to passages go, then what is left over is cut. */
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

/** Sources in small print at the end of an answer are on one line with its day. */
function withFooter(text: string, footer: string, isAnswer: boolean): string {
  if (footer === '') return text;
  const endsSmall = isAnswer && text.slice(text.lastIndexOf('\n') + 1).startsWith('-# ');
  return joined([text, endsSmall ? footer : `-# ${footer}`], endsSmall ? ' · ' : '\n');
}

/** Title and text, each section, and the footer, which is kept whole, under the last of them. */
function textsOf(reply: Reply, taken: number): readonly string[] {
  const head = headOf(reply);
  const footer = cut(onOneLine(reply.footer ?? ''), LONGEST_FOOTER);
  const sections = reply.sections.map(({ heading, text }) => joined([`**${onOneLine(heading)}**`, text.trim()], '\n'));
  const all = [joined([head, reply.text.trim()], '\n'), ...sections].filter((text) => text !== '');
  const texts = [...all.slice(0, TEXTS - 1), joined(all.slice(TEXTS - 1), '\n\n')].filter((text) => text !== '');
  // "\n-# " or " · " stands before the footer.
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

/** The files, which nobody sees unless a component names them: pictures in a gallery, others to be downloaded. */
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

/** The rows for which there is room beside so many other components. */
function rowsBeside(others: number, all: readonly Row[]): readonly Row[] {
  let left = limits.component.total - others;
  return all.filter(({ components }) => {
    left -= 1 + components.length;
    return left >= 0;
  });
}

/**
 * The message that shows a reply: what has a title is framed; an answer or a line stands in the channel as words do.
 * Nothing in it can ping but a role that it is told of. Sources are shown where the reply's own texts name them; its
 * citations are for programs.
 */
export function render(reply: Reply, { isPrivate = false, role = null }: Audience = {}): MessageBody {
  const attachments = attachmentsOf(reply);
  const ping = role === null ? [] : [textDisplay(`<@&${role}>`)];
  const taken = ping.reduce((sum, { content }) => sum + content.length, 0);
  const shown: APIComponentInContainer[] = [...textsOf(reply, taken).map(textDisplay), ...fileComponents(reply)];
  // One more, for the frame.
  const inside = [...shown, ...rowsBeside(ping.length + shown.length + 1, rows(reply))];
  const isFramed = Boolean(reply.title?.trim());
  return {
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    components: [...ping, ...(isFramed ? [{ type: ComponentType.Container as const, components: inside }] : inside)],
    allowed_mentions: { parse: [], ...(role !== null && { roles: [role] }) },
    ...(attachments.length > 0 && { attachments }),
  };
}

/** The same, to take the place of what a message shows. Whether only the asker sees a message cannot be edited. */
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

/** The files of a reply, ten at most. */
export function filesOf(reply: Reply): readonly File[] {
  return (reply.files ?? []).slice(0, limits.message.files);
}
