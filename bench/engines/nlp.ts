import { dockStart } from '@nlpjs/basic';
import { seededRandom, shuffle } from '../../src/search/ranking/random.ts';
import type { Build } from '../engine.ts';

const NONE = 'None';

export const buildNlp: Build = async (phrasings) => {
  // Its default, which is lost as soon as any other setting is given.
  const dock = await dockStart({
    settings: { nlp: { threshold: 0.5, log: false, autoSave: false, autoLoad: false } },
    use: ['Basic'],
  });
  const manager = dock.get('nlp');
  manager.addLanguage('en');
  // Shuffled, because its network learns little from phrasings sorted by label.
  const order = Int32Array.from(phrasings.keys());
  shuffle(order, seededRandom(1));
  for (const at of order) {
    const phrasing = phrasings[at];
    if (phrasing) manager.addDocument('en', phrasing.text, phrasing.label);
  }
  await manager.train();
  return async (question) => {
    const { intent, classifications } = await manager.process('en', question);
    const best = classifications.find((found) => found.intent !== NONE);
    return { label: best?.intent ?? null, answered: intent !== NONE };
  };
};
