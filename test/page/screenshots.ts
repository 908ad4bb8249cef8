/** `npm run screenshots`: the README's pictures, taken of the page itself. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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
];

async function take(page: Page, { name, typed }: Shot): Promise<void> {
  await page.reload();
  await page.getByRole('combobox', { name: 'Message the bot' }).waitFor();
  await page.keyboard.type(typed);
  if (typed.startsWith('/')) await page.getByRole('button', { name: 'leave this command' }).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('article', { name: /^Parley/ })
    .locator('discord-embed')
    .first()
    .waitFor();
  const { x, y, height } = (await page.locator('discord-messages').boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const clip = { x, y, width: 720, height: height + MARGIN };
  await page.screenshot({ path: join(FOLDER, `${name}.png`), clip });
}

const [browser, served] = await Promise.all([startChromium(), servePage()]);
try {
  mkdirSync(FOLDER, { recursive: true });
  const page = await browser.newPage({
    viewport: { width: 720, height: 1400 },
    deviceScaleFactor: 2,
    colorScheme: 'dark',
  });
  await page.goto(served.url);
  for (const shot of shots) await take(page, shot);
} finally {
  await browser.close();
  await served.close();
}
