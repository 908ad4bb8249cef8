import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { fittedOn } from '../../src/snapshot/material.ts';
import { writeKnowledge } from '../knowledge/fixture.ts';

test("an article's own words are those that its entries are asked in, and no subject's of everybody", () => {
  const loaded = loadKnowledge(
    writeKnowledge([
      { file: 'outside.yaml', to: 'kites: [who flies kites over geneva]\n' },
      { file: 'lake/phrasings/meeting.yaml', from: 'where-met asked in way 7', to: 'where were the talks' },
    ]),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { ownWords: own } = fittedOn(loaded.knowledge, { article: 'lake', language: 'en' });
  expect(['where', 'talks'].filter((word) => !own.has(word))).toEqual([]);
  expect(['kites', 'geneva', 'thanks'].filter((word) => own.has(word))).toEqual([]);
});
