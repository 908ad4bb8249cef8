import { describe, expect, it } from 'vitest';
import { dateIn, decodeText, sourceOf } from '../../../src/knowledge/scaffold/text.ts';
import { HARBOUR } from './harbour.ts';

describe('a text as an article', () => {
  it('is a headline and the lines that end as sentences do', () => {
    const sourced = sourceOf(HARBOUR);
    if ('refused' in sourced) throw new Error(sourced.refused);
    const { headline, paragraphs, leftOut } = sourced.source;
    expect(headline).toBe('Wexmoor votes to close its old harbour to trawlers');
    expect(paragraphs.map((paragraph) => paragraph.slice(0, 15))).toEqual([
      'Wexmoor Council',
      'Mayor Lena Okaf',
      "The Anglers' Gu",
      '“Nobody in this',
      'Wexmoor Council',
      'According to th',
      'The Port Author',
      'Marine biologis',
      'She said it was',
      "The Anglers' Gu",
      'Mayor Lena Okaf',
    ]);
    expect(leftOut).toEqual([
      'A narrow vote ends a quarrel of two years',
      'Related: A history of the harbour in pictures',
      'What the vote means',
    ]);
  });

  it('has the title that is given, whether it stands in the text or not', () => {
    const text = 'A kicker\nThe title\nIt rained.\n';
    expect(sourceOf(text, 'The title')).toMatchObject({
      source: { headline: 'The title', paragraphs: ['It rained.'], leftOut: ['A kicker'] },
    });
  });

  it('leaves out a standfirst that says what a paragraph says again', () => {
    const text =
      'Rain\nThe mayor of Upton said that it would rain.\nIt was dry.\nThe mayor said that it would rain all week.\n';
    expect(sourceOf(text)).toMatchObject({
      source: { paragraphs: ['It was dry.', 'The mayor said that it would rain all week.'] },
    });
  });

  it.each([
    ['nothing', ' \n\n', 'it is empty'],
    ['one line', 'Only this one line.\n', 'it has one line, and an article has a headline and paragraphs'],
    ['headings', 'One\nTwo\nThree\n', 'none of its lines after the headline ends as a sentence does'],
    [
      'wrapped lines',
      `Rain\n${'The mayor of Upton\nsaid that it would\nrain all week.\n'.repeat(3)}`,
      'most of its lines end within a sentence; put each paragraph on one line',
    ],
  ])('is none if it holds %s', (_what, text, refused) => expect(sourceOf(text)).toEqual({ refused }));
});

it('bytes that are no text are none', () => {
  expect(decodeText(Buffer.from('Talks – held'))).toBe('Talks – held');
  expect(decodeText(Buffer.from([0x89, 0x50, 0xff, 0x00]))).toBeUndefined();
  expect(decodeText(Buffer.from('with a \0 in it'))).toBeUndefined();
});

it.each([
  ['on Friday (16 May 2025) in', '2025-05-16'],
  ['on March 6, 2025, and 7 March 2025', '2025-03-06'],
  ['on 1st June 2024', '2024-06-01'],
  ['at 2025-11-30.', '2025-11-30'],
  ['on 31 February 2025', undefined],
  ['in May 2025', undefined],
])('the date in "%s" is %s', (text, date) => expect(dateIn(text)).toBe(date));
