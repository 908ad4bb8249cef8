/** A small knowledge of made-up talks, as plain objects, and a context to ask it in. */
import type { Asker, Context } from '../../src/answer/command.ts';
import { onlyEnglish } from '../../src/answer/languages.ts';
import type { Article, Entry, Fact, Knowledge, Speaker, Theme } from '../../src/knowledge/knowledge.ts';
import { knowledgeOf } from '../../src/knowledge/of-articles.ts';
import { examplesOf } from '../../src/search/labels.ts';
import { fitRanker } from '../../src/search/ranking/index.ts';

const place = { file: 'small.yaml', path: [] };
const ofArticle = { article: 'lake-talks', place };

const speakers: readonly Speaker[] = [
  {
    ...ofArticle,
    id: 'mayor',
    name: 'Ada Stone',
    role: 'Mayor of Upton',
    side: 'Europe',
    aliases: ['the mayor'],
    person: true,
  },
  {
    ...ofArticle,
    id: 'keeper',
    name: 'Ben Reed',
    role: 'Keeper of the lake',
    side: 'press',
    aliases: ['Benny'],
    person: true,
  },
];

const facts: readonly Fact[] = [
  {
    ...ofArticle,
    id: 'fish',
    topic: 'lake',
    text: 'The lake holds 40 trout.',
    paragraphs: [2],
    said_by: 'keeper',
    about: [],
  },
  {
    ...ofArticle,
    id: 'boats',
    topic: 'lake',
    text: 'Nine boats are moored there.',
    paragraphs: [1, 2],
    said_by: 'article',
    about: [],
  },
  {
    ...ofArticle,
    id: 'visit',
    topic: 'visit',
    text: 'The mayor came on Monday.',
    paragraphs: [1],
    said_by: 'article',
    about: ['mayor'],
  },
];

const entries: readonly Entry[] = [
  {
    ...ofArticle,
    kind: 'question',
    id: 'how-many-trout',
    topic: 'lake',
    question: 'How many trout are in the lake?',
    answer: 'Ben Reed says 40.',
    facts: ['fish'],
    related: ['which-day'],
    phrasings: ['number of trout', 'how many fish swim in the lake', 'trout count'],
  },
  {
    ...ofArticle,
    kind: 'question',
    id: 'which-day',
    topic: 'visit',
    question: 'On which day did the mayor come?',
    answer: 'On Monday.',
    facts: ['visit', 'boats'],
    related: [],
    phrasings: ['when did the mayor visit', 'day of the visit', 'what day was it'],
  },
  {
    ...ofArticle,
    kind: 'gap',
    id: 'lake-depth',
    topic: 'lake',
    question: 'How deep is the lake?',
    answer: 'The article does not say how deep the lake is.',
    facts: ['fish'],
    phrasings: ['depth of the lake', 'how many metres down does the water go', 'deepest point'],
  },
];

const article: Article = {
  place,
  id: 'lake-talks',
  headline: 'Mayor visits the lake',
  date: '2025-05-16',
  sides: ['Europe', 'Russia'],
  bystanders: ['press'],
  topics: [
    { id: 'lake', title: 'The lake', description: 'Fish, boats, water' },
    { id: 'visit', title: 'The visit', description: 'The mayor, the day' },
  ],
  paragraphs: [
    { gist: 'The mayor comes to the lake.', sha256: '0'.repeat(64) },
    { gist: 'What swims and floats there.', sha256: '1'.repeat(64) },
  ],
  timeline: [{ place, id: 'timeline-monday', when: 'Monday', facts: ['visit'] }],
  positions: [
    {
      place,
      id: 'swimming',
      title: 'Swimming',
      sides: [{ side: 'Europe', text: 'The mayor came to see.', facts: ['visit'] }],
    },
    {
      place,
      id: 'boating',
      title: 'Boating',
      sides: [{ side: 'Russia', text: 'The article does not say.', facts: [] }],
    },
  ],
  summary: [{ place, id: 'summary-mayor', text: 'The mayor came.', facts: ['visit'] }],
  contradictions: [],
  series: [],
};

const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]));

export const small: Knowledge = {
  language: 'en',
  translations: new Map(),
  articles: [article],
  speakers: byId(speakers),
  facts: byId(facts),
  entries: byId(entries),
  quotations: [
    {
      ...ofArticle,
      id: 'forty',
      words: 'Forty, I counted',
      speaker: 'keeper',
      paragraph: 2,
      context: 'On the trout.',
      facts: ['fish'],
    },
  ],
  smallTalk: new Map([
    ['greetings', { answer: 'Hello.', shows: 'help', phrasings: ['hello', 'good day', 'hi there'] }],
  ]),
  outside: new Map([['weather', ['will it rain tomorrow', 'weather forecast', 'is it sunny']]]),
  synonyms: new Map([['fishes', 'trout']]),
  names: [],
  hash: 'small',
};

/** The knowledge with some facts or entries changed. */
export function smallWith(changed: { facts?: readonly Fact[]; entries?: readonly Entry[] }): Knowledge {
  return {
    ...small,
    facts: new Map([...small.facts, ...byId(changed.facts ?? [])]),
    entries: new Map([...small.entries, ...byId(changed.entries ?? [])]),
  };
}

/** The knowledge with a web address for its article, and a short name for a speaker. */
export const linked: Knowledge = {
  ...small,
  articles: [
    {
      ...article,
      publisher: 'The Upton Echo',
      url: 'https://echo.example/lake',
      paragraphs: article.paragraphs.map((paragraph, index) =>
        index === 0 ? { ...paragraph, passage: { starts: 'The mayor', ends: 'her boat-house' } } : paragraph,
      ),
    },
  ],
  speakers: byId(speakers.map((speaker) => (speaker.id === 'keeper' ? { ...speaker, short: 'Reed' } : speaker))),
  smallTalk: new Map([
    ...small.smallTalk,
    ['source-link', { answer: 'I answer from this:', shows: 'source', phrasings: ['link please', 'the url', 'link'] }],
  ]),
};

/** A theme of a series, of the small knowledge's facts. */
export const themeOf = (index: number): Theme => ({
  place,
  id: `theme-${index}`,
  headline: `Headline ${index}`,
  lead: `A lead of number ${index}. It has two sentences.`,
  rests_on: ['visit'],
  facts: ['fish', 'boats'],
  question: 'lake-depth',
});

/** The knowledge with a series of themes. */
export function withSeries(themes: number, knowledge: Knowledge = small): Knowledge {
  const series = Array.from({ length: themes }, (_, index) => themeOf(index + 1));
  return { ...knowledge, articles: knowledge.articles.map((one) => ({ ...one, series })) };
}

/** A series that no test posts to its end. */
export const serial: Knowledge = withSeries(90);

/** Throws if the value is missing, so that a test need not check. */
export function one<Value>(values: ReadonlyMap<string, Value>, id: string): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`no "${id}"`);
  return value;
}

/** A context over some knowledge, with a ranker fitted on it; by default `now` is noon on 20 May 2025. */
export function contextOf(knowledge: Knowledge, now = '2025-05-20T12:00:00Z'): Context {
  const rankers = new Map(
    knowledge.articles.map(({ id }) => [
      id,
      fitRanker(examplesOf(knowledgeOf(knowledge, [id])), { synonyms: knowledge.synonyms }),
    ]),
  );
  const languages = onlyEnglish(knowledge, (id) => one(rankers, id));
  return { ...languages.in('en'), languages, articleText: new Map(), now: new Date(now) };
}

export const smallContext: Context = contextOf(small);

export const asker: Asker = { user: '1', locale: 'en-GB' };
