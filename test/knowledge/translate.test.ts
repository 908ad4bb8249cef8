import { expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { inLanguage } from '../../src/knowledge/translate.ts';
import { writeKnowledge } from './fixture.ts';

function inUkrainian(changes: Parameters<typeof writeKnowledge>[0]) {
  const loaded = loadKnowledge(writeKnowledge(changes));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return inLanguage(loaded.knowledge, 'uk');
}

it('calls a side in the language, of a speaker and in a position, and in English what has no name there', () => {
  const { articles, speakers } = inUkrainian([
    {
      file: 'lake/languages/uk/article.yaml',
      to: 'headline: Зустріч\nsides: { Russia: Росія, Ukraine: Україна, press: преса }\n',
    },
    {
      file: 'lake/languages/uk/positions.yaml',
      to: 'rain: { title: Дощ, sides: { Russia: Тридцять гостей. } }\n',
    },
    { file: 'lake/languages/uk/speakers.yaml', to: 'kyiv: { name: Київ, role: Уряд }\n' },
  ]);
  expect(articles[0]?.positions[0]?.sides.map(({ side, text }) => [side, text])).toEqual([
    ['Росія', 'Тридцять гостей.'],
    ['Україна', 'The article does not say.'],
    ['United States', 'The article does not say.'],
    ['Europe', 'The article does not say.'],
  ]);
  expect([...speakers.values()].map(({ name, side }) => [name, side])).toEqual([
    ['Київ', 'Україна'],
    ['Ivan Petrov', 'Росія'],
  ]);
});
