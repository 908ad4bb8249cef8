/**
 * A made-up second article: later talks about a harbour and prisoners, which change a fact of the first and share words
 * with it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const SECOND = 'harbour-2025-06-02';

const listOf = (ways: readonly string[]) => ways.map((way) => `  - ${JSON.stringify(way)}\n`).join('');
const phrasings = (of: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(of)
    .map(([id, ways]) => `${id}:\n${listOf(ways)}`)
    .join('');

const FILES: Readonly<Record<string, string>> = {
  'article.yaml': `headline: Harbour towns reopen the ferry after a second round of talks
short: The Upton Echo
date: 2025-06-02
publisher: The Upton Echo and Harbour News
url: https://echo.example/harbour
topics:
  - id: harbour
    title: The harbour
    description: The ferry, the pilots, the fee
  - id: exchange
    title: The second exchange
    description: How many prisoners the second round agreed
paragraphs:
${Array.from({ length: 5 }, (_, at) => `  - gist: What paragraph ${at + 1} of the harbour says.\n    sha256: "${String(at).repeat(64)}"\n`).join('')}sides: [Upton, Norfell]
bystanders: [press]
`,
  'speakers.yaml': `speakers:
  - id: harbour-master
    name: Ingrid Salt
    role: Harbour master of Norfell
    side: Norfell
    aliases: [Salt, the harbour master]
    person: true
  - id: upton-council
    name: Upton council
    role: Council of the town
    side: Upton
`,
  'facts/harbour.yaml': `topic: harbour
facts:
  - id: ferry-reopens
    text: The ferry between Upton and Norfell sails again from 9 June 2025.
    paragraphs: [1]
    said_by: article
  - id: ferry-fee
    text: Salt put the fee at 12 crowns a passenger.
    paragraphs: [2]
    said_by: harbour-master
    about: [harbour-master]
  - id: pilots-strike
    text: Pilots of Norfell had been on strike for six weeks.
    paragraphs: [3]
    said_by: article
`,
  'facts/exchange.yaml': `topic: exchange
facts:
  - id: second-exchange
    text: A second round in Istanbul on 2 June 2025 agreed to exchange 1,200 prisoners from each side.
    paragraphs: [4]
    said_by: article
    supersedes: exchange-number
  - id: second-round-led
    text: Ukraine's delegation at the second round was led by Rustem Umerov.
    paragraphs: [5]
    said_by: article
`,
  'questions/harbour.yaml': `topic: harbour
questions:
  - id: when-ferry
    question: When does the ferry sail again?
    answer: The ferry between Upton and Norfell sails again from 9 June 2025.
    facts: [ferry-reopens]
    related: [ferry-price]
  - id: ferry-price
    question: How much does the ferry cost?
    answer: Ingrid Salt put the fee at 12 crowns a passenger.
    facts: [ferry-fee]
    related: [why-stopped]
  - id: why-stopped
    question: Why had the ferry stopped?
    answer: Pilots of Norfell had been on strike for six weeks.
    facts: [pilots-strike]
`,
  'questions/exchange.yaml': `topic: exchange
questions:
  - id: second-swap
    question: How many prisoners does the second round exchange?
    answer: The second round agreed to exchange 1,200 prisoners from each side.
    facts: [second-exchange]
  - id: who-led-ukraine
    question: Who led Ukraine's delegation at the second round?
    answer: Rustem Umerov led the delegation of Ukraine at the second round.
    facts: [second-round-led]
`,
  'gaps/harbour.yaml': `topic: harbour
gaps:
  - id: ferry-name
    question: What is the ferry called?
    answer: The article does not say what the ferry is called.
    facts: [ferry-reopens]
`,
  'phrasings/harbour.yaml': phrasings({
    'when-ferry': [
      'when does the ferry start again',
      'when will the ferry sail',
      'date the ferry reopens',
      'ferry start date',
      'from what day does the ferry run',
      'when is the ferry back',
      'when can i take the ferry from upton',
      'what day does the upton ferry sail again',
      'when do boats to norfell go again',
      'ferry to norfell when',
    ],
    'ferry-price': [
      'ferry price',
      'what does the ferry cost',
      'how many crowns is the ferry',
      'fee for the ferry',
      'how expensive is a passenger ticket to norfell',
      'cost of the ferry to norfell',
      'ferry fare',
      'what fee did the harbour master name',
      'how much is a ferry ticket',
      'price of crossing to norfell',
    ],
    'why-stopped': [
      'why did the ferry stop',
      'why was there no ferry',
      'reason the ferry stopped',
      'were the pilots on strike',
      'what was the strike about the ferry',
      'why no boats to norfell',
      'how long were pilots on strike',
      'ferry strike',
      'who was on strike in norfell',
      'what kept the ferry in the harbour',
    ],
    'ferry-name': [
      'name of the ferry',
      'what is the ferry called',
      'how is the ferry named',
      'ferry name',
      'does the ferry have a name',
      'what do they call the ferry',
      'is the ferry named after somebody',
    ],
  }),
  'phrasings/exchange.yaml': phrasings({
    'second-swap': [
      'how many prisoners will be exchanged',
      'number of prisoners exchanged',
      'how many prisoners are exchanged',
      'how many prisoners of war will be swapped',
      'prisoner exchange how many',
      'how big is the prisoner swap',
      'how many prisoners from each side',
      'size of the prisoner exchange',
      'how many captives will be swapped',
      'how many prisoners in the second round',
      'second round prisoner swap size',
      'how many pows are exchanged',
    ],
    'who-led-ukraine': [
      "who led ukraine's delegation",
      'who led the ukrainian delegation',
      'who was the head of the ukrainian delegation',
      'head of the ukrainian delegation',
      "who headed ukraine's team",
      'who was the chief negotiator of ukraine',
      'leader of the ukrainian delegation',
      'who spoke for ukraine at the second round',
      'who is rustem umerov',
      'did umerov lead the delegation',
      'which minister led ukraine',
      'name of the leader of the ukrainian delegation',
    ],
  }),
  'summary.yaml': `summary:
  - id: summary-ferry
    text: The ferry sails again.
    facts: [ferry-reopens]
`,
  'timeline.yaml': `timeline:
  - id: timeline-ferry
    when: 9 June 2025
    facts: [ferry-reopens]
`,
};

/** Writes the article into a knowledge folder, beside the existing ones. */
export function writeSecondArticle(knowledge: string): void {
  for (const [file, text] of Object.entries(FILES)) {
    const path = join(knowledge, SECOND, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
