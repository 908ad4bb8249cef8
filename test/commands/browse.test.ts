import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../commands/check-message.ts';
import { fact } from '../../commands/fact.ts';
import { commands } from '../../commands/index.ts';
import { positions } from '../../commands/positions.ts';
import { quote } from '../../commands/quote.ts';
import { source } from '../../commands/source.ts';
import { summary } from '../../commands/summary.ts';
import { timeline } from '../../commands/timeline.ts';
import { topics } from '../../commands/topics.ts';
import { who } from '../../commands/who.ts';
import { listed } from '../../src/answer/command.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { asker, contextOf, one, small, smallContext, smallWith } from '../support/knowledge.ts';
import { english, privateLine, reply } from '../support/messages.ts';

/** An article of which only the required files are written. */
const bare = {
  ...smallContext,
  knowledge: {
    ...small,
    quotations: [],
    articles: small.articles.map((article) => ({ ...article, timeline: [], positions: [], summary: [] })),
  },
};
const footer = 'As of 16 May 2025';
const fish = '- The lake holds 40 trout.\n-# ¶2 (Ben Reed)';
const boats = '- Nine boats are moored there.\n-# ¶1 · ¶2';
const visit = '- The mayor came on Monday.\n-# ¶1';
const cite = (paragraph: number, said_by: string) => ({ article: 'lake-talks', paragraph, said_by });

test.each([
  ['summary', () => summary.run({}, bare, asker)],
  ['timeline', () => timeline.run({}, bare, asker)],
  ['positions', () => positions.run({ topic: 'swimming' }, bare, asker)],
  ['quote', () => quote.run({}, bare, asker)],
])('/%s says so if the article has none', (_name, run) => {
  expect(run()).toEqual(privateLine('Nothing of this kind is written for this article yet.'));
});

describe('/fact', () => {
  test('finds by words, and by a word that means the same', () => {
    expect(fact.run({ search: 'fishes' }, smallContext, asker)).toEqual(
      reply({ title: 'Facts', text: `1 fact on “fishes”\n${fish}`, citations: [cite(2, 'Ben Reed')], footer }),
    );
  });

  test('of a topic, by its id or its title', () => {
    const found = fact.run({ topic: 'The lake' }, smallContext, asker) as Reply;
    expect(found.title).toBe('Facts: The lake');
    expect(found.text).toBe(`2 facts\n${fish}\n${boats}`);
    expect(fact.run({ topic: 'lake' }, smallContext, asker)).toEqual(found);
  });

  test('five a page, turned in place, the words carried along within a button’s id', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...one(small.facts, 'fish'),
      id: `f${at}`,
      text: `Trout number ${at}.`,
    }));
    const context = contextOf(smallWith({ facts: many }));
    const search = '|trout|=%trout ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ number';
    const found = fact.run({ search: search.slice(0, 50), topic: 'lake', page: 2 }, context, asker) as Reply;
    expect(found.footer).toBe(`Page 2 of 3 · ${footer}`);
    expect(found.text.match(/^- /gm)).toHaveLength(5);
    expect(found.buttons.map(({ label, shows, action }) => [label, shows, action.options.page])).toEqual([
      ['Previous', 'replace', '1'],
      ['Next', 'replace', '3'],
    ]);
    const kept = found.buttons[0]?.action.options.search ?? '';
    expect(kept.length).toBeLessThanOrEqual(50);
    expect(kept).toMatch(/^[\p{L}\p{N}\p{M} ]+$/u);
    const last = fact.run({ page: 99 }, context, asker) as Reply;
    expect(last.footer).toBe(`Page 3 of 3 · ${footer}`);
  });

  test('nothing found says what to try', () => {
    expect(fact.run({ search: 'zebra @everyone', topic: 'lake' }, smallContext, asker)).toEqual(
      privateLine(
        'No fact under “The lake” matches “zebra @\u200beveryone”. Try other words, `/fact` with a topic alone, or `/topics`.',
      ),
    );
    expect(fact.run({ topic: 'sea' }, smallContext, asker)).toEqual(
      privateLine('There is no topic “sea”. There are: The lake, The visit.'),
    );
  });
});

describe('/who', () => {
  test('role, side, what they say and what is said of them', () => {
    expect(who.run({ name: 'benny' }, smallContext, asker)).toEqual(
      reply({
        title: 'Ben Reed',
        text: '**Role:** Keeper of the lake\n**Side:** press',
        sections: [{ heading: 'What they say', text: fish }],
        citations: [cite(2, 'Ben Reed')],
        footer,
      }),
    );
    expect((who.run({ name: 'mayor' }, smallContext, asker) as Reply).sections).toEqual([
      { heading: 'What is said about them', text: visit },
    ]);
  });

  test.each(['nobody', '', '🐟'])('%j is nobody it knows', (name) => {
    expect(who.run({ name }, smallContext, asker)).toEqual(
      privateLine(`The article has nobody called “${name}”. It has: Ada Stone, Ben Reed.`),
    );
  });

  test('names no more people than are read, however many articles there are', () => {
    const stone = one(small.speakers, 'mayor');
    const many = Array.from({ length: 900 }, (_, at) => ({ ...stone, id: `s${at}`, name: `Ada Stone ${at}` }));
    const knowledge = { ...small, speakers: new Map(many.map((speaker) => [speaker.id, speaker])) };
    const { text } = who.run({ name: 'Nobody Whatever' }, contextOf(knowledge), asker) as Reply;
    expect(text).toMatch(/Ada Stone 1, .*…\.$/);
    expect(text.length).toBeLessThan(1100);
  });
});

