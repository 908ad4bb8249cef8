import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queued } from '../../src/insights/queue.ts';
import { textOf } from '../discord/within-limits.ts';
import { writeKnowledgeTo } from '../knowledge/fixture.ts';
import { emptyFolder } from '../support/folder.ts';
import { becomeDue } from './become-due.ts';
import { type Copy, copyOfProgram } from './copy.ts';
import { pointedAt, run, startDiscord, up } from './process.ts';

const QUESTION = 'zzyzx flurbish wombatology';
const FILE = 'lake/phrasings/meeting.yaml';

/** For two days of daily posts. */
const SERIES = `series:${['one', 'two']
  .map(
    (day) => `
  - id: day-${day}
    headline: Day ${day} in Geneva
    lead: Ukrainian and Russian envoys met in Geneva. They sat by the water.
    rests_on: [met]
    facts: [three-hours, useful, waited]
    question: how-useful`,
  )
  .join('')}
`;

let copy: Copy;
beforeAll(async () => {
  copy = await copyOfProgram(writeKnowledgeTo);
  writeFileSync(join(copy.root, 'knowledge/lake/series.yaml'), SERIES);
});
afterAll(() => copy[Symbol.asyncDispose]());

/** As if the minute had passed in which a post is left to the process that was killed. */
function endLease(file: string): void {
  using database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('update daily_post set lease_until = 0');
}

test('told on Discord, kept through a crash, accepted on the page, answered by the running bot, and told by one daily post', async () => {
  const discord = await startDiscord();
  const file = join(emptyFolder(), 'parley.db');
  const DATABASE_URL = `sqlite:${file}`;
  const { id: guild = '', channelId: channel = '' } = discord.guilds[0] ?? {};
  const start = () => run('src/main.ts', { ...pointedAt(discord), DATABASE_URL }, copy.root);
  try {
    const bot = start();
    await up(bot);
    const found = await discord.user({ guild }).slash('ask', { question: QUESTION });
    if (found.kind !== 'message') throw new Error('no answer');
    const ids = (found.message.components ?? []).flatMap((row) =>
      'components' in row ? row.components.map((one) => ('custom_id' in one ? one.custom_id : '')) : [],
    );
    const tell = ids.find((id) => id.includes('|tell|')) ?? '';
    const told = await discord.user({ guild }).click(found.message, tell);
    expect(JSON.stringify(told)).toContain('Noted, thank you');
    await bot[Symbol.asyncDispose]();

    const again = start();
    await up(again);
    await using page = run('src/main.ts', { DATABASE_URL }, copy.root);
    const { port } = await page.logged('HTTP server is up');
    const url = `http://127.0.0.1:${port}/page/queue`;
    const queue = (await (await fetch(url)).json()) as readonly Queued[];
    expect(queue.map(({ questions }) => questions)).toEqual([[{ text: QUESTION, times: 1 }]]);
    const decision = { kind: 'phrasing', language: 'en', entry: 'where-met', texts: [QUESTION] };
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
    expect(JSON.stringify(answered)).toContain('In Geneva, at the lake.');
    await page.logged('knowledge reloaded');
    expect(await (await fetch(url)).json()).toEqual([]);

    const manager = discord.user({ guild, permissions: PermissionFlagsBits.ManageGuild });
    await manager.slash('daily set', { channel, time: '9', answered: true });
    const posting = discord.faults.hold({ route: /^POST \/channels\/\d+\/messages/ });
    await becomeDue(DATABASE_URL);
    await posting.arrived;
    await again[Symbol.asyncDispose]();
    // It takes effect, and nobody hears of it.
    posting.release();
    const tells = () =>
      discord
        .messages(channel)
        .map((message) => textOf(message))
        .filter((text) => text.includes('Question of the day'))
        .map((text) => /Newly answered/.test(text));
    await discord.until(() => tells().length === 1);
    endLease(file);
    await using last = start();
    await up(last);
    await last.logged('daily post made');
    await becomeDue(DATABASE_URL);
    await last.logged('daily post made', 2);
    expect(tells()).toEqual([true, false]);
  } finally {
    await discord.close();
  }
});
