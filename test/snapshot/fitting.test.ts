import { expect, test } from 'vitest';
import { fitDecision, fitModel } from '../../src/search/ranking/index.ts';
import { createFitters } from '../../src/snapshot/fitting.ts';
import { library } from '../search/ranking/examples.ts';

const synonyms = new Map([['tome', 'book']]);

test('fitted side by side in threads, rankers are the same to the bit', async () => {
  await using fitters = createFitters();
  const both = [library, library.slice(1)];
  const models = await Promise.all(both.map((examples) => fitters.fitModel(examples, synonyms)));
  const decisions = await Promise.all(both.map((examples) => fitters.fitDecision(examples, synonyms)));
  both.forEach((examples, at) => {
    expect(models[at]).toEqual(fitModel(examples, synonyms));
    expect(decisions[at]).toEqual(fitDecision(examples, synonyms));
  });
});

test('what goes wrong in a thread comes back, and the next fit goes well', async () => {
  await using fitters = createFitters();
  const broken = [{ text: null as unknown as string, label: 'a' }];
  await expect(fitters.fitModel(broken, synonyms)).rejects.toThrow(/null/);
  expect((await fitters.fitModel(library, synonyms)).labels).not.toHaveLength(0);
});