describe('/quote', () => {
  const all = reply({
    title: 'Quotations',
    text: '> “Forty, I counted”\n-# ¶2 (Ben Reed)\nOn the trout.',
    citations: [cite(2, 'Ben Reed')],
    footer,
  });

  test('all, or a speaker’s', () => {
    expect(quote.run({}, smallContext, asker)).toEqual(all);
    expect(quote.run({ speaker: 'Ben' }, smallContext, asker)).toEqual({ ...all, title: 'Quotations: Ben Reed' });
  });

  test('of somebody who is not quoted, it says who is', () => {
    const line = (name: string) => privateLine(`The article quotes no words of “${name}”. It quotes: Ben Reed.`);
    expect(quote.run({ speaker: 'mayor' }, smallContext, asker)).toEqual(line('Ada Stone'));
    expect(quote.run({ speaker: 'xyz' }, smallContext, asker)).toEqual(line('xyz'));
    expect(quote.options.speaker.suggest('', smallContext)).toEqual([{ name: 'Ben Reed', value: 'keeper' }]);
  });
});

test('/timeline gives each point with its facts', () => {
  expect(timeline.run({}, smallContext, asker)).toEqual(
    reply({
      title: 'Timeline',
      text: 'In the order of events, as the article dates them.',
      sections: [{ heading: 'Monday', text: visit }],
      citations: [cite(1, 'the article')],
      footer,
    }),
  );
});

test('/summary gives each point with its source', () => {
  const found = summary.run({}, smallContext, asker) as Reply;
  expect(found.text).toBe('- The mayor came.\n-# ¶1');
  expect(found.citations).toEqual([cite(1, 'the article')]);
});

describe('/positions', () => {
  test('side by side, and the other matters to turn to', () => {
    expect(positions.run({ topic: 'swim' }, smallContext, asker)).toEqual(
      reply({
        title: 'Positions: Swimming',
        text: 'Each side as the article gives it.',
        sections: [{ heading: 'Europe', text: 'The mayor came to see.\n-# ¶1' }],
        citations: [cite(1, 'the article')],
        footer,
        buttons: [
          { label: 'Boating', shows: 'replace', action: { command: 'positions', options: { topic: 'boating' } } },
        ],
      }),
    );
  });

  test('an unknown or ambiguous matter says which there are', () => {
    expect(positions.run({ topic: 'ing' }, smallContext, asker)).toEqual(
      privateLine('There are no positions on “ing”. There are: Swimming, Boating.'),
    );
  });
});

describe('/topics', () => {
  test('leads by menus from topics to questions to an answer', () => {
    const [menu] = (topics.run({}, smallContext, asker) as Reply).menus;
    expect(menu?.choices.map(({ value }) => value)).toEqual(['lake', 'visit']);
    expect([menu?.action.command, menu?.option]).toEqual(['topics', 'topic']);
    const opened = topics.run({ topic: 'lake' }, smallContext, asker) as Reply;
    expect(
      opened.menus.map(({ placeholder, action, option, choices }) => [placeholder, action, option, choices]),
    ).toEqual([
      [
        'What the article says',
        { command: 'ask', options: {} },
        'question',
        [{ label: 'How many trout are in the lake?', value: 'how-many-trout' }],
      ],
      [
        'What it leaves open',
        { command: 'ask', options: {} },
        'question',
        [{ label: 'How deep is the lake?', value: 'lake-depth' }],
      ],
    ]);
  });

  test('an outdated topic says which there are, with the menu', () => {
    const found = topics.run({ topic: 'gone' }, smallContext, asker) as Reply;
    expect([found.private, found.text, found.menus.length]).toEqual([
      true,
      'There is no topic “gone”. There are: The lake, The visit.',
      1,
    ]);
  });
});

