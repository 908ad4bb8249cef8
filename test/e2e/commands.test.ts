/** Every command, button, menu and choice, through a Discord that refuses what Discord refuses. */
import { REST } from '@discordjs/rest';
import { type APIMessage, ButtonStyle, ComponentType, MessageFlags, Routes } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsFor } from '../../src/answer/articles.ts';
import type { Shown, TestUser } from '../../test-discord/index.ts';
import { rowsOf, textOf } from '../discord/within-limits.ts';
import { small } from '../support/knowledge.ts';
import { type Together, together } from './process.ts';

/** The repository's knowledge is one article. */
const offered = commandsFor(commands, small);

let both: Together;
beforeAll(async () => {
  both = await together();
});
afterAll(() => both[Symbol.asyncDispose]());
afterEach(() => {
  const { rejections, unknownRoutes, schemaViolations, messagesWithoutAllowedMentions } = both.discord;
  expect({ rejections, unknownRoutes, schemaViolations, messagesWithoutAllowedMentions }).toEqual({
    rejections: [],
    unknownRoutes: [],
    schemaViolations: [],
    messagesWithoutAllowedMentions: [],
  });
});

const guild = () => both.discord.guilds[0]?.id ?? '';
const channel = () => both.discord.guilds[0]?.channelId ?? '';
/** Somebody new, who has asked nothing yet. */
const somebody = () => both.discord.user({ guild: guild() });
const manager = () => both.discord.user({ guild: guild(), permissions: 1n << 5n });

function messageOf(shown: Shown): APIMessage {
  if (shown.kind !== 'message' && shown.kind !== 'update') throw new Error(`${shown.kind} was shown`);
  return shown.message;
}
/** What comes of a press: a message, or a modal, in which every choice is tried and which then leads to messages. */
async function pressed(user: TestUser, message: APIMessage, id: string): Promise<APIMessage[]> {
  // An update changes the message itself, so each press has a copy to look at.
  const shown = await user.click(structuredClone(message), id);
  if (shown.kind !== 'modal') return [messageOf(shown)];
  const [label] = shown.modal.components;
  const input = label && 'component' in label ? label.component : undefined;
  if (!input || input.type !== ComponentType.RadioGroup) throw new Error('the modal holds no choice');
  const choices = input.options.map(({ value }) => user.submit(shown, { [input.custom_id]: value }));
  return (await Promise.all(choices)).map(messageOf);
}
/** The buttons under an answer differ for each asker, and are one. */
const withoutAsker = (id: string) => id.replace(/(answer=.*)\.[\w-]{16}$/, '$1');
function partsOf(message: APIMessage) {
  const parts = rowsOf(message).flat();
  const buttons = parts.flatMap((part) =>
    part.type === ComponentType.Button && 'custom_id' in part ? [part.custom_id] : [],
  );
  const menus = parts.flatMap((part) =>
    part.type === ComponentType.StringSelect
      ? [{ id: part.custom_id, values: part.options.map(({ value }) => value) }]
      : [],
  );
  return { buttons, menus };
}

test('an answer with its source and its day, as /ask and as a mention', async () => {
  const shown = await somebody().slash('ask', { question: 'how many prisoners will be exchanged' });
  expect(shown).toMatchObject({ kind: 'message', ephemeral: false, deferred: false });
  expect(textOf(messageOf(shown))).toMatch(/1,000[\s\S]*¶\d+[\s\S]*As of 16 May 2025/);
  const answer = await somebody().mention('how many prisoners will be exchanged?');
  expect(textOf(answer)).toMatch(/1,000[\s\S]*¶\d+[\s\S]*As of 16 May 2025/);
  expect(textOf(await somebody().mention(''))).toContain('/ask');
});

test('in direct messages, and where only the user has it installed', async () => {
  for (const spec of [{}, { privateChannel: true }, { guild: guild(), install: 'user' as const }]) {
    const shown = await both.discord.user(spec).slash('summary');
    expect(shown).toMatchObject({ kind: 'message' });
  }
});

test('a private answer is the asker’s alone', async () => {
  const shown = await somebody().slash('ask', { question: 'who led the russian team', private: true });
  expect(shown).toMatchObject({ kind: 'message', ephemeral: true });
});

test('the message command checks somebody’s message, for the asker alone', async () => {
  const user = somebody();
  const shown = await user.messageMenu(
    'Check against the article',
    user.say('They agreed to swap 1,000 prisoners each'),
  );
  expect(shown).toMatchObject({ kind: 'message', ephemeral: true });
  expect(textOf(messageOf(shown))).toContain('¶');
});

/** What each command may be given, so that it shows all that it has. */
const given: Record<string, Record<string, string>[]> = {
  ask: [
    { question: 'how long did they meet' },
    { question: 'who won the world cup' },
    { question: 'what is the weather on mars?' },
  ],
  fact: [{}, { search: 'ceasefire' }],
  who: [{ name: 'Putin' }, { name: 'nobody at all' }],
  positions: [],
};

