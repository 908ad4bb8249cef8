import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { complete } from '../../src/answer/autocomplete.ts';
import type { Asker } from '../../src/answer/command.ts';
import type { Obstacle } from '../../src/answer/daily.ts';
import { dispatch } from '../../src/answer/dispatch.ts';
import type { Reply } from '../../src/answer/reply.ts';
import type { Given } from '../../src/answer/values.ts';
import { createLog } from '../../src/config/log.ts';
import { claim, markSending, postpone } from '../../src/daily/claims.ts';
import { createDailyService } from '../../src/daily/service.ts';
import { findSetting } from '../../src/daily/settings.ts';
import { settle } from '../../src/daily/settlement.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { createServerLanguage } from '../../src/store/server-language.ts';
import { serial, smallContext } from '../support/knowledge.ts';

const NOW = Date.parse('2026-05-16T10:00:00Z');
const manager: Asker = { user: '1', locale: 'en-GB', guild: { id: '300', canManage: true } };
const member: Asker = { user: '2', locale: 'en-GB', guild: { id: '300', canManage: false } };

let store: Store;
let obstacle: Obstacle | null;

beforeEach(async () => {
  store = await openStore('sqlite::memory:', createLog('silent'));
  obstacle = null;
});
afterEach(() => store.destroy());

const context = () => ({
  ...smallContext,
  now: new Date(NOW),
  daily: createDailyService(
    store,
    () => serial,
    async () => obstacle,
  ),
  serverLanguage: createServerLanguage(store, () => serial, createLog('silent')),
});
const onError = (_id: string, error: unknown) => {
  throw error;
};
const run = (command: string, options: Given = {}, asker = manager) =>
  dispatch({ command, options, asker }, { commands, context: context(), onError });
const set = (options: Given = {}) => run('daily set', { channel: '400', time: '9:30', timezone: 'kiev', ...options });

test('setting it says when the first post comes, and keeps it', async () => {
  const { text, private: isPrivate } = await set();
  const first = Date.parse('2026-05-17T06:30:00Z') / 1000;
  expect(text).toContain('A post a day in <#400> at 09:30 (Europe/Kyiv).');
  expect(text).toContain(`17 May 2026, <t:${first}:F>`);
  expect(isPrivate).toBe(true);
  expect(await findSetting(store, '300')).toMatchObject({ channel_id: '400', time: '09:30', time_zone: 'Europe/Kyiv' });
});

test('UTC is taken where no zone is given, and that is said', async () => {
  const { text } = await run('daily set', { channel: '400', time: '11pm' });
  expect(text).toMatch(/23:00 \(UTC\)\. No time zone was given/);
  expect(text).toContain('16 May 2026');
});

test.each([
  ['a time that is none', { time: 'noonish' }, /“noonish” is not a time/],
  ['a zone that is none', { timezone: 'istambul' }, /no time zone “istambul”.*Did you mean `Europe\/Istanbul`/],
])('%s sets nothing and says what would', async (_what, options, said) => {
  expect((await set(options)).text).toMatch(said);
  expect(await findSetting(store, '300')).toBeUndefined();
});

test('a missing permission is named, and nothing is kept', async () => {
  obstacle = { missing: ['discord.permission.viewChannel', 'discord.permission.sendMessages'] };
  expect((await set()).text).toContain('in <#400> I am missing View Channel, Send Messages');
  expect(await findSetting(store, '300')).toBeUndefined();
});

test('zones are offered while one is typed', () => {
  const typed = (text: string) =>
    complete(
      { command: 'daily set', option: 'timezone', typed: text, asker: manager },
      { commands, context: context(), onError },
    );
  expect(typed('istambul')[0]).toEqual({ name: 'Europe/Istanbul', value: 'Europe/Istanbul' });
  expect(typed('a')).toHaveLength(25);
});

test('showing tells of the next post, the last delivery and the last failure', async () => {
  expect((await run('daily show')).text).toContain('no daily post');
  await set();
  expect((await run('daily show')).text).toMatch(/Next post:\*\* 17 May 2026 at 09:30 \(Europe\/Kyiv\).*\n.*none yet/);

  const due = { date: '2026-05-18', at: NOW + 48 * 3_600_000 };
  const held = async () => {
    const setting = await findSetting(store, '300');
    const got = setting && (await claim(store, setting, 'me', NOW));
    if (!got || got === 'done') throw new Error('not claimed');
    return got;
  };
  await settle(store, await held(), { state: 'sent', message: '500', channel: '400' }, due, NOW);
  expect((await run('daily show')).text).toContain('https://discord.com/channels/300/400/500');

  const refused = { state: 'failed', reason: 'Allow me Send Messages.', pause: true } as const;
  await settle(store, await held(), refused, { ...due, date: '2026-05-19' }, NOW);
  const { text } = await run('daily show');
  expect(text).toMatch(/Paused.*`\/daily set` starts it again/);
  expect(text).toContain('Allow me Send Messages.');
});

test('showing tells of a post that has been tried, and links to a delivery in the channel where it was made', async () => {
  await set({ time: '23:00', timezone: 'UTC' });
  const setting = await findSetting(store, '300');
  const held = setting && (await claim(store, setting, 'me', NOW));
  if (!held || held === 'done') throw new Error('not claimed');
  await markSending(store, held, { theme: null, corrected: [], answered: [] }, NOW);
  await postpone(store, held, NOW, NOW, 'Error: 500');
  // It may have gone out, and is planned again for the same day, as it is looked for first.
  expect((await set({ channel: '401', time: '23:30', timezone: 'UTC' })).text).toContain('16 May 2026');
  expect((await run('daily show')).text).toMatch(/Under way:\*\* 16 May 2026, tried 1 time: Error: 500\..*look there/);
  await postpone(store, held, NOW, null, 'Discord asked me to wait');
  expect((await run('daily show')).text).toMatch(/tried 1 time: Discord asked me to wait\.\n/);
  await settle(store, held, { state: 'sent', message: '500', channel: '400' }, { date: '2026-05-17', at: NOW }, NOW);
  const { text } = await run('daily show');
  expect(text).not.toContain('Under way');
  expect(text).toContain('**Channel:** <#401>');
  expect(text).toContain('https://discord.com/channels/300/400/500');
});

