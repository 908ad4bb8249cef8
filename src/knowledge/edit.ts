/** Edits the knowledge's files as a curator would by hand: comments, order and quoting stay as they are. */
import { type Document, isSeq, parseDocument } from 'yaml';
import { BASE_LANGUAGE } from '../messages/messages.ts';
import { words } from '../text/normalise.ts';

export type Edit =
  /** New phrasings for an entry. */
  | {
      readonly kind: 'phrasings';
      readonly language: string;
      readonly entry: { readonly article: string; readonly topic: string; readonly id: string };
      readonly texts: readonly string[];
    }
  /** A question that the article leaves open, in English, with phrasings. */
  | {
      readonly kind: 'gap';
      readonly article: string;
      readonly topic: string;
      readonly id: string;
      readonly question: string;
      readonly answer: string;
      readonly facts: readonly string[];
      readonly texts: readonly string[];
    }
  /** New phrasings for an outside subject. */
  | {
      readonly kind: 'outside';
      readonly language: string;
      readonly subject: string;
      readonly texts: readonly string[];
    };

/** A file's text by its path inside the knowledge; undefined if there is none yet. */
type ReadText = (file: string) => string | undefined;

/** The formatting of all files of the knowledge, so that nothing but the edit changes. */
const LAYOUT = { lineWidth: 0, flowCollectionPadding: false } as const;

const key = (text: string) => words(text).join(' ');

/** Adds to the list under a key, creating it if necessary; texts that are already there are not added again. */
function addTo(document: Document, name: string, texts: readonly string[]): void {
  const list = document.get(name);
  const known = new Set(isSeq(list) ? list.items.map((item) => key(String(item))) : []);
  const fresh = texts.filter((text) => !known.has(key(text)));
  if (isSeq(list)) for (const text of fresh) list.add(document.createNode(text));
  else if (fresh.length > 0) document.set(name, document.createNode(fresh));
}

/** Applies a change to a file; a missing file starts as `first`. */
function changed(file: string, read: ReadText, change: (document: Document) => void, first = '{}\n') {
  const document = parseDocument(read(file) ?? first);
  if (document.contents && 'flow' in document.contents && read(file) === undefined) document.contents.flow = false;
  change(document);
  return [file, document.toString(LAYOUT)] as const;
}

const folderOf = (article: string, language: string) =>
  language === BASE_LANGUAGE ? article : `${article}/languages/${language}`;

const outsideFile = (language: string) =>
  language === BASE_LANGUAGE ? 'outside.yaml' : `languages/${language}/outside.yaml`;

/** The files that an edit changes, by their paths inside the knowledge, each with its new text. */
export function filesEdited(edit: Edit, read: ReadText): ReadonlyMap<string, string> {
  switch (edit.kind) {
    case 'phrasings': {
      const { article, topic, id } = edit.entry;
      const file = `${folderOf(article, edit.language)}/phrasings/${topic}.yaml`;
      return new Map([changed(file, read, (document) => addTo(document, id, edit.texts))]);
    }
    case 'gap': {
      const { article, topic, id, question, answer, facts, texts } = edit;
      const add = (document: Document) => {
        const gap = document.createNode({ id, question, answer, facts });
        const list: unknown = gap.get('facts', true);
        if (isSeq(list)) list.flow = true;
        document.addIn(['gaps'], gap);
      };
      const phrasings = (document: Document) => addTo(document, id, texts);
      return new Map([
        changed(`${article}/gaps/${topic}.yaml`, read, add, `topic: ${topic}\ngaps: []\n`),
        changed(`${article}/phrasings/${topic}.yaml`, read, phrasings),
      ]);
    }
    case 'outside':
      return new Map([
        changed(outsideFile(edit.language), read, (document) => addTo(document, edit.subject, edit.texts)),
      ]);
  }
}
