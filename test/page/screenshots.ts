/** `npm run screenshots`: the README's pictures, taken of the page itself. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { identity } from '../../src/page/identity.ts';
import { startChromium } from './chromium.ts';
import { servePage } from './served.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
/** Around the messages, as a picture needs some air. */
const MARGIN = 12;

interface Shot {
  readonly name: string;
  /** What is typed before Enter: a question, or a command with a blank behind it. */
  readonly typed: string;
}

const shots: readonly Shot[] = [
  { name: 'answer', typed: 'How many prisoners will be exchanged?' },
  { name: 'not-stated', typed: "Who led Ukraine's delegation?" },
  { name: 'daily-post', typed: '/daily preview ' },
  { name: 'insights', typed: '/insights ' },
];

async function take(page: Page, { name, typed }: Shot): Promise<void> {
  await page.reload();
  await page.getByRole('combobox', { name: 'Message the bot' }).waitFor();
  await page.keyboard.type(typed);
  if (typed.startsWith('/')) await page.getByRole('button', { name: 'leave this command' }).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('article', { name: /^Parley/ })
    .locator('.frame')
    .first()
    .waitFor();
  const { x, y, height } = (await page.locator('discord-messages').boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const clip = { x, y, width: 720, height: height + MARGIN };
  await page.screenshot({ path: join(FOLDER, `${name}.png`), clip });
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

/** A week of questions, so that there is something to show. */
async function fillWeek(url: string): Promise<void> {
  for (const [back, times] of WEEK.toReversed().entries()) {
    now = Date.now() - back * DAY_MS;
    for (const [place, content] of ASKED.entries()) {
      for (let time = place; time < times; time += 1 + place) await say(url, `${10 + place + time}`, content);
    }
  }
}

let messages = 0;
async function say(url: string, user: string, content: string): Promise<void> {
  const [id, place] = [`${++messages}`, { channel_id: identity.channel, guild_id: identity.guild }];
  const message = { id, ...place, type: 0, content: `<@${identity.bot}> ${content}`, author: { id: user } };
  await fetch(`${url}/page/messages`, { method: 'POST', body: JSON.stringify(message) });
}

let now = Date.now();
const [browser, served] = await Promise.all([startChromium(), servePage(() => now)]);
try {
  mkdirSync(FOLDER, { recursive: true });
  const page = await browser.newPage({
    viewport: { width: 720, height: 1400 },
    deviceScaleFactor: 2,
    colorScheme: 'dark',
  });
  await page.goto(served.url);
  await fillWeek(served.url);
  now = Date.now();
  await served.written();
  for (const shot of shots) await take(page, shot);
} finally {
  await browser.close();
  await served.close();
}
