/** A Reply as the body of a Discord message, every limit held. */
import { type APIEmbed, type APIEmbedField, MessageFlags, type RESTAPIAttachment } from 'discord-api-types/v10';
import type { File, Reply } from '../answer/reply.ts';
import { withoutPassageLinks } from '../text/link.ts';
import { cut } from '../text/quote.ts';
import { type Row, rows } from './components.ts';
import { limits } from './limits.ts';

export interface MessageBody {
  /** Empty where embeds say it, and sent all the same: a page turned in place must lose what it showed before. */
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly allowed_mentions: { readonly parse: [] };
  /** What is said of the files that go along, in their order. */
  readonly attachments?: RESTAPIAttachment[];
}

/** Under this, a section cut to what is left of the embeds' 6,000 characters says nothing. */
const LEAST = 40;

const trimmed = (text: string, limit: number) => cut(text.toWellFormed().trim(), Math.max(limit, 0));

interface Draft {
  title?: string;
  url?: string;
  description?: string;
  fields: APIEmbedField[];
  image?: { url: string };
  footer?: { text: string };
}

/** The sections that fit, short ones as fields and long ones as embeds of their own, into what is left of the room. */
function addSections(embeds: Draft[], reply: Reply, room: number): void {
  let left = room;
  for (const { heading, text } of reply.sections) {
    const last = embeds.at(-1);
    const name = trimmed(heading, limits.embed.fieldName) || '…';
    if (!last || left < name.length + LEAST) return;
    const asField = text.length <= limits.embed.fieldValue && last.fields.length < limits.embed.fields;
    if (!asField && embeds.length >= limits.message.embeds) return;
    const most = asField ? limits.embed.fieldValue : limits.embed.description;
    const value = trimmed(text, Math.min(most, left - name.length)) || '…';
    if (asField) last.fields.push({ name, value });
    else embeds.push({ title: name, description: value, fields: [] });
    left -= name.length + value.length;
  }
}

/** A text in pieces of whole lines, none longer than the limit but for a line that is. */
function piecesOf(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const longer = pieces.length === 0 ? line : `${pieces.at(-1)}\n${line}`;
    if (longer.length <= limit) pieces.splice(-1, 1, longer);
    else pieces.push(line);
  }
  return pieces;
}

/** The text into what there is of room: a description, or as many embeds as it takes. */
function addText(embeds: Draft[], text: string, room: number): number {
  let left = room;
  for (const [at, piece] of piecesOf(text, limits.embed.description).entries()) {
    const description = trimmed(piece, Math.min(limits.embed.description, left));
    const last = embeds.at(-1);
    if (description === '') continue;
    if (at === 0 && last) last.description = description;
    else if (left < LEAST || embeds.length >= limits.message.embeds) break;
    else embeds.push({ description, fields: [] });
    left -= description.length;
  }
  return left;
}

/** The reply, and without its links to passages if they would take the room of what it says. */
function withinRoom(reply: Reply): Reply {
  const parts = [reply.title ?? '', reply.footer ?? '', reply.text];
  const texts = [...parts, ...reply.sections.flatMap(({ heading, text }) => [heading, text])];
  if (texts.join('').length <= limits.embed.total) return reply;
  const sections = reply.sections.map(({ heading, text }) => ({ heading, text: withoutPassageLinks(text) }));
  return { ...reply, text: withoutPassageLinks(reply.text), sections };
}

/** Title and footer are kept whole as far as their own limits go; the text and the sections share what is left. */
function embedsOf(given: Reply): APIEmbed[] {
  const reply = withinRoom(given);
  const title = trimmed(reply.title ?? '', limits.embed.title);
  const footer = trimmed(reply.footer ?? '', limits.embed.footer);
  const room = limits.embed.total - title.length - footer.length;
  const embeds: Draft[] = [{ ...(title && { title }), ...(title && reply.url && { url: reply.url }), fields: [] }];
  addSections(embeds, reply, addText(embeds, reply.text.trim(), room));
  const last = embeds.at(-1);
  const picture = filesOf(reply).find(({ type }) => type.startsWith('image/'));
  if (last && picture) last.image = { url: `attachment://${picture.name}` };
  if (last && footer) last.footer = { text: footer };
  return embeds;
}

/**
 * The message that shows a reply: a plain line where it is only a text, else embeds. Nothing in it can ping.
 * Sources are shown where the reply's own texts name them; its citations are for programs.
 */
export function render(reply: Reply): MessageBody {
  const attachments = attachmentsOf(reply);
  const rest = {
    components: rows(reply),
    allowed_mentions: { parse: [] as [] },
    ...(attachments.length > 0 && { attachments }),
  };
  const bare = !reply.title?.trim() && !reply.footer?.trim() && reply.sections.length === 0;
  if (bare && reply.text.length <= limits.message.content) {
    const content = trimmed(reply.text, limits.message.content) || '…';
    return { content, embeds: [], ...rest };
  }
  return { content: '', embeds: embedsOf(reply), ...rest };
}

function attachmentsOf(reply: Reply): RESTAPIAttachment[] {
  return filesOf(reply).map(({ name, description }, place) => ({
    id: String(place),
    filename: name,
    description: trimmed(description, limits.message.fileDescription),
  }));
}

/** The files of a reply, ten at most. */
export function filesOf(reply: Reply): readonly File[] {
  return (reply.files ?? []).slice(0, limits.message.files);
}

/** The flags of a message: for the asker alone, or none. */
export function flagsOf(isPrivate: boolean): MessageFlags.Ephemeral | undefined {
  return isPrivate ? MessageFlags.Ephemeral : undefined;
}
