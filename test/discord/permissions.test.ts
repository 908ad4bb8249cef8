/** What the bot lacks in a thread, which has no overwrites of its own, asked of a Discord that knows these few things. */
import { REST } from '@discordjs/rest';
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { missingToAnswer } from '../../src/discord/permissions.ts';
import { english } from '../support/messages.ts';

const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
const [GUILD, CHANNEL, THREAD, LOST, BOT] = ['100', '200', '300', '301', '400'];

function restOf(allowed: bigint, denied: bigint): REST {
  const overwrite = { id: GUILD, type: OverwriteType.Role, allow: '0', deny: String(denied) };
  const thread = { type: ChannelType.PublicThread, guild_id: GUILD };
  const known: Record<string, unknown> = {
    [`/channels/${CHANNEL}`]: { type: ChannelType.GuildText, guild_id: GUILD, permission_overwrites: [overwrite] },
    [`/channels/${THREAD}`]: { ...thread, parent_id: CHANNEL },
    [`/channels/${LOST}`]: { ...thread, parent_id: '201' },
    '/users/@me': { id: BOT },
    [`/guilds/${GUILD}/roles`]: [{ id: GUILD, permissions: String(allowed) }],
    [`/guilds/${GUILD}/members/${BOT}`]: { user: { id: BOT }, roles: [] },
  };
  const makeRequest = async (url: string) => {
    const found = known[url.slice('http://discord.test/api/v10'.length)];
    return Response.json(found ?? { code: 10003, message: 'Unknown Channel' }, { status: found ? 200 : 404 });
  };
  return new REST({ api: 'http://discord.test/api', makeRequest }).setToken('a.test.token');
}

const ALL = ViewChannel | SendMessages | SendMessagesInThreads;

test.each([
  ['nothing', THREAD, ALL, 0n, []],
  [
    'the right of threads, not the one of channels',
    THREAD,
    ViewChannel | SendMessages,
    0n,
    ['Send Messages in Threads'],
  ],
  ['what its channel denies', THREAD, ALL, SendMessagesInThreads, ['Send Messages in Threads']],
  ['what the server denies, where its channel is out of sight', LOST, ViewChannel, 0n, ['Send Messages in Threads']],
  ['sight of it', '302', ALL, 0n, ['View Channel']],
])('in a thread it lacks %s', async (_what, id, allowed, denied, missing) => {
  const lacked = await missingToAnswer(restOf(allowed, denied), id);
  expect(lacked.map((key) => english.say(key))).toEqual(missing);
});

test('in a channel it needs no right of threads', async () => {
  expect(await missingToAnswer(restOf(ViewChannel | SendMessages, 0n), CHANNEL)).toEqual([]);
});
