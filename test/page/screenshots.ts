/**
 * `npm run screenshots`: the documents' pictures, taken of the page itself. `npm run screenshots -- FOLDER` takes each reply
 * at a desktop's and a phone's width, dark and light, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { BASE_LANGUAGE, messagesIn } from '../../src/messages/messages.ts';
import { identity } from '../../src/page/identity.ts';
import { startChromium } from './chromium.ts';
import { servePage } from './served.ts';

const [given] = process.argv.slice(2);
const folder = given ?? join(import.meta.dirname, '../../docs/screenshots');
/** Around the messages, as a picture needs some air. */
const MARGIN = 12;

interface Shot {
  readonly name: string;
  /** What is typed before Enter: a question, or a command with a blank behind it; nothing for the greeting alone. */
  readonly typed: string;
  /** The server's and the page's language. */
  readonly language?: string;
}

const shots: readonly Shot[] = [
  { name: 'answer', typed: 'How many prisoners will be exchanged?' },
  { name: 'not-stated', typed: "Who led Ukraine's delegation?" },
  { name: 'daily-post', typed: '/daily preview ' },
  { name: 'insights', typed: '/insights ' },
];
const further: readonly Shot[] = [
  { name: 'greeting', typed: '' },
  { name: 'panel', typed: '/daily show ' },
  { name: 'two-halves', typed: 'How many prisoners will be exchanged and who led the Russians?' },
  { name: 'nothing-near', typed: 'will it rain in Istanbul tomorrow' },
  { name: 'summary', typed: '/summary ' },
  { name: 'timeline', typed: '/timeline ' },
  { name: 'topics', typed: '/topics ' },
  { name: 'help', typed: '/help ' },
];
const asked = {
  uk: ['Скільки полонених обміняють?', 'Хто очолював українську делегацію?'],
  ru: ['Сколько пленных обменяют?', 'Кто возглавлял украинскую делегацию?'],
  tr: ['Kaç esir takas edilecek?', 'Ukrayna heyetine kim başkanlık etti?'],
};
const translated: readonly Shot[] = Object.entries(asked).flatMap(([language, [answer = '', gap = '']]) => [
  { name: `answer-${language}`, typed: answer, language },
  { name: `not-stated-${language}`, typed: gap, language },
  { name: `daily-post-${language}`, typed: '/daily preview ', language },
]);

/** Those of the documents are as wide as these show them. */
const DOCUMENTS = [
  { suffix: '', width: 720, colorScheme: 'dark', shots },
  { suffix: '-phone', width: 390, colorScheme: 'light', shots: translated.slice(0, 1) },
] as const;
const ALL = (['dark', 'light'] as const).flatMap((colorScheme) => [
  { suffix: `-desktop-${colorScheme}`, width: 1280, colorScheme, shots: [...shots, ...further, ...translated] },
  { suffix: `-phone-${colorScheme}`, width: 390, colorScheme, shots: [...shots, ...further, ...translated] },
]);

async function take(page: Page, { name, typed, language = BASE_LANGUAGE }: Shot, suffix: string): Promise<void> {
  const { say } = messagesIn(language);
  await served.serverLanguage.choose({ id: identity.guild }, language);
  await page.goto(`${served.url}?language=${language}`);
  await page.getByRole('combobox', { name: say('page.composer.label') }).waitFor();
  await page.keyboard.type(typed);
  const command = typed.slice(1).trim();
  if (typed.startsWith('/')) await page.getByRole('button', { name: say('page.form.leave', { command }) }).waitFor();
  if (typed !== '') await page.keyboard.press('Enter');
  // The first is the greeting's.
  const message = page.getByRole('article', { name: /^Parley/ }).locator('.components');
  await message.nth(typed === '' ? 0 : 1).waitFor();
  const messages = await page.locator('discord-messages').boundingBox();
  const first = await page
    .getByRole('article')
    .nth(typed === '' ? 0 : 1)
    .boundingBox();
  if (!messages || !first) throw new Error(`nothing is shown of ${name}`);
  const width = page.viewportSize()?.width ?? 0;
  const clip = { x: messages.x, y: first.y, width, height: messages.y + messages.height - first.y + MARGIN };
  await page.screenshot({ path: join(folder, `${name}${suffix}.png`), clip });
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** What is asked on each of seven days: so many times each of these. */
const WEEK = [4, 7, 5, 9, 12, 6, 8];
const ASKED = [
  'How many prisoners will be exchanged?',
  'Was a ceasefire agreed?',
  'Who led the Russian delegation?',
  "Who led Ukraine's delegation?",
  'will it rain in Istanbul tomorrow',
];

/** A week of questions, so that there is something to show; each person asks one, so that none goes on from another. */
async function fillWeek(url: string): Promise<void> {
  for (const [back, times] of WEEK.toReversed().entries()) {
    now = Date.now() - back * DAY_MS;
    for (const [place, content] of ASKED.entries()) {
      for (let time = place; time < times; time += 1 + place) await ask(url, `${100 * (place + 1) + time}`, content);
    }
    // Counted on that day.
    await served.written();
  }
}

let messages = 0;
async function ask(url: string, user: string, content: string): Promise<void> {
  const [id, place] = [`${++messages}`, { channel_id: identity.channel, guild_id: identity.guild }];
  const message = { id, ...place, type: 0, content: `<@${identity.bot}> ${content}`, author: { id: user } };
  await fetch(`${url}/page/messages`, { method: 'POST', body: JSON.stringify(message) });
}

let now = Date.now();
const [browser, served] = await Promise.all([startChromium(), servePage(() => now)]);
try {
  mkdirSync(folder, { recursive: true });
  await fillWeek(served.url);
  now = Date.now();
  await served.daily.set(
    {
      guild: identity.guild,
      channel: identity.channel,
      time: '09:00',
      zone: 'Europe/Kyiv',
      publish: true,
      answered: true,
    },
    now,
  );
  for (const { suffix, width, colorScheme, shots } of given === undefined ? DOCUMENTS : ALL) {
    const page = await browser.newPage({ viewport: { width, height: 1400 }, deviceScaleFactor: 1.5, colorScheme });
    for (const shot of shots) await take(page, shot, suffix);
    await page.close();
  }
} finally {
  await browser.close();
  await served.close();
}
