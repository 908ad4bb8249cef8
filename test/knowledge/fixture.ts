/** A small knowledge that has no fault, and the means to break it in one place. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkKnowledge } from '../../src/knowledge/check/check.ts';
import { type Problem, printProblem } from '../../src/knowledge/problem.ts';
import { emptyFolder } from '../support/folder.ts';

export const TODAY = '2024-03-10';

export const TEXT = `Envoys meet by the lake
What a standfirst says of it is no paragraph

Envoys of Ukraine and Russia met in Geneva on Monday for 3 hours — and both sides had lunch at one long table.
Also Read: Something else
Kyiv said the talks were “useful and calm”. Ivan Petrov said that thirty guests of Moscow had waited outside in the rain.
`;

function phrasings(id: string, count: number): string {
  return `${id}:\n${Array.from({ length: count }, (_item, index) => `  - ${id} asked in way ${index + 1}\n`).join('')}`;
}

const FILES: Readonly<Record<string, string>> = {
  'words.yaml': `synonyms:
  talks: [parley, negotiation]
  lunch: [meal]
names:
  - [Ukraine, Ukrainian, Kyiv]
  - [Russia, Russian, Moscow]
  - [Europe, European]
`,
  'outside.yaml': `greetings: [hello, good morning]
`,
  'small-talk.yaml': `thanks:
  answer: You are welcome.
  phrasings: [thank you, thanks a lot]
`,
  'lake/article.yaml': `headline: Envoys meet by the lake
date: 2024-03-04
topics:
  - id: meeting
    title: The meeting
    description: Where and how long
paragraphs:
  - gist: Two countries' envoys talk by the water and eat.
    sha256: 21a4aa188947691882d74613a0f3d61f52b52635730daf4dc82c4501996b908d
  - gist: What each side makes of it.
    sha256: c29a0645044849e02ba4488959fdd9f6c291e65623495c63286cbbd7a54f8bd6
sides: [Russia, Ukraine, United States, Europe]
bystanders: [press]
`,
  'lake/speakers.yaml': `speakers:
  - id: kyiv
    name: Kyiv
    role: Ukraine's government
    side: Ukraine
  - id: petrov
    name: Ivan Petrov
    role: An envoy
    side: Russia
    aliases: [Petrov]
`,
  'lake/facts/meeting.yaml': `topic: meeting
facts:
  - id: met
    text: Ukrainian and Russian envoys met in Geneva.
    paragraphs: [1]
    said_by: article
    about: [kyiv]
  - id: three-hours
    text: The meeting took three hours.
    paragraphs: [1]
    said_by: article
  - id: useful
    text: Kyiv called the talks “useful and calm”.
    paragraphs: [2]
    said_by: kyiv
  - id: waited
    text: By Petrov's account, 30 guests stood in the rain.
    paragraphs: [2]
    said_by: petrov
`,
  'lake/questions/meeting.yaml': `topic: meeting
questions:
  - id: where-met
    question: Where did the envoys meet?
    answer: In Geneva, at the lake.
    facts: [met, three-hours]
    related: [how-useful]
  - id: how-useful
    question: What did Kyiv make of it?
    answer: Ukraine found the talks “useful and calm”.
    facts: [useful]
`,
  'lake/gaps/meeting.yaml': `topic: meeting
gaps:
  - id: who-paid
    question: Did Switzerland pay for lunch?
    answer: The article does not say whether Switzerland paid.
    facts: [met, waited]
`,
  'lake/phrasings/meeting.yaml': phrasings('where-met', 40) + phrasings('how-useful', 40) + phrasings('who-paid', 20),
  'lake/quotations.yaml': `quotations:
  - id: quotation-useful
    words: useful and calm
    speaker: kyiv
    paragraph: 2
    context: Kyiv, of the talks
    facts: [useful]
`,
  'lake/timeline.yaml': `timeline:
  - id: timeline-monday
    when: Monday
    facts: [met]
`,
  'lake/positions.yaml': `positions:
  - id: rain
    title: The rain
    sides:
      - side: Russia
        text: Petrov spoke of 30 guests in it.
        facts: [waited]
      - side: Ukraine
        text: The article does not say.
      - side: United States
        text: The article does not say.
      - side: Europe
        text: The article does not say.
`,
  'lake/summary.yaml': `summary:
  - id: summary-meeting
    text: There was a meeting.
    facts: [met]
`,
  'lake/contradictions.yaml': `contradictions:
  - id: contradiction-length
    text: The hours do not add up with the rain.
    facts: [three-hours, waited]
`,
};

/** One change: in `file`, `from` becomes `to`; without `from` the file becomes `to`, and without `to` it goes. */
export interface Change {
  readonly file: string;
  readonly from?: string;
  readonly to?: string;
}

/** Writes the knowledge with the changes into a folder. */
export function writeKnowledgeTo(folder: string, changes: readonly Change[] = []): void {
  const files: Record<string, string | undefined> = { ...FILES };
  for (const { file, from, to } of changes) {
    const text = files[file] ?? '';
    if (from !== undefined && text.split(from).length !== 2)
      throw new Error(`"${from}" does not stand once in ${file}`);
    files[file] = from === undefined || to === undefined ? to : text.replace(from, () => to);
  }
  for (const [file, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** Writes it into a folder of its own, which goes when the test ends. */
export function writeKnowledge(changes: readonly Change[] = []): string {
  const folder = emptyFolder();
  writeKnowledgeTo(folder, changes);
  return folder;
}

/** A folder that holds the article's text. */
export function writeText(text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'lake.txt'), text);
  return folder;
}

/** What the check finds in a changed knowledge, by kind, each as it is printed, by paths inside its folder. */
export function checked(changes: readonly Change[], text: string | undefined = TEXT) {
  const folder = writeKnowledge(changes);
  const { problems, warnings, toDo } = checkKnowledge(folder, writeText(text), TODAY);
  const printed = (found: readonly Problem[]) =>
    found.map((problem) => printProblem(problem).replaceAll(`${folder}/`, ''));
  return { problems: printed(problems), warnings: printed(warnings), toDo: printed(toDo) };
}

/** The problems of a changed knowledge as they are printed. */
export function problemsOf(changes: readonly Change[], text: string | undefined = TEXT): string[] {
  return checked(changes, text).problems;
}
