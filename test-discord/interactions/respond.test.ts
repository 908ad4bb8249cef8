import { expect, test } from 'vitest';
import { manualClock } from '../clock.ts';
import { repliable, reply, stage } from '../support/stage.ts';

test.for([
  ['another', 'Second', { rejections: 1, repeats: 0 }],
  ['the same once more, as after a lost response,', 'First', { rejections: 0, repeats: 1 }],
] as const)('%s is refused as a second response, and noted as what it is', async ([, content, noted]) => {
  await using s = await stage(async (interaction) => {
    const { id, token } = repliable(interaction);
    for (const said of ['First', content])
      await s.client.rest.post(`/interactions/${id}/${token}/callback`, {
        body: { type: 4, data: { content: said } },
        auth: false,
      });
  });
  await s.user.slash('ask', { question: 'Who met?' });
  expect(await s.firstError).toMatchObject({ status: 400, code: 40060 });
  const { rejections, repeats } = s.discord;
  expect({ rejections: rejections.length, repeats: repeats.length }).toEqual(noted);
});

test('a response after 3 seconds is refused, and the user sees that none came', async () => {
  const clock = manualClock(Date.UTC(2025, 4, 17));
  const held = Promise.withResolvers<void>();
  await using s = await stage(
    async (interaction) => {
      await held.promise;
      await repliable(interaction).reply('Too late');
    },
    { clock, responseMs: 3_000 },
  );
  const shown = s.user.slash('ask', { question: 'Who met?' });
  await s.discord.until(() => s.discord.interactions.length === 1);
  clock.advance(3_000);
  expect(await shown).toMatchObject({ kind: 'failed', text: 'The application did not respond' });
  clock.advance(1);
  held.resolve();
  expect(await s.firstError).toMatchObject({ status: 404, code: 10062 });
});

test('the token of an interaction dies after 15 minutes', async () => {
  const clock = manualClock(Date.UTC(2025, 4, 17));
  await using s = await stage(reply('In time'), { clock });
  const { interaction } = await s.user.slash('ask', { question: 'Who met?' });
  const edit = () =>
    s.client.rest.patch(`/webhooks/${s.discord.applicationId}/${interaction.token}/messages/@original`, {
      body: { content: 'Later', allowed_mentions: { parse: [] } },
      auth: false,
    });
  clock.advance(15 * 60_000);
  await expect(edit()).resolves.toMatchObject({ content: 'Later' });
  clock.advance(1);
  await expect(edit()).rejects.toMatchObject({ status: 401, code: 50027 });
});

test.for([
  ['a deferral that carries more than its flag', { type: 5, data: { flags: 64, content: 'x' } }, 'data.content'],
  ['a deferral with another flag', { type: 5, data: { flags: 4 } }, 'data.flags'],
  ['content of 2,001', { type: 4, data: { content: 'x'.repeat(2001) } }, 'data.content'],
  ['choices for a command', { type: 8, data: { choices: [] } }, 'type[BASE_TYPE_CHOICES]'],
  ['an update without a message', { type: 7, data: { content: 'x' } }, 'type[BASE_TYPE_CHOICES]'],
  [
    'a modal with a long title',
    { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [] } },
    'data.title',
  ],
  [
    'a modal with 6 rows',
    {
      type: 9,
      data: {
        custom_id: 'm',
        title: 'x',
        components: Array.from({ length: 6 }, (_, id) => ({
          type: 1,
          components: [{ type: 4, custom_id: `${id}`, style: 1, label: 'x' }],
        })),
      },
    },
    'data.components[BASE_TYPE_BAD_LENGTH]',
  ],
] as const)('%s is refused', async ([, body, where]) => {
  await using s = await stage(async (interaction) => {
    const command = repliable(interaction);
    await command.client.rest
      .post(`/interactions/${command.id}/${command.token}/callback`, { body, auth: false })
      .finally(() => command.reply('Then this'));
  });
  await s.user.slash('ask', { question: 'Who met?' });
  expect(await s.firstError).toMatchObject({ status: 400, code: 50035, message: expect.stringContaining(where) });
});

test.for([
  ['26 choices', Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })), 'data.choices['],
  ['a name of 101', [{ name: 'x'.repeat(101), value: 'x' }], 'data.choices[0].name'],
  ['an empty name', [{ name: '', value: 'x' }], 'data.choices[0].name'],
  ['a value of 101', [{ name: 'x', value: 'x'.repeat(101) }], 'data.choices[0].value'],
] as const)('%s for autocomplete is refused', async ([, choices, where]) => {
  await using s = await stage(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    await interaction.respond([...choices]).finally(() => interaction.respond([{ name: 'x', value: 'x' }]));
  });
  expect(await s.user.autocomplete('ask', { question: 'w' })).toMatchObject({ choices: [{ name: 'x' }] });
  expect(s.discord.rejections).toMatchObject([{ status: 400, error: { code: 50035 } }]);
  expect(String(await s.firstError)).toContain(where);
});

test('a message that leaves its mentions open is noted', async () => {
  await using s = await stage((interaction) => {
    const command = repliable(interaction);
    const body = { type: 4, data: { content: 'hello' } };
    return command.client.rest.post(`/interactions/${command.id}/${command.token}/callback`, { body, auth: false });
  });
  await s.user.slash('ask', { question: 'Who met?' });
  expect(s.discord.messagesWithoutAllowedMentions).toMatchObject([{ body: { content: 'hello' } }]);
});