describe('/source', () => {
  const run = (values: { paragraph?: number; question?: string }, context = smallContext) =>
    source.run(values, context, asker) as Reply;

  test('the record, with a gist a paragraph', () => {
    const found = run({});
    expect(found.title).toBe('Mayor visits the lake');
    expect(found.text).toBe(
      '2 paragraphs. What each says, in our own words:\n**¶1** The mayor comes to the lake.\n**¶2** What swims and floats there.',
    );
    expect(found.menus[0]?.choices.map(({ value }) => value)).toEqual(['1', '2']);
  });

  test('every paragraph of a long article can be chosen, in menus that say which they hold', () => {
    const [article] = smallContext.knowledge.articles;
    const [paragraph] = article?.paragraphs ?? [];
    if (!article || !paragraph) throw new Error('no article');
    const paragraphs = Array.from({ length: 27 }, () => paragraph);
    const { menus } = run({}, contextOf({ ...smallContext.knowledge, articles: [{ ...article, paragraphs }] }));
    expect(menus.map(({ placeholder }) => placeholder)).toEqual([
      'Open a paragraph from ¶1 to ¶25',
      'Open a paragraph from ¶26 to ¶27',
    ]);
    expect(menus.map(({ choices }) => choices.length)).toEqual([25, 2]);
    expect(menus[1]?.choices.at(-1)?.value).toBe('27');
  });

  test('a paragraph: its gist, or itself where the text is there, and the facts that cite it', () => {
    expect(run({ paragraph: 2 })).toMatchObject({
      text: 'What swims and floats there.\n-# The gist, in our own words.',
      sections: [{ heading: 'The facts that rest on it', text: `${fish}\n${boats}` }],
      citations: [cite(2, 'Ben Reed'), cite(2, 'the article')],
    });
    const context = { ...smallContext, articleText: new Map([['lake-talks', ['One.', 'Two.']]]) };
    expect(run({ paragraph: 2 }, context).text).toBe('> Two.');
  });

  test('where paragraphs contradict each other, in the record, at each of them and at an answer that rests on one', () => {
    const [article] = smallContext.knowledge.articles;
    if (!article) throw new Error('no article');
    const contradiction = {
      id: 'how-many',
      article: article.id,
      place: article.place,
      text: 'The lake has 40 trout (¶2), or nine boats (¶1).',
      facts: ['fish', 'boats'],
    };
    const context = contextOf({
      ...smallContext.knowledge,
      articles: [{ ...article, contradictions: [contradiction] }],
    });
    const line = '-# The article is inconsistent here: The lake has 40 trout (¶2), or nine boats (¶1).';
    expect(run({}, context).sections).toEqual([
      { heading: 'Where the article is inconsistent', text: `- ${contradiction.text}` },
    ]);
    for (const values of [{ paragraph: 1 }, { paragraph: 2 }, { question: 'which-day' }])
      expect(run(values, context).text.split('\n')).toContain(line);
    contradiction.facts = ['boats'];
    expect(run({ question: 'how-many-trout' }, context).text).not.toContain(line);
  });

  test('a paragraph beyond the last says how many there are', () => {
    expect(run({ paragraph: 3 })).toEqual(privateLine('The article has 2 paragraphs; `paragraph` is from 1 to 2.'));
  });

  test('what an answer rests on, with corrections however old', () => {
    const correction = { date: '2020-01-01', before: 'Nothing.' };
    const context = contextOf(
      smallWith({ facts: [{ ...one(small.facts, 'fish'), note: 'Counted by eye.', correction }] }),
    );
    expect(run({ question: 'how-many-trout' }, context)).toMatchObject({
      title: 'Sources: How many trout are in the lake?',
      text: `${fish}\n-# Note: Counted by eye.\n-# Corrected on 1 January 2020: it said “Nothing.” before.`,
      sections: [{ heading: '¶2', text: 'What swims and floats there.\n-# The gist, in our own words.' }],
    });
    expect(run({ question: 'gone' }).private).toBe(true);
    expect(run({ question: 'number of trout in it' }).title).toBe('Sources: How many trout are in the lake?');
  });
});

describe('Check against the article', () => {
  const run = (message: string) => checkMessage.run({ message }, smallContext, asker) as Reply;

  test('shows the facts that bear on a message, to the asker alone', () => {
    expect(run('@here the mayor never came on that day, lol')).toMatchObject({
      private: true,
      text: `> @\u200bhere the mayor never came on that day, lol\n${visit}`,
      citations: [cite(1, 'the article')],
    });
  });

  test.each(['', '🐟', ' \n'])('%j has no text', (message) => {
    expect(run(message)).toEqual(
      privateLine('That message has no text, so there is nothing to check. I read words, and no pictures or files.'),
    );
  });

  test.each(['I would like that very much', 'x'.repeat(6000)])('%j has nothing to do with it', (message) => {
    expect(run(message)).toEqual(
      privateLine('Nothing in the article relates to that message. `/topics` shows what it does cover.'),
    );
  });
});

describe('/help and the list', () => {
  test('names every command once, those for managers to managers alone', () => {
    const help = commands.find(({ name }) => name === 'help');
    const found = help?.run({}, smallContext, asker) as Reply;
    for (const { name, description, managersOnly, needsSeveral } of listed(commands)) {
      const isShown = !managersOnly && !needsSeveral;
      expect(found.text.includes(`${name}`) && found.text.includes(english.say(description)), name).toBe(isShown);
    }
    const unlisted = commands.filter(({ kind }) => kind === 'component').map(({ name }) => `/${name}`);
    expect(unlisted.filter((name) => found.text.includes(name))).toEqual([]);
    expect(found.text.length).toBeLessThan(2000);
  });

  test('each name once, each description within Discord’s 100 characters, required options first', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { description } of listed(commands)) expect(english.say(description).length).toBeLessThanOrEqual(100);
    for (const { options } of commands) {
      const required = Object.values(options).map((option) => option.required === true);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
      for (const option of Object.values(options)) {
        expect(english.say(option.description).length).toBeLessThanOrEqual(100);
      }
    }
  });
});
