/** A visit to the page in a real browser, for the tests of a file. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startChromium } from './chromium.ts';
import { servePage } from './served.ts';

interface Screen {
  readonly colorScheme?: 'dark' | 'light';
  readonly width?: number;
}

/** Opens the page before each test; fails a test in which the browser complained or asked anybody else. */
export function visit() {
  let browser: Browser;
  /** One for all pages, so that the page's code is fetched and compiled once. */
  let profile: BrowserContext;
  let served: Awaited<ReturnType<typeof servePage>>;
  let page: Page;
  /** Errors, what the Content-Security-Policy refused, and requests to elsewhere. */
  let faults: string[];

  const composer = (on: Page = page): Locator => on.getByRole('combobox', { name: 'Message the bot' });

  async function openPage({ colorScheme = 'dark', width = 1280 }: Screen = {}): Promise<Page> {
    const opened = await profile.newPage();
    await opened.emulateMedia({ colorScheme });
    await opened.setViewportSize({ width, height: 720 });
    opened.setDefaultTimeout(60_000);
    opened.on('pageerror', ({ message }) => faults.push(message));
    opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const isOwn = (url: string) => url.replace(/^blob:/, '').startsWith(served.url);
    opened.on('request', (request) => isOwn(request.url()) || faults.push(request.url()));
    await opened.goto(served.url);
    await composer(opened).waitFor();
    return opened;
  }

  beforeAll(async () => {
    [browser, served] = await Promise.all([startChromium(), servePage()]);
    profile = await browser.newContext();
  });
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

  return {
    page: () => page,
    served: () => served,
    openPage,
    composer,
    /** The field of a command's option. */
    option: (name: string): Locator => page.getByRole('combobox', { name: new RegExp(`^${name}: `) }),
    /** The bot's last message with these words. */
    fromBot: (words: string | RegExp): Locator =>
      page
        .getByRole('article', { name: /^Parley/ })
        .filter({ hasText: words })
        .last(),
    /** Runs a command without options, by keyboard. */
    command: async (name: string): Promise<void> => {
      await composer().focus();
      await page.keyboard.type(`/${name} `);
      await page.getByRole('button', { name: `/${name}: leave this command` }).waitFor();
      await page.keyboard.press('Enter');
    },
    /** Takes faults of this kind for what they are: what the test itself brought about. */
    expectFault: (part: string) => {
      const others = faults.filter((fault) => !fault.includes(part));
      expect(others.length).toBeLessThan(faults.length);
      faults = others;
    },
  };
}
