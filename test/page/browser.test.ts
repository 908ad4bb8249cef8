/** The page in a real browser, by keyboard and pointer. Skipped, and shown as skipped, where there is no Chromium. */
import axe from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasChromium, startChromium } from './chromium.ts';
import { servePage } from './served.ts';

let browser: Browser;
/** One for all pages, so that the page's code is fetched and compiled once. */
let profile: BrowserContext;
let served: Awaited<ReturnType<typeof servePage>>;
let page: Page;
let faults: string[];

/** What the browser itself complains of: errors, and what the Content-Security-Policy refused. */
async function openPage({
  colorScheme = 'dark',
  width = 1280,
}: {
  colorScheme?: 'dark' | 'light';
  width?: number;
} = {}): Promise<Page> {
  const opened = await profile.newPage();
  await opened.emulateMedia({ colorScheme });
  await opened.setViewportSize({ width, height: 720 });
  opened.setDefaultTimeout(5000);
  opened.on('pageerror', ({ message }) => faults.push(message));
  opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  opened.on('request', (request) => request.url().startsWith(served.url) || faults.push(request.url()));
  await opened.goto(served.url);
  await composer(opened).waitFor();
  return opened;
}

const composer = (on: Page = page): Locator => on.getByRole('combobox', { name: 'Message the bot' });
const option = (name: string): Locator => page.getByRole('combobox', { name: new RegExp(`^${name}: `) });
const lastMessage = (): Locator => page.getByRole('article').last();
const fromBot = (words: string | RegExp): Locator =>
  page
    .getByRole('article', { name: /^Parley/ })
    .filter({ hasText: words })
    .last();

/** Runs a command without options, by keyboard. */
async function command(name: string): Promise<void> {
  await composer().focus();
  await page.keyboard.type(`/${name} `);
  await page.getByRole('button', { name: `/${name}: leave this command` }).waitFor();
  await page.keyboard.press('Enter');
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { html: string }[];
  }[];
}

