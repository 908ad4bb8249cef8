/** Suggestions as YAML to paste into the knowledge. */
import { stringify } from 'yaml';
import { words } from '../text/normalise.ts';
import { cut } from '../text/quote.ts';
import type { Suggestion } from './suggest.ts';

type Phrasing = Extract<Suggestion, { kind: 'phrasing' }>;
type GapSuggestion = Extract<Suggestion, { kind: 'gap' }>;
type Outside = Extract<Suggestion, { kind: 'outside' }>;

/** The longest question that fits in Discord's choices. */
const LONGEST_QUESTION = 100;
const ID_WORDS = 6;

const yaml = (value: unknown) => stringify(value, { lineWidth: 0 });

const textsOf = ({ group }: Suggestion) => group.questions.map(({ text }) => text);

function phrasingBlock(file: string, suggestions: readonly Phrasing[]): string {
  const byEntry = Map.groupBy(suggestions, ({ entry }) => entry.id);
  const lists = [...byEntry].map(([id, theirs]) => yaml({ [id]: [...new Set(theirs.flatMap(textsOf))] }));
  return `# Into ${file}: the lines under each id, under that id\n${lists.join('')}`;
}

/** A new id made from a question's words that is not in `taken`, and adds it there. */
export function freshId(text: string, taken: Set<string>): string {
  const base =
    words(text)
      .filter((word) => /^[a-z0-9]+$/.test(word))
      .slice(0, ID_WORDS)
      .join('-') || 'asked';
  const ids = [base, ...Array.from({ length: taken.size }, (_, index) => `${base}-${index + 2}`)];
  const id = ids.find((one) => !taken.has(one)) ?? base;
  taken.add(id);
  return id;
}

/** Recorded words as a question, short enough for Discord's choices. */
export const asQuestion = (text: string) =>
  cut(`${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[?.!\s]+$/, '')}`, LONGEST_QUESTION - 1).concat('?');

function gapBlocks(
  gapFile: string,
  phrasingFile: string,
  gaps: readonly GapSuggestion[],
  taken: Set<string>,
): string[] {
  const made = gaps.map(({ group, facts }) => {
    const [first = '', ...others] = group.questions.map(({ text }) => text);
    return { id: freshId(first, taken), question: asQuestion(first), facts, others };
  });
  const entries = made.map(({ id, question, facts }) => ({ id, question, answer: 'The article does not say.', facts }));
  const indented = yaml(entries).replace(/^(?=.)/gm, '  ');
  const phrasings = made.filter(({ others }) => others.length > 0).map(({ id, others }) => yaml({ [id]: others }));
  return [
    `# To the end of ${gapFile}; word each answer so that it says what the article does not\n${indented}`,
    ...(phrasings.length > 0 ? [`# To the end of ${phrasingFile}\n${phrasings.join('')}`] : []),
  ];
}

function outsideBlock(suggestions: readonly Outside[]): string {
  const lines = suggestions.flatMap((suggestion) =>
    textsOf(suggestion).map((text) => `#   ${suggestion.subject}: ${text}`),
  );
  return `# About something else, as it seems; knowledge/outside.yaml has such subjects\n${lines.join('\n')}\n`;
}

/**
 * One block of YAML for each file, under a comment that says where it goes; each is a document, so that the whole is
 * valid YAML too. A gap still needs its answer written and more phrasings, as `npm run check` then says.
 * @param ids all ids in the knowledge
 */
export function pasteable(suggestions: readonly Suggestion[], ids: Iterable<string>): string {
  const taken = new Set(ids);
  const phrasings = suggestions.filter((one) => one.kind === 'phrasing');
  const gaps = suggestions.filter((one) => one.kind === 'gap');
  const outside = suggestions.filter((one) => one.kind === 'outside');
  const folder = ({ article }: { readonly article: string }) => `knowledge/${article}`;
  const blocks = [
    ...[...Map.groupBy(phrasings, ({ entry }) => `${folder(entry)}/phrasings/${entry.topic}.yaml`)].map(
      ([file, theirs]) => phrasingBlock(file, theirs),
    ),
    ...[...Map.groupBy(gaps, ({ near }) => `${folder(near)}/%/${near.topic}.yaml`)].flatMap(([files, theirs]) =>
      gapBlocks(files.replace('%', 'gaps'), files.replace('%', 'phrasings'), theirs, taken),
    ),
    ...(outside.length > 0 ? [outsideBlock(outside)] : []),
  ];
  return blocks.join('---\n');
}
