/** Which language a request is answered in. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { complete } from '../../src/answer/autocomplete.ts';
import { type Command, defineCommand } from '../../src/answer/command.ts';
import { type Dispatch, dispatch } from '../../src/answer/dispatch.ts';
import { privateLine, type Reply } from '../../src/answer/reply.ts';
import { answerConversation } from '../../src/terminal/json.ts';
import { realContext } from '../support/real.ts';

const to: Dispatch = {
  commands,
  context: await realContext(),
  onError: (_id, error) => {
    throw error;
  },
};
const asked = async (
  command: string,
  options: Readonly<Record<string, string>>,
  locale: string,
  language?: string,
): Promise<Reply> => dispatch({ command, options, asker: { user: '1', locale } }, { ...to, language });

describe('of words, their own', () => {
  test.each([
    ['скільки полонених обміняють', 'en-GB', 'uk', /Росія й Україна/],
    ['сколько пленных обменяют', 'en-GB', 'ru', /Россия и Украина/],
    ['kac esir takas edilecek', 'en-GB', 'tr', /Rusya ve Ukrayna/],
    ['how many prisoners will be swapped', 'uk', 'en', /Russia and Ukraine/],
    ['skilky polonenyh obminyayut', 'en-GB', 'uk', /1000/],
    ['привіт', 'en-US', 'uk', /Вітаю/],
  ])('%s, from a client in %s, is answered in %s', async (question, locale, language, answer) => {
    const reply = await asked('ask', { question }, locale);
    expect([reply.language, reply.text]).toEqual([language, expect.stringMatching(answer)]);
  });

  test('of a name, the client’s: people type it whatever they speak', async () => {
    expect((await asked('who', { name: 'Volodymyr Zelenskyy' }, 'en-GB')).language).toBe('en');
    expect((await asked('who', { name: 'Putin' }, 'tr')).language).toBe('tr');
  });
});

test('of words that are of two languages, the one that is settled', async () => {
  const own = async (language: string) => {
    const words: string[] = [];
    const told: Command = defineCommand({
      name: 'say',
      description: 'command.summary.description',
      options: { words: { type: 'text', description: 'command.summary.description', maxLength: 99, isSpeech: true } },
      run: (_values, { search, messages }) => {
        words.push(search.grammar === to.context.languages.in('uk').search.grammar ? 'uk' : 'ru');
        return privateLine(messages, 'command.daily.noServer');
      },
    });
    const asker = { user: '1', locale: 'en-GB' };
    await dispatch({ command: 'say', options: { words: 'коли' }, asker }, { ...to, commands: [told], language });
    return words;
  };
  expect([await own('uk'), await own('ru')]).toEqual([['uk'], ['ru']]);
});

describe('without words, that of whoever asks', () => {
  test.each([
    ['uk', 'uk'],
    ['ru', 'ru'],
    ['tr', 'tr'],
    ['en-US', 'en'],
    ['pl', 'en'],
  ])('a client in %s: %s', async (locale, language) => {
    expect((await asked('summary', {}, locale)).language).toBe(language);
    // What a button asks is an entry's id, and no words.
    expect((await asked('ask', { question: 'prisoner-number' }, locale)).language).toBe(language);
  });

  test('a refusal is in it too', async () => {
    const reply = await asked('daily set', { time: '9:00' }, 'uk');
    expect([reply.language, reply.private]).toEqual(['uk', true]);
  });
});

test('a language that is settled is answered in, whatever is asked in', async () => {
  const reply = await asked('ask', { question: 'how many prisoners' }, 'en-GB', 'tr');
  expect([reply.language, reply.text]).toEqual(['tr', expect.stringMatching(/Rusya ve Ukrayna/)]);
  expect(reply.menus.flatMap(({ choices }) => choices.map(({ label }) => label))).toContain(
    'Müzakerelerden ne sonuç çıktı?',
  );
});

describe('a conversation goes on in its language', () => {
  test.each([
    [['Україна погодилась на 30-денне перемирʼя?', 'а Путін?'], 'uk', /Путін не погодився/],
    [['сколько пленных обменяют', 'а когда?'], 'ru', /не говорится, когда/],
    [['takas sayısı kaç', 'peki ne zaman?'], 'tr', /belirtilmiyor/],
    // What two languages write alike, and a name, are in that of the answer before.
    [['хто очолював російську делегацію', 'точно?'], 'uk', /Чиї це слова|стаття/],
    [['Україна погодилась на 30 днів?', 'а друга сторона?'], 'uk', /Путін не погодився/],
    [['görüşmelere kim katıldı', 'Putin?'], 'tr', /Putin/],
    [['ingiltere başbakanı ne dedi', 'ya macron?'], 'tr', /Avrupalı liderlerin/],
    // Unless it is clearly in another, which it may be.
    [['сколько пленных обменяют', 'а коли це буде?'], 'uk', /не сказано/],
    [['чи погодився путін на зустріч', 'when was that?'], 'en', /Thursday, 15 May 2025/],
  ])('%j', async (questions, language, answer) => {
    const reply = await answerConversation(questions, to);
    expect([reply.language, reply.text]).toEqual([language, expect.stringMatching(answer)]);
  });
});

test('a reply to an answer is in the language of that answer, whatever the client’s', async () => {
  const before = 'Хто зустрічався у Стамбулі?';
  const asker = { user: '1', locale: 'en-GB', before };
  const reply = await dispatch({ command: 'ask', options: { question: 'точно?' }, asker }, to);
  expect([reply.language, reply.outcome?.entry]).toEqual(['uk', 'participants']);
});

test('what follows an answer opens no language in which nobody asks', async () => {
  const opened = new Set<string>();
  const { languages } = to.context;
  const opening = { ...languages, in: (language: string) => opened.add(language) && languages.in(language) };
  const asker = { user: '1', locale: 'en-GB', before: 'prisoner-number' };
  const reply = await dispatch(
    { command: 'ask', options: { question: 'and when will that be?' }, asker },
    { ...to, context: { ...to.context, languages: opening } },
  );
  expect([reply.language, ...opened]).toEqual(['en', 'en']);
});

describe('autocomplete', () => {
  const offered = (typed: string, locale: string) =>
    complete({ command: 'ask', option: 'question', typed, asker: { user: '1', locale } }, to).map(({ name }) => name);

  test('is in the language typed', () => {
    expect(offered('скільки полон', 'en-GB')).toContain('Скільки полонених обміняють?');
    expect(offered('how many pri', 'uk')).toContain('How many prisoners will be exchanged?');
  });

  test('for nothing typed, in that of whoever types', () => {
    expect(offered('', 'tr')[0]).toMatch(/[ğışçöü]/);
    expect(offered('', 'en-GB')[0]).toMatch(/^[A-Z]/);
  });
});
