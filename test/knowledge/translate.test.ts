import { beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { printProblem } from '../../src/knowledge/problem.ts';
import { inLanguage, isUntranslated } from '../../src/knowledge/translate.ts';
import { type Change, writeKnowledge } from './fixture.ts';

/** Files of a translation into Ukrainian, which the fixture does not have. */
const TRANSLATED: readonly Change[] = [
  {
    file: 'lake/languages/uk/article.yaml',
    to: 'headline: Посланці зустрілися біля озера\nsides: {Russia: Росія, Ukraine: Україна, press: преса}\ntopics:\n  meeting: {title: Зустріч, description: Де і скільки}\ngists: [Посланці двох країн]\n',
  },
  { file: 'lake/languages/uk/facts/meeting.yaml', to: 'met: Посланці зустрілися.\n' },
  {
    file: 'lake/languages/uk/questions/meeting.yaml',
    to: 'where-met:\n  question: Де вони зустрілися?\n  answer: Вони зустрілися в Женеві.\n',
  },
  { file: 'lake/languages/uk/phrasings/meeting.yaml', to: 'where-met: [місце зустрічі]\n' },
  { file: 'lake/languages/uk/speakers.yaml', to: 'kyiv: {name: Київ, role: Уряд, aliases: [Києва]}\n' },
  { file: 'lake/languages/uk/quotations.yaml', to: 'quotation-useful: {words: корисні, context: Про переговори}\n' },
  { file: 'lake/languages/uk/timeline.yaml', to: 'timeline-monday: Понеділок\n' },
  {
    file: 'lake/languages/uk/positions.yaml',
    to: 'rain: {title: Дощ, sides: {Russia: Петров говорив про 30 гостей.}}\n',
  },
  { file: 'languages/uk/small-talk.yaml', to: 'thanks: {answer: Прошу., phrasings: [дякую]}\n' },
  { file: 'languages/uk/outside.yaml', to: 'greetings: [погода]\n' },
];

function load(changes: readonly Change[]) {
  const loaded = loadKnowledge(writeKnowledge(changes));
  if (!loaded.ok) throw new Error(loaded.problems.map(printProblem).join('\n'));
  return loaded.knowledge;
}

function problemsOf(changes: readonly Change[]): readonly string[] {
  const folder = writeKnowledge(changes);
  const loaded = loadKnowledge(folder);
  return loaded.ok ? [] : loaded.problems.map((problem) => printProblem(problem).replace(`${folder}/`, ''));
}

describe('a translation', () => {
  let knowledge: Knowledge;
  let translated: Knowledge;
  beforeEach(() => {
    knowledge = load(TRANSLATED);
    translated = inLanguage(knowledge, 'uk');
  });

  it('has the words of its language under the same ids', () => {
    const [article] = translated.articles;
    expect(translated.language).toBe('uk');
    expect([article?.headline, article?.topics[0]?.title, article?.timeline[0]?.when]).toEqual([
      'Посланці зустрілися біля озера',
      'Зустріч',
      'Понеділок',
    ]);
    expect(article?.paragraphs.map(({ gist }) => gist)).toEqual(['Посланці двох країн', 'What each side makes of it.']);
    expect(article?.positions[0]?.sides[0]?.text).toBe('Петров говорив про 30 гостей.');
    expect(translated.facts.get('met')?.text).toBe('Посланці зустрілися.');
    expect(translated.entries.get('where-met')).toMatchObject({
      question: 'Де вони зустрілися?',
      phrasings: ['місце зустрічі'],
      facts: knowledge.entries.get('where-met')?.facts,
    });
    expect(translated.smallTalk.get('thanks')?.answer).toBe('Прошу.');
  });

  it('has its notes, each by the English one, which stays where there is none', () => {
    const noted: Change = {
      file: 'lake/facts/meeting.yaml',
      from: 'text: The meeting took three hours.',
      to: 'text: The meeting took three hours.\n    note: Geneva lies on a lake.',
    };
    const notes = {
      file: 'lake/languages/uk/article.yaml',
      to: 'headline: Посланці\nnotes: {Geneva lies on a lake.: Женева на озері.}\n',
    };
    const noteOf = (changes: readonly Change[]) => inLanguage(load(changes), 'uk').facts.get('three-hours')?.note;
    expect(noteOf([noted, notes])).toBe('Женева на озері.');
    expect(noteOf([noted, ...TRANSLATED])).toBe('Geneva lies on a lake.');
    expect(problemsOf([notes])).toEqual([
      'lake/languages/uk/article.yaml:2:9 article.yaml has no note `Geneva lies on a lake.`',
    ]);
  });

  it('calls a side in the language, of a speaker and in a position, and in English what has no name there', () => {
    const sides = translated.articles[0]?.positions[0]?.sides.map(({ side, text }) => [side, text]);
    expect(sides).toEqual([
      ['Росія', 'Петров говорив про 30 гостей.'],
      ['Україна', 'The article does not say.'],
      ['United States', 'The article does not say.'],
      ['Europe', 'The article does not say.'],
    ]);
    expect([...translated.speakers.values()].map(({ name, side }) => [name, side])).toEqual([
      ['Київ', 'Україна'],
      ['Ivan Petrov', 'Росія'],
    ]);
  });

  it('shows in English what it leaves out, and knows that', () => {
    const [translatedEntry, other] = [translated.entries.get('where-met'), translated.entries.get('how-useful')];
    expect(other?.answer).toBe(knowledge.entries.get('how-useful')?.answer);
    expect([translatedEntry && isUntranslated(translatedEntry), other && isUntranslated(other)]).toEqual([false, true]);
    expect(other?.phrasings).toEqual([]);
  });

  it('keeps a quotation as it was spoken, with the translation beside it', () => {
    expect(translated.quotations[0]).toMatchObject({ words: 'useful and calm', translation: 'корисні' });
  });

  it('keeps the English names of a speaker, by which people look too', () => {
    expect(translated.speakers.get('kyiv')).toMatchObject({ name: 'Київ', aliases: ['Києва', 'Kyiv'] });
  });

  it('of a language that there is not is the knowledge itself', () => {
    expect(inLanguage(knowledge, 'pl')).toBe(knowledge);
  });

  it('leaves the knowledge as it is', () => {
    expect(knowledge.facts.get('met')?.text).not.toContain('Посланці');
    expect([...knowledge.translations.keys()]).toEqual(['uk']);
  });
});

describe('what is wrong with a translation is named', () => {
  it.each<readonly [string, Change, string]>([
    [
      'an id that there is not',
      { file: 'lake/languages/uk/facts/meeting.yaml', to: 'meet: Зустріч.\n' },
      'lake/languages/uk/facts/meeting.yaml:1:1 there is no fact `meet`; did you mean `met`?',
    ],
    [
      'a subject that there is not',
      { file: 'languages/uk/outside.yaml', to: 'greeting: [погода]\n' },
      'languages/uk/outside.yaml:1:1 there is no subject of the English outside.yaml `greeting`; did you mean `greetings`?',
    ],
    [
      'a file that has no place',
      { file: 'lake/languages/uk/fact.yaml', to: 'met: Зустріч.\n' },
      'lake/languages/uk/fact.yaml:1:1 this file has no place in the knowledge; did you mean `facts/*.yaml`?',
    ],
    [
      'a folder that is no language',
      { file: 'lake/languages/ukrainian/facts/meeting.yaml', to: 'met: Зустріч.\n' },
      'lake/languages/ukrainian/facts/meeting.yaml:1:1 a language has a folder of its own here, named by its code, such as `uk` or `pt-BR`',
    ],
    [
      'a question too long for a choice',
      {
        file: 'lake/languages/uk/questions/meeting.yaml',
        to: `where-met:\n  question: ${'а'.repeat(101)}\n  answer: Там.\n`,
      },
      'lake/languages/uk/questions/meeting.yaml:2:3 a question fits the 100 characters of an autocomplete choice',
    ],
  ])('%s', (_what, change, problem) => {
    expect(problemsOf([change])).toEqual([problem]);
  });
});
