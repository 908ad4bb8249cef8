/** The files of a draft: what the text itself shows is filled in; the rest is left empty, with an example each. */
import { Document, isScalar, visit } from 'yaml';
import { fingerprint, plainText } from '../fingerprint.ts';
import { passageOf } from '../passage.ts';
import { quotationsIn } from './quotations.ts';
import { sideOf, sidesIn } from './sides.ts';
import { speakersIn } from './speakers.ts';
import type { Source } from './text.ts';

/** What is known about the article besides its text. */
export interface About {
  readonly id: string;
  /** ISO date. */
  readonly date: string;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  /** The ids of the topics. */
  readonly topics: readonly string[];
}

/** Data as YAML, with lists of words on one line. */
function yaml(value: object): string {
  const document = new Document(value);
  visit(document, {
    Seq: (_key, list) => {
      list.flow = list.items.every(isScalar);
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** An unused id: the last word, all words, all words after the article's id, or that with a number. */
function freeId(name: string, person: boolean, article: string, taken: ReadonlySet<string>): string {
  const short = person ? slug(name.slice(name.lastIndexOf(' ') + 1)) : slug(name);
  const choices = [short, slug(name), `${article}-${slug(name) || 'speaker'}`].filter((id) => id !== '');
  const numbered = (next: number): string => {
    const id = `${article}-${slug(name) || 'speaker'}-${next}`;
    return taken.has(id) ? numbered(next + 1) : id;
  };
  return choices.find((id) => !taken.has(id)) ?? numbered(2);
}

/**
 * The files of a draft by their paths inside its folder. `taken` are the ids of other articles, which speakers may not
 * use.
 */
export function draftFiles(source: Source, about: About, taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const paragraphs = source.paragraphs.map(plainText);
  const { speakers: proposed, sayings } = speakersIn(paragraphs);
  const sides = sidesIn(paragraphs, proposed);
  const ids = new Set([...taken, 'article']);
  const speakers = proposed.map((speaker) => {
    const id = freeId(speaker.name, speaker.person, about.id, ids);
    ids.add(id);
    return { ...speaker, id, side: sideOf(speaker, sides, paragraphs, sayings) ?? '' };
  });
  const idOf = new Map(speakers.map(({ id, name }) => [name, id]));
  const quotations = quotationsIn(paragraphs, sayings).map(({ speaker = '', ...quotation }) => ({
    ...quotation,
    speaker: idOf.get(speaker),
  }));
  return new Map([
    ['article.yaml', articleFile(source, about, sides)],
    ['speakers.yaml', speakersFile(speakers)],
    ...about.topics.flatMap((topic) => [
      [`facts/${topic}.yaml`, `${FACTS}topic: ${topic}\nfacts: []\n`] as const,
      [`questions/${topic}.yaml`, `${QUESTIONS}topic: ${topic}\nquestions: []\n`] as const,
      [`gaps/${topic}.yaml`, `${GAPS}topic: ${topic}\ngaps: []\n`] as const,
      [`phrasings/${topic}.yaml`, PHRASINGS] as const,
    ]),
    ...(quotations.length > 0 ? [['quotations.yaml', quotationsFile(about.id, quotations)] as const] : []),
  ]);
}

const titleOf = (topic: string): string => {
  const words = topic.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function articleFile(source: Source, { date, publisher, url, topics }: About, sides: readonly string[]): string {
  const lines = [source.headline, ...source.lines];
  const items = source.paragraphs.map((paragraph, index) => {
    const passage = url === undefined ? undefined : passageOf(paragraph, lines);
    const item = { gist: '', sha256: fingerprint(paragraph), ...(passage && { passage }) };
    return `  # ¶${index + 1}\n${indented(yaml([item]))}`;
  });
  return `# The record of the article.

# A draft is checked, and nobody is answered from it; if nothing is left to do, take these lines out.
# What is empty is still to be written; \`npm run check\` names it.
draft: true

${yaml({ headline: source.headline, date, ...(publisher && { publisher }), ...(url && { url }) })}
# Who stands where: the parties, as positions.yaml would set them side by side, and who else may stand beside a speaker.
# Only a proposal: what the text names most often. Such as:
#   sides: [Town, Fishermen]
#   bystanders: [press]
${yaml({ sides, bystanders: [] })}
# What can be asked, in groups; each has a file of its id in facts/, questions/, gaps/ and phrasings/. Such as:
#   - id: money
#     title: The money
#     description: What the bridge costs, and who pays
# To add one, write it here, and make its four files as those beside it.
topics:
${indented(topics.map((id) => yaml([{ id, title: titleOf(id), description: '' }])).join(''))}
# For each paragraph what it tells, in our own words, and its fingerprint. Such as:
#   - gist: The council votes for the bridge, by one vote.
paragraphs:
${items.join('')}`;
}

interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly side: string;
  readonly person: boolean;
  readonly aliases: readonly string[];
}

function speakersFile(speakers: readonly Speaker[]): string {
  const items = speakers.map(({ id, name, side, person, aliases }) => ({
    ...{ id, name, ...(aliases[0] !== undefined && { short: aliases[0] }), role: '', side },
    ...{ ...(person && { person }), aliases },
  }));
  return `# Who speaks, or is spoken of: proposed from the names beside "said" and its kin. Take out whom nothing is said by or
# about. \`short\`: the name in sources. \`aliases\`: spellings and nicknames that people type. \`person\`: whether "he" or
# "she" may mean them. Such as:
#   - id: stone
#     name: Ada Stone
#     short: Stone
#     role: Mayor of Upton
#     side: Town
#     person: true
#     aliases: [Stone, the mayor]
${items.length === 0 ? 'speakers: []\n' : `speakers:\n${indented(items.map((item) => yaml([item])).join(''))}`}`;
}

interface Quotation {
  readonly words: string;
  readonly paragraph: number;
  readonly speaker: string | undefined;
}

function quotationsFile(article: string, quotations: readonly Quotation[]): string {
  const spoken = quotations.filter(({ speaker }) => speaker !== undefined);
  const items = spoken.map(({ words, speaker, paragraph }, index) => ({
    ...{ id: `${article}-quotation-${index + 1}`, words, speaker, paragraph: paragraph + 1, context: '', facts: [] },
  }));
  const others = quotations.filter(({ speaker }) => speaker === undefined);
  const noted = others.map(({ words, paragraph }) => `#   ¶${paragraph + 1}: ${JSON.stringify(words)}\n`);
  return `# What was said aloud, word for word; the speaker is whoever speaks nearest. Take out what nobody said. Such as:
#   - id: quotation-bridge
#     words: we will build it
#     speaker: stone
#     paragraph: 2
#     context: Mayor Ada Stone, of the bridge
#     facts: [bridge-promised]
${noted.length === 0 ? '' : `# In quotation marks too, with nobody beside them who speaks:\n${noted.join('')}`}${
  items.length === 0 ? 'quotations: []\n' : `quotations:\n${indented(items.map((item) => yaml([item])).join(''))}`
}`;
}

const TAKE_OUT = 'Take out the brackets and write beneath';

const FACTS = `# One statement each, in our own words, with the paragraphs that it stands in and who says it: a speaker's id, or
# \`article\`. Every paragraph needs one. \`note\`: what the paragraph leaves to be understood, such as which day its "Tuesday" is;
# the check takes it as stated. ${TAKE_OUT}, such as:
#   - id: bridge-promised
#     text: Mayor Ada Stone promised a bridge.
#     paragraphs: [2]
#     said_by: stone
#     about: [stone]
`;

const QUESTIONS = `# What the article answers. An answer is true however it is asked for, names whose words it gives, and rests on facts.
# ${TAKE_OUT}, such as:
#   - id: who-promised-bridge
#     question: Who promised the bridge?
#     answer: Mayor Ada Stone promised a bridge.
#     facts: [bridge-promised]
`;

const GAPS = `# What people would ask and the article does not settle, with the nearest facts. An answer begins "The article does not".
# ${TAKE_OUT}, such as:
#   - id: when-bridge-built
#     question: When will the bridge be built?
#     answer: The article does not say when the bridge will be built. It says that Mayor Ada Stone promised it.
#     facts: [bridge-promised]
`;

const PHRASINGS = `# Other ways people ask each question and gap, under its id. ${TAKE_OUT}, such as:
#   who-promised-bridge:
#     - whose idea was the bridge
#     - who said theyd build a bridge
{}
`;
