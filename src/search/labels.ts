import type { Knowledge } from '../knowledge/knowledge.ts';
import { OUTSIDE } from './decide.ts';
import type { Example } from './ranking/index.ts';

/** What the ranker learns from: each way to ask an entry under its id, and what lies outside the article. */
export function examplesOf({ entries, outside }: Pick<Knowledge, 'entries' | 'outside'>): readonly Example[] {
  const inside = [...entries.values()].flatMap(({ id, question, phrasings }) =>
    [question, ...phrasings].map((text) => ({ text, label: id })),
  );
  const beyond = [...outside].flatMap(([name, texts]) => texts.map((text) => ({ text, label: OUTSIDE + name })));
  return [...inside, ...beyond];
}
