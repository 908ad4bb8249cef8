/** Voices, /insights and /privacy, through a Discord that refuses what Discord refuses. */
import { join } from 'node:path';
import { ComponentType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { createLog } from '../../src/config/log.ts';
import { INVALID_TOKEN } from '../../src/discord/reach.ts';
import { openStore } from '../../src/store/open.ts';
import type { Shown, TestUser } from '../../test-discord/index.ts';
import { componentsOf, rowsOf, textOf } from '../discord/within-limits.ts';
import { emptyFolder } from '../support/folder.ts';
import { pointedAt, run, together } from './process.ts';

const FILES: readonly ComponentType[] = [ComponentType.MediaGallery, ComponentType.File];

function messageOf(shown: Shown) {
  if (shown.kind !== 'message') throw new Error(`${shown.kind} was shown`);
  return shown.message;
}

function buttonOf(shown: Shown, label: string): string {
  for (const part of rowsOf(messageOf(shown)).flat()) {
    if (part.type === ComponentType.Button && 'custom_id' in part && part.label === label) return part.custom_id;
  }
  throw new Error(`there is no button "${label}"`);
}

const press = (user: TestUser, shown: Shown, label: string) =>
  user.click(structuredClone(messageOf(shown)), buttonOf(shown, label));

test('a vote, what a manager sees of it, and what its giver gets and deletes', async () => {
  await using both = await together({}, { OPERATOR_CONTACT: 'mail@operator.example' });
  const { discord } = both;
  const guild = discord.guilds[0]?.id ?? '';
  const [ann, bob] = [discord.user({ guild }), discord.user({ guild })];
  const manager = discord.user({ guild, permissions: 1n << 5n });
  const answer = await ann.slash('ask', { question: 'how many prisoners will be exchanged' });
  const modal = await press(ann, answer, 'Not this');
  if (modal.kind !== 'modal') throw new Error(`${modal.kind} was shown`);
  const [label] = modal.modal.components;
  const input = label && 'component' in label ? label.component : undefined;
  if (input?.type !== ComponentType.RadioGroup) throw new Error('the modal holds no choice');
  expect(input.options).toHaveLength(4);
  const meant = await ann.submit(modal, { [input.custom_id]: input.options[0]?.value ?? '' });
  expect(meant).toMatchObject({ kind: 'message', ephemeral: true });
  expect(textOf(messageOf(meant))).toMatch(/¶\d+.* · As of 16 May 2025/);
  expect(textOf(messageOf(await press(bob, answer, 'Helpful')))).toContain('Noted as helpful');

  const insights = await manager.slash('insights');
  expect(insights).toMatchObject({ kind: 'message', ephemeral: true });
  expect(textOf(messageOf(insights))).toMatch(
    /\*\*Not what was asked\*\*\n- 1 said so, 1 found it helpful: How many prisoners will be exchanged\?/,
  );
  const files = (shown: Shown) => componentsOf(messageOf(shown)).filter(({ type }) => FILES.includes(type));
  expect(files(insights)).toMatchObject([{ items: [{ media: { url: 'attachment://questions.png' } }] }]);

  const privacy = await ann.slash('privacy');
  expect(textOf(messageOf(privacy))).toContain('mail@operator.example');
  const file = await press(ann, privacy, 'Give me my data');
  expect(files(file)).toMatchObject([{ file: { url: 'attachment://kept-of-you.json' } }]);
  expect(textOf(messageOf(await press(ann, privacy, 'Delete my data')))).toContain('1 vote');
  expect(textOf(messageOf(await press(ann, privacy, 'Delete my data')))).toContain('Nothing is stored');
  const { rejections, unknownRoutes, schemaViolations, messagesWithoutAllowedMentions } = discord;
  expect({ rejections, unknownRoutes, schemaViolations, messagesWithoutAllowedMentions }).toEqual({
    rejections: [],
    unknownRoutes: [],
    schemaViolations: [],
    messagesWithoutAllowedMentions: [],
  });
});

test('under another token nothing is deleted before Discord has accepted it, and then it is said', async () => {
  const url = `sqlite:${join(emptyFolder(), 'parley.db')}`;
  const votes = async () => {
    await using store = await openStore(url, createLog('silent'));
    return (await store.selectFrom('vote').select('entry').execute()).length;
  };
  await using both = await together({}, { DATABASE_URL: url });
  const { discord, bot } = both;
  const ann = discord.user();
  await press(ann, await ann.slash('ask', { question: 'how many prisoners will be exchanged' }), 'Helpful');
  bot.signal('SIGTERM');
  await bot.exited;
  expect(await votes()).toBe(1);

  const other = { DISCORD_TOKEN: 'another.test.token', DATABASE_URL: url };
  await using refused = run('src/main.ts', { ...pointedAt(discord), ...other });
  expect(await refused.exited).toMatchObject({ code: 1, errors: expect.stringContaining(INVALID_TOKEN) });
  expect(await votes(), 'refused').toBe(1);

  discord.faults.goDown();
  await using waiting = run('src/main.ts', { ...pointedAt(discord), ...other });
  await waiting.logged('Discord cannot be reached; trying again');
  waiting.signal('SIGTERM');
  await waiting.exited;
  expect(await votes(), 'while Discord is down').toBe(1);

  await using accepted = await together({ token: other.DISCORD_TOKEN }, other);
  const told = await accepted.bot.logged('records made under another HASH_KEY or token deleted');
  expect(told).toMatchObject({ rows: 1 });
  expect(await votes(), 'accepted').toBe(0);
});
