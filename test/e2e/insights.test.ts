/** Voices, /insights and /privacy, through a Discord that refuses what Discord refuses. */
import { ComponentType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Shown, TestUser } from '../../test-discord/index.ts';
import { together } from './process.ts';

function messageOf(shown: Shown) {
  if (shown.kind !== 'message') throw new Error(`${shown.kind} was shown`);
  return shown.message;
}

function buttonOf(shown: Shown, label: string): string {
  for (const row of messageOf(shown).components ?? []) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const part of row.components) {
      if (part.type === ComponentType.Button && 'custom_id' in part && part.label === label) return part.custom_id;
    }
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
  const modal = await press(ann, answer, 'Not what I asked');
  if (modal.kind !== 'modal') throw new Error(`${modal.kind} was shown`);
  const [label] = modal.modal.components;
  const input = label && 'component' in label ? label.component : undefined;
  if (input?.type !== ComponentType.RadioGroup) throw new Error('the modal holds no choice');
  expect(input.options).toHaveLength(4);
  const meant = await ann.submit(modal, { [input.custom_id]: input.options[0]?.value ?? '' });
  expect(meant).toMatchObject({ kind: 'message', ephemeral: true });
  expect(messageOf(meant).embeds[0]?.title).toBe(input.options[0]?.label);
  expect(messageOf(await press(bob, answer, 'Helpful')).content).toContain('Noted as helpful');

  const insights = await manager.slash('insights');
  expect(insights).toMatchObject({ kind: 'message', ephemeral: true });
  const [embed] = messageOf(insights).embeds;
  const section = embed?.fields?.find(({ name }) => name === 'Not what was asked');
  expect(section?.value).toContain('1 said so, 1 found it helpful: How many prisoners will be exchanged?');
  expect(messageOf(insights).attachments).toMatchObject([{ filename: 'questions.png' }]);

  const privacy = await ann.slash('privacy');
  expect(JSON.stringify(messageOf(privacy).embeds)).toContain('mail@operator.example');
  const file = await press(ann, privacy, 'Give me what is kept of me');
  expect(messageOf(file).attachments).toMatchObject([{ filename: 'kept-of-you.json' }]);
  expect(messageOf(await press(ann, privacy, 'Delete what is kept of me')).content).toContain('1 vote');
  expect(messageOf(await press(ann, privacy, 'Delete what is kept of me')).content).toContain('Nothing is kept');
  const { rejections, unknownRoutes, schemaViolations, messagesWithoutAllowedMentions } = discord;
  expect({ rejections, unknownRoutes, schemaViolations, messagesWithoutAllowedMentions }).toEqual({
    rejections: [],
    unknownRoutes: [],
    schemaViolations: [],
    messagesWithoutAllowedMentions: [],
  });
});
