import { expect, test } from 'vitest';
import { realContext } from '../support/real.ts';

const context = await realContext();

/** Question, the entry that must come first, and why. */
const ANSWERED: readonly (readonly [string, string, string])[] = [
  ['did they sign an armistice', 'ceasefire-agreed', 'an armistice is a ceasefire'],
  ['how many captives does each country hand over', 'prisoner-number', 'captives handed over are prisoners exchanged'],
  ['is it a thousand per country or a thousand altogether', 'prisoner-each', 'either/or between sum and share'],
  ['who made the swap public', 'prisoner-announcer', 'who told it, not how many'],
  ['has there ever been a bigger swap in this war', 'exchange-largest-question', 'a comparison, not a number'],
  [
    'why did ukraine turn down the 30 day truce',
    'thirty-day-ukraine',
    'a false premise is answered with what is stated',
  ],
  ['why did putin agree to a month of ceasefire', 'thirty-day-putin', 'a false premise about the other side'],
  ['which countries came up with the thirty days', 'thirty-day-proposer', 'who proposed, not who accepted'],
  ['what strings did putin attach, any at all', 'putin-conditions-question', 'that there are conditions is stated'],
  ['does kyiv find putins conditions ok', 'ukraine-on-conditions', 'the view of the conditions, not the conditions'],
  ['who heads the russian team', 'russian-delegation-head', 'the head of the Russian delegation, not the Ukrainian'],
  ['wut did medinski say', 'medinsky-said', 'misspelt name and slang'],
  ['zelenskiy about the russian delegation', 'low-level-team-question', 'keywords alone'],
  ['did zelensky and putin meet face to face', 'putin-rejected', 'the two presidents, not the delegations'],
  ['did the delegations sit in one room face to face', 'face-to-face', 'the delegations, not the presidents'],
  ['on which weekday did putin decline', 'putin-rejected-when', 'when he rejected, not when they met'],
  ['what shape did the table have', 'seating', 'the table stands for the seating'],
  ['how long since they last negotiated directly', 'first-talks', 'how long ago, not how long it lasted'],
  ['how many minutes did they talk', 'meeting-length', 'how long it lasted, not how long ago'],
  ['where was trump when he said just do it', 'trump-where', 'the place, not the words'],
  ['what were trumps words in abu dhabi', 'trump-quote', 'the words, not the place'],
  ['is trump an ex president', 'trump-title', 'the contradiction about his office'],
  ['what does london say about moscows position', 'british-pm', 'London is Britain, Moscow is Russia'],
  [
    'are the ukrainians supposed to leave some areas',
    'territory-demand',
    'leaving areas is withdrawing from territory',
  ],
  ['did the source give his name', 'anonymous-official', 'whether he was named'],
  ['does the report disagree with itself anywhere', 'contradictions', 'the article about itself'],
];

const NOT_STATED: readonly (readonly [string, string, string])[] = [
  [
    'who was the head of ukraines delegation',
    'ukraine-delegation-head',
    'the Ukrainian head is not named; the Russian is',
  ],
  ['on what date will the captives be handed over', 'exchange-date', 'when, not how many'],
  ['what is the british prime ministers name', 'pm-name', 'the name, not the words'],
  ['list each of putins conditions', 'conditions-detail', 'which they are is not stated'],
  ['which regions exactly must ukraine leave', 'which-territory', 'which areas is not stated'],
  ['in what country and on what day do trump and putin meet', 'trump-putin-date', 'date and place are not stated'],
  ['how many soldiers have been killed', 'casualties', 'the dead of the war, not its prisoners'],
  ['what does putin give as his reason for refusing zelensky', 'why-putin-rejected', 'why, not whether'],
];

test.each([
  ['what did medinsky think of the demands to withdraw', 'they are told by Kyiv'],
  ['did trump say anything about written proposals', 'they are told by Medinsky'],
  ['що сказав путін про письмові пропозиції', 'they are told by Medinsky'],
])('%s → somebody else’s words are no answer: %s', (question) => {
  const { search } = context.languages.in(context.languages.of(question, 'en'));
  const { status, parts } = search.find(question);
  const [part] = parts;
  expect(status).toBe('not_stated');
  expect(part?.entry.kind === 'gap' || part?.lacks === 'words').toBe(true);
});

test.each([
  ['what did trump say', 'his own words'],
  ['what did putin say to zelenskyys offer', 'the article tells what he did'],
  ['when did trump say that he would meet putin', 'a time is asked for'],
])('%s → nobody’s words are lacking: %s', (question) => {
  expect(context.search.find(question).parts[0]?.lacks).toBeNull();
});

test.each(ANSWERED)('%s → %s: %s', (question, entry) => {
  const { status, parts } = context.search.find(question);
  expect([status, parts[0]?.entry.id]).toEqual(['answered', entry]);
});

test.each(NOT_STATED)('%s → %s: %s', (question, entry) => {
  const { status, parts } = context.search.find(question);
  expect([status, parts[0]?.entry.id]).toEqual(['not_stated', entry]);
});

test.each([
  ['who brokered the truce between israel and hamas', 'another war, though its words are ours'],
  ['did the tariff talks in geneva succeed', 'other talks'],
  ['play some jazz', 'a command to some other bot'],
  ['zxcv qwer', 'no words at all'],
  ['how are you today', 'small talk'],
  ['how many grommets does a flange hold', 'only the small words are known'],
  ['what did the barista say about the latte', 'the same'],
])('%s → no_match: %s', (question) => {
  expect(context.search.find(question).status).toBe('no_match');
});
