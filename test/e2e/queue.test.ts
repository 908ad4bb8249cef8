import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queued } from '../../src/insights/queue.ts';
import { emptyFolder } from '../support/folder.ts';
import { type Copy, copyOfProgram } from './copy.ts';
import { pointedAt, run, startDiscord, up } from './process.ts';

const QUESTION = 'zzyzx flurbish wombatology';
const FILE = 'istanbul-2025-05-16/phrasings/meeting.yaml';

let copy: Copy;
beforeAll(async () => {
  copy = await copyOfProgram();
});
afterAll(() => copy[Symbol.asyncDispose]());

test('told on Discord, kept through a crash, accepted on the page, and answered by the running bot', async () => {
  const discord = await startDiscord();
  const DATABASE_URL = `sqlite:${join(emptyFolder(), 'parley.db')}`;
  const start = () => run('src/main.ts', { ...pointedAt(discord), DATABASE_URL }, copy.root);
  try {
    const bot = start();
    await up(bot);
    const found = await discord.user().slash('ask', { question: QUESTION });
    if (found.kind !== 'message') throw new Error('no answer');
    const ids = (found.message.components ?? []).flatMap((row) =>
      'components' in row ? row.components.map((one) => ('custom_id' in one ? one.custom_id : '')) : [],
    );
    const tell = ids.find((id) => id.includes('|tell|')) ?? '';
    const told = await discord.user().click(found.message, tell);
    expect(JSON.stringify(told)).toContain('Noted, thank you');
    await bot[Symbol.asyncDispose]();

    await using again = start();
    await up(again);
    await using page = run('src/main.ts', { DATABASE_URL }, copy.root);
    const { port } = await page.logged('HTTP server is up');
    const url = `http://127.0.0.1:${port}/page/queue`;
    const queue = (await (await fetch(url)).json()) as readonly Queued[];
    expect(queue.map(({ questions }) => questions)).toEqual([[{ text: QUESTION, times: 1 }]]);
    const decision = { kind: 'phrasing', language: 'en', entry: 'meeting-date', texts: [QUESTION] };
    const decide = (headers = {}) =>
      fetch(url, {
        method: 'POST',
        body: JSON.stringify(decision),
        headers: { 'content-type': 'application/json', ...headers },
      });
    expect((await decide({ origin: 'http://elsewhere.example' })).status).toBe(403);
    expect(await (await decide()).json()).toEqual({ kind: 'written', files: [FILE], left: [] });
    expect(readFileSync(join(copy.root, 'knowledge', FILE), 'utf8')).toContain(`  - ${QUESTION}\n`);
    await again.logged('knowledge reloaded');
    const answered = await discord.user().slash('ask', { question: QUESTION });
    expect(JSON.stringify(answered)).toContain('Friday, 16 May 2025');
    await page.logged('knowledge reloaded');
    expect(await (await fetch(url)).json()).toEqual([]);
  } finally {
    await discord.close();
  }
}, 480_000);
