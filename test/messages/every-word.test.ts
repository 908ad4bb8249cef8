/** Commands asked in a made-up language, in which every message stands in brackets: what is outside them is glued on. */
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import en from '../../languages/en.json' with { type: 'json' };
import { dispatch } from '../../src/answer/dispatch.ts';
import type { Reply } from '../../src/answer/reply.ts';
import type { Given } from '../../src/answer/values.ts';
import { createMessages } from '../../src/messages/say.ts';
import { asker, contextOf, linked } from '../support/knowledge.ts';

const bracketed = Object.fromEntries(
  Object.entries(en).map(([key, text]) => [key, key === 'list.separator' ? text : `⟦${text}⟧`]),
);
const keeping = { questions: true, days: 90, contact: 'mail@operator.example' };
const english = contextOf(linked);
const messages = createMessages({ language: 'en-x-marked', own: bracketed, english: en });
const marked = { ...english.languages.in('en'), messages };
const context = {
  ...english,
  ...marked,
  languages: { ...english.languages, in: () => marked },
  privacy: {
    keeping,
    recordsOf: async () => ({ votes: [], questions: [{ day: '2026-05-16' }] }),
    deleteRecordsOf: async () => ({ votes: 2, questions: 1 }),
  },
};

/** Every text of the knowledge, the longest first. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
const known = [...new Set(textsIn(linked))].filter((text) => text !== '').sort((a, b) => b.length - a.length);

/** All that a reply shows of words. */
function wordsOf({ title, text, sections, citations, footer, buttons, menus, modal, files = [] }: Reply) {
  const inModal = modal ? [modal.title, modal.label, 'placeholder' in modal ? modal.placeholder : ''] : [];
  return [
    ...[title ?? '', text, footer ?? '', ...inModal, ...sections.flatMap(({ heading, text }) => [heading, text])],
    ...citations.map(({ said_by }) => said_by),
    ...buttons.map(({ label }) => label),
    ...menus.flatMap(({ placeholder, choices }) => [placeholder, ...choices.map(({ label }) => label)]),
    ...files.map(({ description }) => description),
  ];
}

/** What is left of a text without what stands in brackets, in links, in code, quoted back or in the knowledge. */
function glued(text: string): string {
  const said = text.replace(/\]\([^)]*\)/g, ']').replace(/⟦[^⟦⟧]*⟧/g, '');
  if (said.includes('⟦')) return glued(said);
  const own = said.replace(/^> .*$|`[^`]*`/gm, '');
  return known
    .reduce((rest, one) => rest.replaceAll(one, ''), own)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

test.each<[string, Given]>([
  ['ask', { question: 'how-many-trout' }],
  ['ask', { question: 'lake-depth' }],
  ['ask', { question: 'how many trout and will it rain' }],
  ['ask', { question: 'link please' }],
  ['ask', { question: 'hello' }],
  ['ask', { question: 'qqq' }],
  ['ask', { question: '' }],
  ['ask', { question: 'gone-from-here' }],
  ['ask', {}],
  ['ask', { other: '1' }],
  ['nothing', {}],
  ['daily show', {}],
  ['fact', {}],
  ['fact', { search: 'trout', topic: 'lake' }],
  ['fact', { search: 'pizza' }],
  ['fact', { search: 'pizza', topic: 'lake' }],
  ['fact', { topic: 'sea' }],
  ['fact', { page: 'two' }],
  ['helpful', { answer: 'garbled' }],
  ['help', {}],
  ['positions', { topic: 'swimming' }],
  ['positions', { topic: 'sea' }],
  ['privacy', {}],
  ['privacy delete', {}],
  ['privacy file', {}],
  ['quote', {}],
  ['quote', { speaker: 'mayor' }],
  ['source', {}],
  ['source', { paragraph: 1 }],
  ['source', { paragraph: 9 }],
  ['source', { question: 'how-many-trout' }],
  ['source', { question: 'qqq' }],
  ['summary', {}],
  ['timeline', {}],
  ['topics', {}],
  ['topics', { topic: 'lake' }],
  ['topics', { topic: 'sea' }],
  ['who', { name: 'mayor' }],
  ['who', { name: 'keeper' }],
  ['who', { name: 'xyz' }],
  ['Check against the article', { message: 'How many trout are in the lake?' }],
  ['Check against the article', { message: '…' }],
  ['Check against the article', { message: 'pizza' }],
])('/%s %j', async (command, options) => {
  const onError = (_id: string, error: unknown) => {
    throw error;
  };
  const reply = await dispatch({ command, options, asker }, { commands, context, onError });
  expect(reply.language).toBe('en-x-marked');
  expect(wordsOf(reply).map(glued).filter(Boolean)).toEqual([]);
});