test('every slash command, and every button and menu that comes of it, three presses deep', async () => {
  const done = new Set<string>();
  async function press(message: APIMessage, depth: number): Promise<void> {
    if (depth === 0) return;
    const { buttons, menus } = partsOf(message);
    for (const id of buttons.filter((id) => !done.has(withoutAsker(id)))) {
      done.add(withoutAsker(id));
      for (const next of await pressed(somebody(), message, id)) await press(next, depth - 1);
    }
    for (const { id, values } of menus) {
      for (const value of values.filter((value) => !done.has(`${id} ${value}`))) {
        done.add(`${id} ${value}`);
        await press(messageOf(await somebody().select(structuredClone(message), id, [value])), depth - 1);
      }
    }
  }
  for (const command of offered.filter(({ kind = 'slash' }) => kind === 'slash')) {
    const choices = Object.entries(command.options).flatMap(([name, option]) =>
      option.type === 'text' && option.choices ? option.choices.map(({ value }) => ({ [name]: value })) : [],
    );
    const needs = Object.values(command.options).some(({ required }) => required);
    const tries = [...(needs ? [] : [{}]), ...choices, ...(given[command.name] ?? [])];
    for (const options of tries) {
      const shown = await somebody().slash(command.name, options);
      expect(shown, `/${command.name} ${JSON.stringify(options)}`).toMatchObject({ kind: 'message' });
      await press(messageOf(shown), 3);
    }
  }
  expect(done.size).toBeGreaterThan(50);
  expect(both.bot.lines.filter(({ msg }) => msg === 'a command failed')).toEqual([]);
});

test('choices for every option that completes, whose values its command takes', async () => {
  for (const command of offered) {
    for (const [option, declared] of Object.entries(command.options)) {
      if (declared.type !== 'text' || !declared.suggest) continue;
      const needed = Object.entries(command.options).filter(([name, { required }]) => required && name !== option);
      const others = Object.fromEntries(needed.map(([name, { type }]) => [name, type === 'channel' ? channel() : '9']));
      for (const typed of ['', 'p', 'prison', '('.repeat(90)]) {
        const asker = command.managersOnly ? manager() : somebody();
        const shown = await asker.autocomplete(command.name, { [option]: typed });
        if (shown.kind !== 'choices') throw new Error(`${shown.kind} was shown`);
        const [first] = shown.choices;
        if (typed === '') expect(first, `/${command.name} ${option}`).toBeDefined();
        if (first)
          expect(await asker.slash(command.name, { ...others, [option]: first.value })).toMatchObject({
            kind: 'message',
          });
      }
    }
  }
});

const HOSTILE = [
  '@everyone',
  '\u0000\u0007',
  '🙂🙂',
  '.*(a+)+$',
  '{"a":1}',
  '‮abc',
  'привет',
  '**a** `b` ||c||',
  'x'.repeat(6000),
  '<@1> <#2>',
];
test.each(HOSTILE)('anything typed gets a reply: %#', async (question) => {
  expect(await somebody().slash('ask', { question })).toMatchObject({ kind: 'message' });
});

test('an outdated button gets a clear private line', async () => {
  const user = somebody();
  const message = messageOf(await user.slash('help'));
  const button = {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: 'Old',
    custom_id: 'fact:2',
  } as const;
  message.components = [{ type: ComponentType.ActionRow, id: 1, components: [{ ...button, id: 2 }] }];
  const shown = await user.click(message, 'fact:2');
  expect(shown).toMatchObject({ ephemeral: true });
  expect(textOf(messageOf(shown))).toContain('older version');
});

/** A page of facts as the bot showed it before, in an embed, with the button that turns it. */
const OLD_PAGE = {
  embeds: [{ title: 'Facts', description: '- Two hours.' }],
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Next', custom_id: '1r|fact|page=2' },
      ],
    },
  ],
  allowed_mentions: { parse: [] },
};

test('a button on a message with an embed turns it into one of components', async () => {
  const rest = new REST({ api: both.discord.apiUrl }).setToken(both.discord.token);
  const old = (await rest.post(Routes.channelMessages(channel()), { body: OLD_PAGE })) as APIMessage;
  const shown = await somebody().click(old, '1r|fact|page=2');
  expect(shown).toMatchObject({
    kind: 'update',
    message: { content: '', embeds: [], flags: MessageFlags.IsComponentsV2 },
  });
  expect(textOf(messageOf(shown))).toMatch(/^### Facts\n[\s\S]*Page 2 of/);
  const back = await somebody().click(messageOf(shown), '1r|fact|page=1');
  expect(textOf(messageOf(back))).toContain('Page 1 of');
});

test('commands that a text names can be pressed', async () => {
  const shown = await somebody().slash('help');
  expect(textOf(messageOf(shown))).toMatch(/^- <\/ask:\d+>: /m);
});

test('an eleventh question within ten seconds is told to wait, privately', async () => {
  const user = somebody();
  const shown = await Promise.all(Array.from({ length: 11 }, () => user.slash('help')));
  const refused = shown.filter((one) => textOf(messageOf(one)).includes('wait'));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({ ephemeral: true });
});
