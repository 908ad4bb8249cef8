import { expect, test } from 'vitest';
import { fitModels } from '../../src/search/ranking/index.ts';
import { createFitters } from '../../src/snapshot/fitting.ts';
import { library } from '../search/ranking/examples.ts';

const synonyms = new Map([['tome', 'book']]);

test('fitted side by side in threads, rankers are the same to the bit', async () => {
  await using fitters = createFitters();
  const both = [library, library.slice(1)];
  const fitted = await Promise.all(both.map((examples) => fitters.fit(examples, synonyms)));
  both.forEach((examples, at) => {
    expect(fitted[at]).toEqual(fitModels(examples, { synonyms }));
  });
});

test('what goes wrong in a thread comes back, and the next fit goes well', async () => {
  await using fitters = createFitters();
  const broken = [{ text: null as unknown as string, label: 'a' }];
  await expect(fitters.fit(broken, synonyms)).rejects.toThrow(/null/);
  expect((await fitters.fit(library, synonyms)).model.labels).not.toHaveLength(0);
});
