import { InteractionResponseType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/http/only-from-here.ts';
import { identity } from '../../src/page/identity.ts';
import { servePage } from './served.ts';

let served: Awaited<ReturnType<typeof servePage>>;

beforeAll(async () => {
  served = await servePage();
});
afterAll(() => served.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  served.app.request(`http://127.0.0.1:3000${path}`, { headers });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  served.app.request(`http://127.0.0.1:3000${path}`, { method: 'POST', headers, body });

const mention = (content: string) =>
  JSON.stringify({ id: '1', channel_id: identity.channel, type: 0, content, author: { id: '2' } });

describe('what is served', () => {
  it('allows nothing from elsewhere and nothing inline', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
  });

  it('names no other host in the page itself', async () => {
    expect(await (await get('/')).text()).not.toMatch(/https?:\/\//);
    expect(await (await get('/page/page.css')).text()).not.toMatch(/https?:\/\/|@import/);
  });

  it.each(['/page/main.js', '/page/page.css', '/page/bot.svg', '/page/you.svg'])('serves %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(100);
  });

  it('speaks English where a language is named that has no catalogue', async () => {
    const plain = await get('/');
    expect(await plain.text()).toContain('<html lang="en-GB">');
    for (const path of ['/', '/page/words']) {
      expect(await (await get(`${path}?language=tlh`)).text()).toBe(await (await get(path)).text());
    }
    expect(await (await get('/page/words')).json()).toMatchObject({
      language: 'en',
      own: { 'page.local': 'Nothing leaves this machine.' },
    });
  });

  it('is not sent again while it stays the same', async () => {
    const tag = (await get('/page/main.js')).headers.get('etag') ?? '';
    expect((await get('/page/main.js', { 'if-none-match': tag })).status).toBe(304);
  });
});

describe('whom it serves', () => {
  it.each(['http://parley.example/', 'http://192.168.0.7:3000/'])('refuses the name %s', async (url) => {
    expect((await served.app.request(url)).status).toBe(403);
  });

  it.each(['http://localhost:3000/', 'http://[::1]:3000/'])('serves %s', async (url) => {
    expect((await served.app.request(url)).status).toBe(200);
  });

  it.each(['http://parley.example', 'http://127.0.0.1:4000', 'null'])('refuses what %s sends', async (origin) => {
    expect((await post('/page/messages', mention('hi'), { origin })).status).toBe(403);
  });

  it('knows addresses that are reached from this machine alone', () => {
    expect(['127.0.0.1', '::1', 'localhost'].filter(isLoopback)).toHaveLength(3);
    expect(['0.0.0.0', '::', '10.0.0.1', 'parley.example'].filter(isLoopback)).toEqual([]);
  });
});

describe('the way in', () => {
  it('signs an interaction, so that the door of Discord’s interactions opens', async () => {
    const response = await post('/page/interactions', JSON.stringify({ type: 1 }));
    expect(await response.json()).toEqual({ type: InteractionResponseType.Pong });
  });

  it('refuses what is no interaction, and tells', async () => {
    expect((await post('/page/interactions', '{"type":"?"}')).status).toBe(400);
    expect(served.malformed).toHaveLength(1);
  });

  it('refuses a body over 1 MiB', async () => {
    expect((await post('/page/interactions', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it('answers a message that names the bot, and no other', async () => {
    const answer = await post('/page/messages', mention(`<@${identity.bot}> How long did the talks last?`));
    expect(await answer.json()).toMatchObject({
      components: [{ type: 10, content: expect.stringContaining('As of 16 May 2025') }, {}, {}],
    });
    expect((await post('/page/messages', mention('How long did the talks last?'))).status).toBe(204);
  });

  it('has nothing to follow for a token that it never deferred', async () => {
    expect((await get('/page/later/nobody')).status).toBe(404);
  });
});
