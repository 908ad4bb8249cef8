/** Kinds of question that were answered with something else, each with siblings that are not its letter. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { answerConversation } from '../../src/terminal/json.ts';
import { realContext } from '../support/real.ts';

const context = await realContext();
const to = {
  commands,
  context,
  onError: (_id: string, error: unknown) => {
    throw error;
  },
};
const ask = (...questions: string[]): Promise<Reply> => answerConversation(questions, to);

test.each([
  ['what did Zelenskyy offer Putin', 'what did he answer?', 'putin-rejected'],
  ['Зеленский предлагал встречу?', 'и что он ответил?', 'putin-rejected'],
  ['Zelenski Putine ne teklif etti', 'o kabul etti mi?', 'putin-rejected'],
])('who answers is the one that something was said to: %s → %s', async (first, second, entry) => {
  expect((await ask(first, second)).outcome?.entry).toBe(entry);
});

test.each([
  [['What did Trump say about Putin?', 'where did he say it'], 'trump-where'],
  [['What did Trump say about Putin?', 'where was he'], 'trump-where'],
  [['What did Trump say about Putin?', 'when did he say that'], 'trump-reporters'],
])('of what somebody said, where and when it was said is asked: %j', async (questions, entry) => {
  expect((await ask(...questions)).outcome?.entry).toBe(entry);
});

test.each([['which ones'], ['which'], ['and which one']])(
  'after what the article leaves open, “%s” is left open too',
  async (fragment) => {
    const { outcome } = await ask('what about sanctions', fragment);
    expect([outcome?.status, outcome?.entry]).toEqual(['not_stated', 'sanctions']);
  },
);

test.each([
  ['путин и зеленский где встретятся', 'leaders-meeting-date'],
  ['украина и россия когда подпишут мир', 'peace-deal'],
])('two names in front of one question are its subject: %s', async (question, entry) => {
  const { outcome } = await ask(question);
  expect([outcome?.entry, outcome?.status]).toEqual([entry, 'not_stated']);
});

test.each([
  ['какие имена есть в статье', 'names-given'],
  ['Görüşme tarihi nedir?', 'meeting-date'],
])('what stands in the knowledge word for word is found, whatever its words: %s', async (question, entry) => {
  expect((await ask(question)).outcome?.entry).toBe(entry);
});

test('a single word that asks is no question, even if it stands in the knowledge', async () => {
  expect((await ask('where')).outcome?.entry).toBe(null);
});

describe('a question turned around is set right', () => {
  test.each([
    ['did ukraine reject the 30 day truce', /Ukraine has accepted/],
    ['so kyiv turned the thirty days down?', /Ukraine has accepted/],
    ['did putin say yes to zelensky', /Putin rejected/],
    ['was it 500 prisoners from each side', /1,000/],
    ['the talks were in Geneva, right?', /Istanbul/],
  ])('%s', async (question, answer) => {
    const { text, outcome } = await ask(question);
    expect([outcome?.status, text]).toEqual(['answered', expect.stringMatching(answer)]);
  });
});

describe('both halves of a question are answered, each with its source', () => {
  test.each([
    ['who led the russian delegation and how long did it last', ['Medinsky', 'two hours']],
    ['how many prisoners get swapped and when', ['1,000', 'does not say when']],
    ['Where did they meet? And who headed the Russian team?', ['Istanbul', 'Medinsky']],
    ['who proposed the 30-day ceasefire, and has putin agreed to it', ['United States', 'Putin has not agreed']],
    [
      'who announced the swap and what is his job in Moscow',
      ['announced the prisoner exchange', 'as head of the Russian delegation'],
    ],
    ['what did Trump and Europe propose', ['United States and European nations proposed a full ceasefire']],
    ['who is the russian guy in charge and did he say when the swap happens', ['Medinsky', 'does not say when']],
  ])('%s', async (question, said) => {
    const { text } = await ask(question);
    for (const one of said) expect(text).toContain(one);
  });

  test('a half that nothing is near is said to be so', async () => {
    const { text } = await ask('who led the russian delegation and what is his shoe size');
    expect(text).toContain('Medinsky');
    expect(text).toMatch(/does not say/);
  });

  test.each([
    ['What did the delegations eat and wear?', ['food', 'wore']],
    ['Did they talk about Crimea and NATO?', ['Crimea', 'NATO']],
    ['Are there sanctions on the way, or more weapons for Kyiv?', ['sanctions', 'weapons']],
    ['Did they talk about Crimea and about NATO?', ['Crimea', 'NATO']],
    ['Who called for a summit, and did the Kremlin agree?', ['Ukraine has called', 'would consider']],
    ['Is Trump going to Turkey, and is Putin?', ['Trump came to Istanbul', 'does not name Putin']],
    ['Who will write the proposals and when will they be exchanged?', ['who is to write', 'on what date']],
  ])('what the second half leaves out is in the first: %s', async (question, said) => {
    const { text } = await ask(question);
    for (const one of said) expect(text).toContain(one);
  });

  test.each([
    'The meeting of the two presidents, who asked for it?',
    'Was it about prisoners and a ceasefire?',
    'Did Russia and Ukraine meet?',
    'When and where will the following round be held?',
    'where and when do they negotiate next',
    'which day is trump meeting putin n in what country',
  ])('one question stays one: %s', async (question) => {
    expect((await ask(question)).text).not.toContain('**');
  });
});

describe('a fragment goes on from the answer before it', () => {
  test.each<[string[], string | null, RegExp]>([
    [['Did Ukraine accept the 30-day ceasefire?', 'and Putin?'], 'thirty-day-putin', /Putin has not agreed/],
    [
      ['Has Putin agreed to the 30-day ceasefire?', 'what about Ukraine?'],
      'thirty-day-ukraine',
      /Ukraine has accepted/,
    ],
    [['How many prisoners will be exchanged?', 'who said that?'], 'prisoner-number', /Vladimir Medinsky said it/],
    [['How many prisoners will be exchanged?', 'when?'], 'exchange-date', /does not say when/],
    [['Did Putin agree to meet Zelenskyy?', 'why?'], 'why-putin-rejected', /does not say why/],
    [['Did Ukraine accept the 30-day ceasefire?', 'who proposed it'], 'thirty-day-proposer', /United States/],
    [['Does Trump plan to meet Putin?', 'did Putin agree?'], 'putin-on-trump-meeting', /does not say/],
    [['What did the talks achieve?', 'how many of them?'], 'prisoner-number', /1,000/],
    [['What new demands does Kyiv say Moscow made?', 'like what?'], 'territory-demand', /withdraw/],
    [['When did the talks take place?', 'and who led the Ukrainians'], 'ukraine-delegation-head', /does not say/],
    [['What did Kyiv say after the talks?', 'is that true?'], 'kyiv-said', /Kyiv said it/],
    [['What did Zelenskyy say about Moscow?', 'why?'], 'zelenskyy-on-moscow', /low-level/],
    [['Who led the Russian delegation?', 'and the Ukrainian one?'], 'ukraine-delegation-head', /does not/],
  ])('%j → %s', async (questions, entry, answer) => {
    const { text, outcome } = await ask(...questions);
    expect([outcome?.entry, text]).toEqual([entry, expect.stringMatching(answer)]);
  });

  test('a complete question is never changed by what came before', async () => {
    const alone = await ask('Where did the talks take place?');
    const after = await ask('How many prisoners will be exchanged?', 'Where did the talks take place?');
    expect(after).toEqual(alone);
  });

  test.each([
    ['Was a ceasefire agreed?', 'will it rain in Istanbul tomorrow'],
    ['Who led the Russian delegation?', 'what is the best pizza in town'],
    ['How many prisoners will be exchanged?', 'which phone has the longest battery'],
  ])('that is about something else does not go on: %s → %s', async (...questions) => {
    expect((await ask(...questions)).outcome?.status).toBe('no_match');
  });

  test.each(['who said that?', 'and the other side?', 'the of and', 'is it', 'when?'])(
    'that goes on from nothing is not guessed at: %s',
    async (fragment) => {
      expect((await ask(fragment)).outcome?.status).toBe('no_match');
    },
  );
});

describe('what shares a word with the article and is about something else is passed by', () => {
  test.each([
    'what is the weather in istanbul',
    'where can i buy a u-shaped desk',
    'recipe for a turkey that roasts for two hours',
    'my landlord made unacceptable demands, what now',
    'how do i withdraw money abroad',
  ])('%s', async (question) => {
    expect((await ask(question)).outcome?.status).toBe('no_match');
  });
});

describe('what is said to the bot itself gets a line that helps', () => {
  test.each([
    ['hi', 'help'],
    ['help', 'help'],
    ['who are you', 'help'],
    ['tell me everything', 'summary'],
    ['link to the article please', 'source'],
    ['do you store my data', 'privacy'],
  ])('%s → /%s', async (said, command) => {
    const { outcome, buttons } = await ask(said);
    expect(outcome).toMatchObject({ status: 'no_match', entry: null });
    expect(buttons[0]?.action.command).toBe(command);
  });
});

test('what is missing is not said twice, nor offered once more', async () => {
  const { text, outcome } = await ask('will trump meet putin');
  expect(text.match(/no date|does not say/g)?.length ?? 0).toBeLessThan(2);
  expect(outcome?.suggestions.map(({ entry }) => entry)).not.toContain(outcome?.entry);
});

test.each([
  ['Who led the Ukrainian delegation, and how old is he?', 'ukraine-delegation-head'],
  ["who was Kyiv's chief negotiator and how tall is he", 'ukraine-delegation-head'],
])('“how old is he” counts nobody and nothing: %s', async (question, entry) => {
  const { outcome, citations } = await ask(question);
  expect([outcome?.status, outcome?.entry]).toEqual(['not_stated', entry]);
  expect(citations).not.toContainEqual(expect.objectContaining({ fact: 'swap-1000-each' }));
});

test.each([
  [['Who claimed that Moscow was not serious about peace?', 'On what grounds?'], 'zelenskyy-on-moscow'],
  [['хто сказав, що москва несерйозно ставиться до миру', 'на якій підставі?'], 'zelenskyy-on-moscow'],
  [['кто сказал, что москва несерьёзно относится к миру', 'на каком основании?'], 'zelenskyy-on-moscow'],
  [["Moskova'nın barış konusunda ciddi olmadığını kim söyledi", 'hangi gerekçeyle?'], 'zelenskyy-on-moscow'],
])('grounds are reasons: %j', async (questions, entry) => {
  expect((await ask(...questions)).outcome?.entry).toBe(entry);
});

test.each([
  [['did the turkish ministry comment on the talks', 'what did it say abuot them'], 'turkish-ministry'],
  [['what did putin reject', 'wehn was taht'], 'putin-rejected-when'],
])('small words are read with their typos: %j', async (questions, entry) => {
  expect((await ask(...questions)).outcome?.entry).toBe(entry);
});

test('a sentence that says why somebody asks belongs to neither of two questions', async () => {
  const { text } = await ask(
    'I am preparing a briefing for my class. Could you tell me who heads the Russian delegation and what the anonymous Ukrainian official told the AP?',
  );
  expect(text).toMatch(/Medinsky headed/);
  expect(text).toMatch(/anonymously/);
});

test.each([
  'Trump was in the start of his travel or in the finish when he talk in Abu Dhabi?',
  'was the table round or was the table u-shaped where they sat',
])('two halves with the same answer are one question: %s', async (question) => {
  const { text, title } = await ask(question);
  expect(title).toBeUndefined();
  expect(text).not.toContain('**');
});

test('a name in front of a question is its “he”', async () => {
  const { outcome } = await ask('who is Medinsky', 'and trump, where was he when he spoke');
  expect(outcome?.entry).toBe('trump-where');
});

test('after an answer that says since when, “since when” asks for it again', async () => {
  const { outcome } = await ask('Were these the first direct negotiations in recent years?', 'Since when?');
  expect(outcome?.entry).toBe('first-talks');
});

test('a person who is asked about is not only the subject of what follows', async () => {
  const { text } = await ask('who is medinsky, and what did he say about prisoners');
  expect(text).toMatch(/headed|head of/);
  expect(text).toMatch(/1,000/);
});

test.each([
  ['We write captions for a Spanish paper and choose each verb: did Putin come to Istanbul himself?', 'putin-absent'],
  [
    'My brother bets on a peace treaty, my sister on nothing at all. Did they agree to swap prisoners?',
    'exchange-agreed-question',
  ],
])('of a long text, the sentence that asks is answered: %s', async (question, entry) => {
  expect((await ask(question)).outcome?.entry).toBe(entry);
});

test.each([
  [
    ['Ukraine has called for a meeting of the heads of state.', 'Where should it take place, in their view?'],
    'leaders-meeting-date',
  ],
  [['Did Ukraine ask for a meeting of the presidents?', 'How did Russia respond?'], 'leaders-meeting-russia'],
  [['will they share proposals in writing', 'when would they be handed over'], 'proposals-date'],
])('a question about “it”, or of how somebody responded, is about what came before: %j', async (questions, entry) => {
  expect((await ask(...questions)).outcome?.entry).toBe(entry);
});
