/** Shards spread over machines: a process for each, one Discord, one PostgreSQL. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsFor } from '../../src/answer/articles.ts';
import { titlesOf } from '../../src/discord/message-text.ts';
import { registrationsOf } from '../../src/discord/register/registration.ts';
import { small } from '../support/knowledge.ts';
import { postgres } from '../support/stores.ts';
import { becomeDue } from './become-due.ts';
import { pointedAt, type Running, run, startDiscord } from './process.ts';

/** Replies to a command that a process has counted. */
async function replies(bot: Running, command: string) {
  const { port } = await bot.logged('HTTP server is up');
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return metrics.match(new RegExp(`^parley_replies_total\\{command="${command}".*$`, 'm'))?.[0];
}

test.skipIf(postgres.skipped)(
  'each answers for its own servers, the commands are registered once, and a daily post is made once',
  async () => {
    const database = await postgres.create();
    onTestFinished(() => database.drop());
    await using discord = await startDiscord({ guilds: [{}, {}, {}, {}], shards: 2 });
    const shard = (id: string) => {
      const common = { ...pointedAt(discord), DATABASE_URL: database.url, SHARD_COUNT: '2' };
      return run('src/main.ts', { ...common, SHARD_IDS: id });
    };
    await using first = shard('0');
    await using second = shard('1');
    const bots = [first, second];
    await Promise.all([...bots.map((bot) => bot.logged('connected to Discord')), first.logged('commands registered')]);
    expect(discord.gateway.connected().map(({ shard }) => shard)).toEqual(
      expect.arrayContaining([
        [0, 2],
        [1, 2],
      ]),
    );
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(discord.commands()).toHaveLength(registrationsOf(commandsFor(commands, small)).length);

    for (const { id, channelId } of discord.guilds) {
      const manager = discord.user({ guild: id, permissions: PermissionFlagsBits.ManageGuild });
      expect(await manager.slash('summary')).toMatchObject({ kind: 'message' });
      const set = await manager.slash('daily set', { channel: channelId, time: '9' });
      expect(JSON.stringify(set)).toContain('09:00');
    }
    // Four servers, of which two each are on a shard.
    for (const bot of bots) expect(await replies(bot, 'summary')).toMatch(/ 2$/);

    await becomeDue(database.url);
    const posts = () =>
      discord.guilds.map(({ channelId }) => {
        const titles = discord.messages(channelId).flatMap(titlesOf);
        return titles.filter((title) => title.includes(' · ')).length;
      });
    await discord.until(() => posts().every((count) => count > 0), {
      what: 'a post in each server',
    });
    for (const bot of bots) bot.signal('SIGTERM');
    for (const bot of bots) expect(await bot.exited).toEqual({ code: 0, errors: '' });
    expect(posts()).toEqual([1, 1, 1, 1]);
    const made = bots.flatMap(({ lines }) => lines.filter(({ msg }) => msg === 'daily post made'));
    expect(made).toHaveLength(4);
    expect(discord.rejections).toEqual([]);
  },
);
