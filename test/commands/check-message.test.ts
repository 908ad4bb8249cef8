import { expect, test } from 'vitest';
import { checkMessage } from '../../commands/check-message.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { realContext } from '../support/real.ts';

const context = await realContext();
const check = (message: string) => checkMessage.run({ message }, context, { user: 'ada', locale: 'en-GB' }) as Reply;

test.each([
  ['They agreed to swap 1,000 prisoners each', /1,000 prisoners/],
  ['so Putin refused to meet Zelenskyy, what a surprise', /Putin rejected/],
  ['The talks in Istanbul lasted less than two hours', /two hours/],
  ['Medinsky led the Russian team', /Medinsky headed/],
  ['Ukraine already accepted a 30 day ceasefire', /accepted a proposal/],
  ['Trump says nothing will happen until he meets Putin', /Trump/],
  ['European leaders called the Russian position unacceptable', /European leaders/],
  ['Moscow only sent a low level delegation lol', /low-level/],
  ['according to AP an official spoke anonymously', /anonymously/],
  ['hey all, hope you had a nice day.\nDid you see that Putin skipped the talks?\nAnyway, pizza tonight at 8', /Putin/],
])('the article bears on %j', (message, fact) => {
  expect(check(message).text).toMatch(fact);
});

test.each([
  'I love pizza',
  'we went to the beach today',
  'anyone up for a game tonight?',
  'my train is late again',
  'happy birthday mate!!',
  'I had to wait two hours at the doctor',
  'we agreed to meet at the cafe at six',
  'the head of our school resigned',
  'sold my old car for 1,000 bucks',
  'going to Spain in May, first holiday in three years',
  'our landlord rejected our proposal to paint the walls',
  'My cat refuses to eat. The server is down again. I am on the train, see you in 30 minutes!',
])('the article does not bear on %j', (message) => {
  expect(check(message).text).toMatch(/^Nothing in the article relates to that message/);
});
