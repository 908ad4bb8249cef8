import { MessageFlags, PermissionFlagsBits, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dailyPost, titleEndings } from '../../src/daily/content.ts';
import { dailyChannel, dailyRest } from '../../src/discord/daily-channel.ts';
import { titlesOf } from '../../src/discord/message-text.ts';
import { obstaclesToPost } from '../../src/discord/permissions.ts';
import { DAY_MS } from '../../src/text/dates.ts';
import { manualClock, startTestDiscord, type TestDiscord } from '../../test-discord/index.ts';
import { serial, themeOf } from '../support/knowledge.ts';
import { english } from '../support/messages.ts';
import { textOf } from './within-limits.ts';

const date = '2026-05-16';
const post = dailyPost(
  date,
  { theme: themeOf(1), corrected: [], answered: [] },
  { knowledge: serial, messages: english },
);

describe('a channel of Discord', () => {
  let discord: TestDiscord;
  let channel: string;
  let guild: string;
  const open = () => dailyChannel(dailyRest(discord));

  beforeEach(async () => {
    discord = await startTestDiscord();
    channel = discord.guilds[0]?.channelId ?? '';
    guild = discord.guilds[0]?.id ?? '';
  });
  afterEach(() => discord.close());

  it('takes a post, and one of the same nonce for the same', async () => {
    const first = await open().send(channel, post, 'nonce');
    expect(first).toMatchObject({ kind: 'sent' });
    expect(await open().send(channel, post, 'nonce')).toEqual(first);
    expect(discord.messages(channel)).toMatchObject([{ embeds: [], mentions: [] }]);
    expect(discord.messages(channel).flatMap(titlesOf)).toEqual([post.title]);
  });

  it('finds a post of ours by its date, and does not find what is not there', async () => {
    const since = Date.now() - 1000;
    expect(await open().look(channel, titleEndings(date), since)).toEqual({ kind: 'absent' });
    await open().send(channel, post, 'nonce');
    const [message] = discord.messages(channel);
    expect(await open().look(channel, titleEndings(date), since)).toEqual({ kind: 'found', message: message?.id });
    expect(await open().look(channel, titleEndings('2026-05-17'), since)).toEqual({ kind: 'absent' });
  });

  it('finds one that was sent as an embed before', async () => {
    const embeds = [{ title: post.title ?? '' }];
    const rest = dailyRest(discord);
    await rest.post(Routes.channelMessages(channel), { body: { embeds, allowed_mentions: { parse: [] } } });
    const seen = await open().look(channel, titleEndings(date), Date.now() - 1000);
    expect(seen).toMatchObject({ kind: 'found' });
  });

  it('finds it behind other messages, and looks no further back than it is told', async () => {
    const clock = manualClock(Date.parse('2026-05-16T09:00:00Z'));
    await using quiet = await startTestDiscord({ clock });
    const [{ id = '', channelId = '' } = {}] = quiet.guilds;
    const look = (titles: readonly string[], since: number) =>
      dailyChannel(dailyRest(quiet)).look(channelId, titles, since);
    const talk = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        clock.advance(1000);
        quiet.user({ guild: id }).say('hello');
      }
    };
    const pages = () =>
      quiet.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/messages')).length;
    await talk(150);
    const began = clock.now();
    await dailyChannel(dailyRest(quiet)).send(channelId, post, 'nonce');
    await talk(250);
    expect(await look(titleEndings(date), 0)).toMatchObject({ kind: 'found' });
    expect(pages()).toBe(3);
    expect(await look(titleEndings('2026-05-17'), began)).toEqual({ kind: 'absent' });
    expect(pages()).toBe(6);
    expect(await look(titleEndings('2026-05-17'), 0)).toEqual({ kind: 'absent' });
    expect(pages()).toBe(11);
    await talk(700);
    expect(await look(titleEndings('2026-05-17'), 0)).toEqual({
      kind: 'hidden',
      reason: { key: 'discord.daily.tooMany' },
    });
  });

  it('waits out a short limit while it looks, and tells of a long one', async () => {
    discord.faults.rateLimit(0.05, { route: /^GET .*messages/ });
    expect(await open().look(channel, titleEndings(date), 0)).toEqual({ kind: 'absent' });
    discord.faults.rateLimit(60, { route: /^GET .*messages/ });
    expect(await open().look(channel, titleEndings(date), 0)).toMatchObject({ kind: 'unclear' });
  });

  it('waits a day at most, however long Discord asks', async () => {
    discord.faults.rateLimit(10 * 365 * 24 * 3600, { route: /messages/ });
    expect(await open().send(channel, post, 'nonce')).toMatchObject({
      kind: 'limited',
      waitMs: expect.toSatisfy((waitMs) => waitMs >= DAY_MS && waitMs < DAY_MS + 1000),
    });
  });

  it('does not take a channel for empty that it may not read', async () => {
    discord.deny(channel, PermissionFlagsBits.ReadMessageHistory);
    expect(await open().look(channel, titleEndings(date), 0)).toEqual({
      kind: 'hidden',
      reason: { key: 'discord.daily.mayNotLook', values: { missing: 'ReadMessageHistory' } },
    });
  });

  it('refuses with what to do about it', async () => {
    discord.deny(channel, PermissionFlagsBits.SendMessages);
    expect(await open().send(channel, post, 'nonce')).toMatchObject({
      kind: 'refused',
      reason: { key: 'discord.daily.mayNotPost' },
    });
    discord.deleteChannel(channel);
    expect(await open().send(channel, post, 'nonce')).toMatchObject({
      kind: 'refused',
      reason: { key: 'discord.daily.noChannel' },
    });
  });

  it('knows whether it has been removed from a server, and takes nothing for a removal but that', async () => {
    expect(await open().hasLeft(guild)).toBe(false);
    discord.faults.fail(503, { route: /guilds/ });
    expect(await open().hasLeft(guild)).toBe(false);
    discord.kick(guild);
    expect(await open().hasLeft(guild)).toBe(true);
  });

  it.each(['before', 'after'] as const)(
    'is unclear where the connection breaks %s the message is made',
    async (when) => {
      discord.faults.sever(when, { route: /messages/ });
      expect(await open().send(channel, post, 'nonce')).toMatchObject({ kind: 'unclear' });
      expect(discord.messages(channel)).toHaveLength(when === 'after' ? 1 : 0);
    },
  );

  it('is unclear where Discord is in trouble, and says how long to wait where it is asked too much', async () => {
    discord.faults.fail(503, { route: /messages/ });
    expect(await open().send(channel, post, 'nonce')).toMatchObject({ kind: 'unclear' });
    discord.faults.rateLimit(7, { route: /messages/ });
    expect(await open().send(channel, post, 'nonce')).toMatchObject({
      kind: 'limited',
      waitMs: expect.toSatisfy((waitMs) => waitMs >= 7000),
    });
  });

  it('is not given up for a token that was reset', async () => {
    discord.faults.revokeToken();
    expect(await open().send(channel, post, 'nonce')).toEqual({ kind: 'limited', waitMs: 0 });
  });

  it('tells which permissions are missing', async () => {
    const plain = { publish: false, thread: false, role: null };
    const obstacle = (server = guild, preferences: Partial<typeof plain> | { role: string } = {}) =>
      obstaclesToPost(dailyRest(discord), server, channel, { ...plain, ...preferences });
    expect(await obstacle()).toBeNull();
    const named = async (...given: Parameters<typeof obstacle>) => {
      const found = await obstacle(...given);
      return found && 'missing' in found ? found.missing.map((key) => english.say(key)) : found;
    };
    expect(await named('999')).toEqual(['View Channel']);
    expect(await named(guild, { thread: true })).toEqual(['Create Public Threads']);
    expect(await named(guild, { publish: true })).toEqual({ refused: 'discord.daily.notAnnouncement' });
    expect(await named(guild, { role: guild })).toEqual({ refused: 'discord.daily.everyone' });
    const roles = (await dailyRest(discord).get(`/guilds/${guild}/roles`)) as { id: string; mentionable: boolean }[];
    const role = (mentionable: boolean) => roles.findLast((one) => one.mentionable === mentionable)?.id ?? '';
    expect(await obstacle(guild, { role: role(true) })).toBeNull();
    expect(await named(guild, { role: role(false) })).toEqual(['Mention @everyone, @here and All Roles']);
    discord.deny(channel, PermissionFlagsBits.SendMessages);
    expect(await named()).toEqual(['Send Messages']);
    discord.deny(channel, PermissionFlagsBits.ViewChannel);
    expect(await named()).toContain('View Channel');
    discord.deleteChannel(channel);
    expect(await named()).toEqual(['View Channel']);
  });

  it('pings a role where it is told to, and nobody else', async () => {
    const role = discord.guilds[0]?.botRoleId ?? '';
    await open().send(channel, post, 'one', role);
    await open().send(channel, post, 'two', null);
    const messages = discord.messages(channel);
    expect(messages).toMatchObject([{ mention_roles: [role] }, { mention_roles: [] }]);
    const [pinging = '', plain] = messages.map(textOf);
    expect(pinging).toBe(`<@&${role}>\n${plain}`);
  });

  describe('after a post', () => {
    let news: string;
    const postIn = async (where: string) => {
      const sent = await open().send(where, post, 'nonce');
      if (sent.kind !== 'sent') throw new Error('not sent');
      return sent.message;
    };
    beforeEach(() => {
      const joined = discord.join({ botPermissions: ~0n & ~PermissionFlagsBits.Administrator });
      // The fifth channel of a server is one of announcements.
      news = String(BigInt(joined.channelId) + 4n);
    });

    it('publishes it once, whoever comes again', async () => {
      const message = await postIn(news);
      expect(await open().publish(news, message)).toEqual({ kind: 'done' });
      expect(await open().publish(news, message)).toEqual({ kind: 'done' });
      expect(discord.messages(news)).toMatchObject([
        { id: message, flags: MessageFlags.IsComponentsV2 | MessageFlags.Crossposted },
      ]);
    });

    it('opens one thread, with a name that fits', async () => {
      const message = await postIn(news);
      expect(await open().openThread(news, message, 'x'.repeat(200))).toEqual({ kind: 'done' });
      expect(await open().openThread(news, message, 'again')).toEqual({ kind: 'done' });
      const [{ thread } = {}] = discord.messages(news);
      expect(thread?.name).toHaveLength(100);
    });

    it('says by its name which permission is missing, and that a channel publishes nothing', async () => {
      const message = await postIn(channel);
      expect(await open().openThread(channel, message, 'talk')).toEqual({
        kind: 'refused',
        reason: { key: 'discord.daily.mayNotOpenThread' },
      });
      expect(await open().publish(channel, message)).toMatchObject({
        kind: 'refused',
        reason: { key: 'discord.daily.refused', values: { code: 50024 } },
      });
    });

    it('is unclear where the answer is lost', async () => {
      const message = await postIn(news);
      discord.faults.sever('after', { route: /crosspost/ });
      expect(await open().publish(news, message)).toMatchObject({ kind: 'unclear' });
      expect(await open().publish(news, message)).toEqual({ kind: 'done' });
    });
  });
});