async function seriousFindings(on: Page): Promise<readonly string[]> {
  await on.evaluate(axe.source);
  const { violations } = (await on.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResult;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.skipIf(!hasChromium)('the page in Chromium', { timeout: 20_000 }, () => {
  beforeAll(async () => {
    [browser, served] = await Promise.all([startChromium(), servePage()]);
    profile = await browser.newContext();
  }, 30_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  beforeEach(async () => {
    faults = [];
    page = await openPage();
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  it('answers a question asked by keyboard alone', async () => {
    await page.keyboard.type('/as');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    await page.keyboard.press('Enter');
    await option('question').waitFor();
    await page.keyboard.type('How long did the talks last?');
    await page.getByRole('option', { name: 'How long did the talks last?' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const answer = fromBot('two hours');
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/¶\d/);
    await page.locator('discord-command').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("name")')).toBe('text');
  });

  it('takes plain text as a mention of the bot', async () => {
    await page.keyboard.type('Was a ceasefire agreed?');
    await page.keyboard.press('Enter');
    await fromBot(/ceasefire/).waitFor();
    expect(await page.getByRole('article', { name: /^You/ }).textContent()).toContain(
      '@Parley Was a ceasefire agreed?',
    );
  });

  it('offers questions for a word with a typo, by arrow keys, Tab and Escape', async () => {
    await page.keyboard.type('/ask ');
    await option('question').waitFor();
    await page.keyboard.type('prisnors');
    const offered = page.getByRole('option', { name: /prisoners/i });
    await offered.first().waitFor();
    await page.keyboard.press('ArrowDown');
    const picked = page.getByRole('option', { selected: true });
    const name = await picked.textContent();
    expect(await option('question').getAttribute('aria-activedescendant')).toBe(await picked.getAttribute('id'));
    await page.keyboard.press('Tab');
    expect(await option('question').inputValue()).toBe(name);
    await page.keyboard.press('Escape');
    await composer().waitFor();
  });

  it('says what is missing before it sends', async () => {
    await page.keyboard.type('/ask ');
    await option('question').waitFor();
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'This option is required.' }).waitFor();
    expect(await option('question').getAttribute('aria-invalid')).toBe('true');
  });

  it('answers privately where asked to, and dismisses the answer', async () => {
    await page.keyboard.type('/ask ');
    await option('question').fill('Who led the Russian delegation?');
    await page.getByRole('button', { name: '+ private' }).click();
    await page.getByRole('option', { name: 'True' }).click();
    await page.keyboard.press('Enter');
    await fromBot('Only you can see this').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await fromBot('Only you can see this').waitFor({ state: 'detached' });
  });

  it('shows what a button and a menu bring', async () => {
    await command('help');
    await fromBot('What I can do').getByRole('button', { name: 'Topics' }).press('Enter');
    const menu = page.getByRole('combobox', { name: /topic/i });
    await menu.waitFor();
    await menu.selectOption({ index: 2 });
    await expect.poll(() => page.getByRole('article').count()).toBe(3);
    await lastMessage().getByRole('button', { name: 'Dismiss message' }).waitFor();
  });

  it('draws small text under a quotation, and no mark is left over', async () => {
    await command('quote');
    const quotes = fromBot(/“/);
    await quotes.locator('blockquote').first().waitFor();
    expect(await quotes.locator('small').count()).toBeGreaterThan(0);
    expect(await quotes.textContent()).not.toMatch(/-#|^>|\*\*/m);
  });

  it('turns a page in place', async () => {
    await command('fact');
    const facts = fromBot(/Page 1 of/);
    await facts.getByRole('button', { name: 'Next' }).click();
    await fromBot(/Page 2 of/).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('previews the daily post, and says that posting it needs a server', async () => {
    await command('daily preview');
    await fromBot('Only you can see this').locator('discord-embed').first().waitFor();
    await page.keyboard.type('/daily ');
    await page.getByRole('option', { name: '/daily set' }).click();
    await option('channel').waitFor();
    await page.getByRole('option', { name: '#istanbul-talks' }).click();
    await option('time').fill('07:30');
    await option('time').press('Enter');
    await fromBot('needs a server on Discord').waitFor();
  });

  it('checks a message of the channel against the article', async () => {
    await page.keyboard.type('They swapped a thousand prisoners');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Check against the article' }).click();
    await fromBot('What the article says on this').waitFor();
  });

  it('leaves HTML that somebody types as text', async () => {
    const typed = '<img src=x onerror="document.title=1"><b>who</b> led?';
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await fromBot('onerror').or(fromBot(/led/)).first().waitFor();
    await page.keyboard.type('/ask ');
    await option('question').fill(`zebra ${typed}`);
    await page.getByRole('option', { name: 'zebra' }).click();
    await option('question').press('Enter');
    await page.locator('discord-command').waitFor();
    expect(await page.getByRole('article', { name: /^You/ }).textContent()).toContain(typed);
    expect(await page.locator('discord-message img:not([alt="You"], [alt="Parley"])').count()).toBe(0);
    expect(await page.title()).toBe('Parley: try it');
  });

  it('opens the box of the daily post, and answers what is typed into it', async () => {
    await command('daily preview');
    await page.getByRole('button', { name: 'Ask a question' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('How many prisoners will be exchanged?');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');
    await fromBot('1,000 prisoners of war').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('shows that the bot is at work, then its answer in the same place', async () => {
    await command('slow');
    await fromBot('Parley is thinking…').waitFor();
    served.allowSlow();
    await fromBot('Here it is at last.').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('gives a file to keep', async () => {
    await command('file');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'facts.csv' }).click();
    expect((await download).suggestedFilename()).toBe('facts.csv');
  });

  it('says so where the server is gone', async () => {
    await page.route('**/page/interactions', (route) => route.abort());
    await command('summary');
    await fromBot('The bot did not respond').waitFor();
    faults = faults.filter((fault) => !fault.includes('net::ERR_FAILED'));
  });

  it('shows curators how a question ranks, and why it was declined', async () => {
    await page.getByRole('link', { name: 'Knowledge' }).press('Enter');
    await page.getByLabel('Try a question').waitFor();
    await page.keyboard.type('best recipe for chocolate cake');
    await page.keyboard.press('Enter');
    const tried = page.getByRole('region', { name: 'How it ranks' });
    await tried.getByText('Declined: nothing is near').waitFor();
    expect(await tried.locator('ol > li').count()).toBe(5);
    expect(await tried.textContent()).toMatch(/is below|Of the three sides, subjects outside/);
    expect(await tried.getByRole('list', { name: 'Words that counted' }).first().textContent()).toContain('recip');
  });

  it('searches the knowledge, and shows a changed file without being asked', async () => {
    await page.getByRole('link', { name: 'Knowledge' }).click();
    const rows = page.locator('tbody tr');
    await page.getByLabel('Search the knowledge').fill('delegation');
    await page.getByRole('status').filter({ hasText: / of / }).waitFor();
    const first = rows.first();
    const id = await first.locator('th small').textContent();
    served.rewrite(id ?? '', 'The delegation is described anew.');
    await first.getByText('The delegation is described anew.').waitFor();
    expect(await page.getByRole('status').textContent()).toBe(`${await rows.count()} of ${served.entries()} entries`);
  });

  it('fits a narrow screen', async () => {
    const phone = await openPage({ width: 320 });
    await phone.keyboard.type('How long did the talks last?');
    await phone.keyboard.press('Enter');
    await phone.locator('discord-embed').waitFor();
    await phone.keyboard.type('/');
    await phone.getByRole('option').first().waitFor();
    const wider = await phone.evaluate(
      '[...document.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 200))',
    );
    expect(wider).toEqual([]);
    await phone.getByRole('link', { name: 'Knowledge' }).click();
    await phone.locator('tbody tr').first().waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await phone.close();
  });

  it.each(['dark', 'light'] as const)('has no serious accessibility finding in %s', async (colorScheme) => {
    const themed = await openPage({ colorScheme });
    for (const typed of ['Was a ceasefire agreed?', '/topics ', '/help ']) {
      await themed.keyboard.type(typed);
      if (typed.startsWith('/')) await themed.getByRole('button', { name: 'leave this command' }).waitFor();
      await themed.keyboard.press('Enter');
      await composer(themed).waitFor();
    }
    await expect.poll(() => themed.getByRole('article').count()).toBe(4);
    await themed.keyboard.type('/');
    await themed.getByRole('listbox', { name: 'Commands' }).waitFor();
    expect(await seriousFindings(themed)).toEqual([]);
    await themed.getByRole('link', { name: 'Knowledge' }).click();
    await themed.getByLabel('Search the knowledge').fill('Medinsky');
    await themed.getByLabel('Try a question').fill('who led the Russians');
    await themed.getByLabel('Try a question').press('Enter');
    await themed.getByRole('region', { name: 'How it ranks' }).waitFor();
    expect(await seriousFindings(themed)).toEqual([]);
    await themed.close();
  });
});
