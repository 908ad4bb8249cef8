/** Two articles, as people and managers meet them on Discord: one is there at the start, the other comes and goes. */
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Shown } from '../../test-discord/index.ts';
import { textOf } from '../discord/within-limits.ts';
import { SECOND, writeSecondArticle } from '../support/second-article.ts';
import { copyOfProgram } from './copy.ts';
import { together } from './process.ts';

const ROOT = join(import.meta.dirname, '../..');

function messageOf(shown: Shown): APIMessage {
  if (shown.kind !== 'message') throw new Error(`${shown.kind} was shown`);
  return shown.message;
}

/** The repository's article in English alone, with three ways to ask each entry, and three questions of each other subject. */
function writeShortened(knowledge: string): void {
  cpSync(join(ROOT, 'knowledge'), knowledge, { recursive: true, filter: (path) => basename(path) !== 'languages' });
  for (const name of globSync(['outside.yaml', '*/phrasings/*.yaml'], { cwd: knowledge })) {
    const file = join(knowledge, name);
    const entries: Record<string, readonly string[]> = parse(readFileSync(file, 'utf8'));
    const short = Object.entries(entries).map(([id, ways]) => [id, ways.slice(0, 3)]);
    writeFileSync(file, stringify(Object.fromEntries(short)));
  }
}

test('a second article is answered from, offered and shown when it comes, and no more when it goes', async () => {
  await using copy = await copyOfProgram(writeShortened);
  await using both = await together({}, {}, copy.root);
  const { discord, bot } = both;
  const optionsOf = (name: string) => {
    const command = discord.commands().find((one) => one.name === name) as { options?: { name: string }[] } | undefined;
    return command && (command.options ?? []).map((option) => option.name);
  };
  const knowledge = join(copy.root, 'knowledge');
  const guild = discord.guilds[0]?.id ?? '';
  expect([optionsOf('summary'), optionsOf('articles')]).toEqual([[], undefined]);

  writeSecondArticle(knowledge);
  await bot.logged('knowledge reloaded');
  await bot.logged('commands registered', 2);
  expect([optionsOf('summary'), optionsOf('articles')]).toEqual([['article'], ['toggle', 'page']]);
  const somebody = discord.user({ guild });
  const answer = textOf(messageOf(await somebody.slash('ask', { question: 'how many prisoners will be exchanged' })));
  expect(answer).toMatch(/The Upton Echo[\s\S]*1,200[\s\S]*Hindustan Times[\s\S]*1,000/);
  expect(textOf(messageOf(await somebody.slash('summary', { article: SECOND })))).toContain('The ferry sails again');
  expect(textOf(messageOf(await somebody.slash('help')))).toContain('2 articles');

  const manager = discord.user({ guild, permissions: 1n << 5n });
  expect(textOf(messageOf(await manager.slash('articles', { toggle: SECOND })))).toContain('not answered from');
  const later = discord.user({ guild });
  const here = textOf(messageOf(await later.slash('ask', { question: 'how many prisoners will be exchanged' })));
  expect(here).toContain('1,000');
  expect(here).not.toContain('1,200');

  await rm(join(knowledge, SECOND), { recursive: true });
  await bot.logged('commands registered', 3);
  expect([optionsOf('summary'), optionsOf('articles')]).toEqual([[], undefined]);
  expect(discord.rejections).toEqual([]);
});
