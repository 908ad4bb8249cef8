import { expect, it } from 'vitest';
import { plainText } from '../../../src/knowledge/fingerprint.ts';
import { quotationsIn } from '../../../src/knowledge/scaffold/quotations.ts';
import { sideOf, sidesIn } from '../../../src/knowledge/scaffold/sides.ts';
import { speakersIn } from '../../../src/knowledge/scaffold/speakers.ts';
import { sourceOf } from '../../../src/knowledge/scaffold/text.ts';
import { HARBOUR } from './harbour.ts';

const namesOf = (...paragraphs: string[]) => speakersIn(paragraphs).speakers.map(({ name }) => name);

it.each([
  ['a name in front', 'Ada Stone said it rained.', ['Ada Stone']],
  ['a name behind', '"It rained," said Ada Stone.', ['Ada Stone']],
  ['without a title', 'The UK Foreign Minister Ada Stone warned of rain.', ['Ada Stone']],
  ['with an office behind', '"It rained," said farmer Ben Reed.', ['Ben Reed']],
  ['with an aside between', 'Ada Stone, mayor of Upton, later said it rained.', ['Ada Stone']],
  ['behind an office and a comma', 'Its spokeswoman, Ada Stone, said it rained.', ['Ada Stone']],
  ['by what they tell', 'According to the Weather Office, it rained.', ['Weather Office']],
  ['not whom they tell', 'She told Reuters that it rained.', []],
  ['not what begins a sentence', 'Officials said it rained. However, said so on Monday.', []],
  ['not what they said', 'She said Upton was wet.', []],
])('a speaker is found: %s', (_how, text, names) => expect(namesOf(text)).toEqual(names));

it('a speaker named in short is the one named in full', () => {
  expect(speakersIn(['Mayor Ada Stone came.', 'Stone said it rained.']).speakers).toEqual([
    { name: 'Ada Stone', aliases: ['Stone'], person: true },
  ]);
});

function proposed(text: string) {
  const sourced = sourceOf(text);
  if ('refused' in sourced) throw new Error(sourced.refused);
  const paragraphs = sourced.source.paragraphs.map(plainText);
  const { speakers, sayings } = speakersIn(paragraphs);
  const sides = sidesIn(paragraphs, speakers);
  return {
    speakers: speakers.map((speaker) => [speaker.name, sideOf(speaker, sides, paragraphs, sayings)]),
    sides,
    quotations: quotationsIn(paragraphs, sayings).map(({ words, paragraph, speaker }) => [
      paragraph + 1,
      words,
      speaker,
    ]),
  };
}

it('proposes who speaks, which sides there are, and what was said aloud', () => {
  expect(proposed(HARBOUR)).toEqual({
    speakers: [
      ['Lena Okafor', undefined],
      ["Anglers' Guild", "Anglers' Guild"],
      ['Tomas Brandt', "Anglers' Guild"],
      ['Port Authority', 'Port Authority'],
      ['Ines Faro', undefined],
    ],
    sides: ['Wexmoor Council', "Anglers' Guild", 'Saltby', 'Port Authority'],
    quotations: [
      [2, 'belongs to everyone who walks along it', 'Lena Okafor'],
      [4, 'Nobody in this room has gutted a fish', 'Tomas Brandt'],
      [9, 'the first time in thirty years', 'Ines Faro'],
    ],
  });
});

it('a company speaks as no person does', () => {
  const { speakers } = speakersIn(['Corran Freight said it rained.', 'Upton Lines Ltd said so too.']);
  expect(speakers.map(({ person }) => person)).toEqual([false, false]);
});

it('a weekday is nobody’s side, of every week either', () => {
  const paragraphs = ['Readers in Upton had no library on Sundays.', 'Now the one in Upton opens on Sundays.'];
  expect(sidesIn(paragraphs, [])).toEqual(['Upton']);
});

it('a quotation beside which nobody speaks is nobody’s, and one word is none', () => {
  const quotations = quotationsIn(['A sign read "no fishing here", and "never".'], []);
  expect(quotations).toEqual([{ words: 'no fishing here', paragraph: 0, speaker: undefined }]);
});