test('ending it ends it', async () => {
  await set();
  expect((await run('daily off')).text).toContain('has ended');
  expect((await run('daily off')).text).toContain('no daily post');
});

test('the preview is of today where the server is, and for the asker alone', async () => {
  expect(await run('daily preview')).toMatchObject({ private: true, title: expect.stringContaining('16 May 2026') });
  await set({ timezone: 'Pacific/Kiritimati' });
  expect((await run('daily preview')).title).toContain('17 May 2026');
});

test('it is for managers, in a server, with the bot there', async () => {
  for (const command of ['daily set', 'daily show', 'daily change', 'daily off', 'daily preview', 'language']) {
    expect((await run(command, {}, member)).text).toContain('Manage Server');
  }
  const { daily: _absent, ...without } = context();
  const request = { command: 'daily show', options: {}, asker: manager };
  expect((await dispatch(request, { commands, context: without, onError })).text).toContain('needs a server');
});

test('its button opens the modal to ask in, and the line that terminals show instead', async () => {
  const { buttons } = await run('daily preview');
  const action = buttons.at(-1)?.action;
  if (!action) throw new Error('no button');
  const opened = await run(action.command, action.options, member);
  expect(opened.modal).toMatchObject({ action: { command: 'ask', options: {} }, option: 'question' });
  expect(opened.text).toContain('no words');
});

test('what is left out stays as it was, and channel and zone have a default the first time', async () => {
  const from: Asker = { ...manager, channel: '777' };
  expect((await run('daily set', {}, from)).text).toContain('`time`');
  expect((await run('daily set', { time: '8' }, from)).text).toContain('<#777> at 08:00 (UTC)');
  await run('daily set', {
    timezone: 'kiev',
    weekdays: 'mon-fri',
    after: 'stop',
    publish: true,
    thread: true,
    answered: true,
    role: '55',
  });
  await run('daily set', { time: '9' });
  expect(await findSetting(store, '300')).toMatchObject({
    ...{ channel_id: '777', time: '09:00', time_zone: 'Europe/Kyiv' },
    ...{ weekdays: '12345', after_series: 'stop', publish: 1, thread: 1, answered: 1, role_id: '55' },
  });
});

test.each([
  ['days that are none', { weekdays: 'someday' }, /“someday” as days/],
  ['a language that is not spoken', { language: 'Klingon' }, /“Klingon”.*English/],
])('%s sets nothing', async (_what, options, said) => {
  expect((await set(options)).text).toMatch(said);
  expect(await findSetting(store, '300')).toBeUndefined();
});

test('days on which nothing is posted are passed over by the first post', async () => {
  // 16 May 2026 is a Saturday.
  expect((await set({ weekdays: 'wed' })).text).toContain('The first: 20 May 2026');
});

test('what refuses a preference is said, and nothing is kept', async () => {
  obstacle = { refused: 'discord.daily.notAnnouncement' };
  expect((await set({ publish: true })).text).toContain('announcement channel');
  expect(await findSetting(store, '300')).toBeUndefined();
});

test('the panel changes what its buttons and menus say, in place', async () => {
  await set({ role: '55' });
  const shown = await run('daily show');
  expect(shown.text).toMatch(/Series:\*\* 0 of 90 themes shown; then a post a week/);
  expect(shown.text).toContain('<@&55>');
  let now: Reply = shown;
  const press = async (label: string) => {
    const button = now.buttons.find((one) => one.label === label);
    if (!button) throw new Error(`no button ${label} among ${now.buttons.map((one) => one.label)}`);
    expect(button.shows).toBe('replace');
    now = await run(button.action.command, button.action.options);
  };
  const on = ['Publish to followers', 'Open a thread', 'List new answers', 'Then stop', 'Ping nobody'];
  for (const label of on) await press(label);
  const off = ['Do not publish', 'Open no thread', 'List no new answers', 'Then weekly', 'End it'];
  expect(now.buttons.map(({ label }) => label)).toEqual(off);
  expect(now.text).toContain('**New answers listed:** yes');
  const [days] = now.menus;
  if (!days) throw new Error('no menu');
  now = await run(days.action.command, { ...days.action.options, [days.option]: '67' });
  expect(now.text).toContain('**Days:** Saturday and Sunday');
  expect(await findSetting(store, '300')).toMatchObject({
    ...{ weekdays: '67', after_series: 'stop', publish: 1, thread: 1, answered: 1, role_id: null },
  });
  obstacle = { missing: ['discord.permission.createPublicThreads'] };
  expect((await run('daily change', { thread: 'true' })).text).toContain('Create Public Threads');
  expect((await run('daily change', { thread: true }, member)).text).toContain('Manage Server');
});

test('a manager chooses the language by its name, and leaves it to Discord again', async () => {
  expect((await run('language', { language: 'English' })).text).toContain('are in English now');
  expect((await run('language')).text).toMatch(/follow the server’s language on Discord: English/);
  expect((await run('language', { language: 'xx' })).text).toContain('I speak English');
});

test('the language can be chosen where there is no daily post', async () => {
  const { daily: _absent, ...without } = context();
  const request = { command: 'language', options: { language: 'English' }, asker: manager };
  const { text } = await dispatch(request, { commands, context: without, onError });
  expect(text).toContain('are in English now');
});
