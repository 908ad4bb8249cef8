/** The repository's series, as its posts go out in each language. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comingPosts } from '../../src/daily/coming.ts';
import { dailyPost, toldIn } from '../../src/daily/content.ts';
import { NEW } from '../../src/daily/standing.ts';
import { render } from '../../src/discord/render.ts';
import { languagesOf } from '../../src/knowledge/languages.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { withoutPassageLinks } from '../../src/text/link.ts';
import { expectWithinLimits, textOf } from '../discord/within-limits.ts';

const loaded = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const { knowledge } = loaded;
const themes = knowledge.articles.flatMap(({ series }) => series);

const dates = Array.from({ length: themes.length }, (_, day) =>
  new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10),
);
const postsIn = (language: string) =>
  comingPosts(dates, { weekdays: '1234567', after: 'stop' }, NEW, knowledge).map(({ date, plan }) => {
    if (!plan) throw new Error(`nothing is planned for ${date}`);
    return dailyPost(date, plan, toldIn(language, knowledge));
  });

describe.each(languagesOf(knowledge))('the series in %s', (language) => {
  const posts = postsIn(language);

  it('has eight days or more, a headline for each, and no line of a fact, a quotation or a question twice', () => {
    expect(posts.length).toBeGreaterThanOrEqual(8);
    expect(new Set(posts.map(({ title }) => title?.split(' · ')[0])).size).toBe(posts.length);
    const said = posts.flatMap(({ text, sections }) => [
      ...text.split('\n').filter((line) => line.startsWith('- ')),
      ...sections.map((section) => section.text),
    ]);
    expect(new Set(said).size).toBe(said.length);
  });

  it('goes out whole beside the longest that can be newly answered and most asked', () => {
    const told = toldIn(language, knowledge);
    const longest = [...told.knowledge.entries.values()].toSorted((a, b) => b.answer.length - a.answer.length);
    const answered = longest.map(({ id }) => ({ entry: id, texts: [id] }));
    const asked = longest.slice(0, 3).map(({ question }) => ({ question, times: 1000 }));
    const preferences = { weekdays: '1234567', after: 'stop' } as const;
    for (const { date, plan } of comingPosts(dates, preferences, { ...NEW, answered }, knowledge)) {
      if (!plan) throw new Error(`nothing is planned for ${date}`);
      expect(plan.answered).toHaveLength(3);
      const post = dailyPost(date, plan, told, asked);
      const body = render(post);
      expectWithinLimits(body);
      const shown = withoutPassageLinks(textOf(body));
      for (const text of [post.text, ...post.sections.map(({ text }) => text)]) {
        expect(shown).toContain(withoutPassageLinks(text.trim()));
      }
    }
  });

  it('goes out whole, within what Discord takes', () => {
    for (const post of posts) {
      const shown = textOf(render(post));
      const last = [post.text, ...post.sections.map(({ text }) => text)].map((text) => text.split('\n').at(-1) ?? '');
      for (const line of last) expect(shown).toContain(line);
      expect(post.title?.length).toBeLessThanOrEqual(150);
    }
  });

  it('is all in that language', () => {
    if (language === 'en') return;
    const english = new Set(themes.flatMap(({ headline, lead }) => [headline, lead]));
    for (const { title = '', text } of posts) {
      expect(english).not.toContain(title.split(' · ')[0]);
      expect(english).not.toContain(text.split('\n')[0]);
    }
  });
});
