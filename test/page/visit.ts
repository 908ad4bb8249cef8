/** A visit to the page in a real browser, for the tests of a file. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startChromium } from './chromium.ts';
import { servePage } from './served.ts';

interface Screen {
  readonly colorScheme?: 'dark' | 'light';
  readonly width?: number;
}

/** Loads the page before each test; fails a test in which the browser complained or asked anybody else. */
export function visit() {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof servePage>>;
  /** One for all tests: a new one is a new process, which compiles the page's code again. */
  let page: Page;
  /** Errors, what the Content-Security-Policy refused, and requests to elsewhere. */
  let faults: string[];

  const composer = (): Locator => page.getByRole('combobox', { name: 'Message the bot' });

  /** Loads it anew. */
  async function show({ colorScheme = 'dark', width = 1280 }: Screen = {}): Promise<Page> {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 720 });
    await page.goto(served.url);
    await composer().waitFor();
    return page;
  }

  beforeAll(async () => {
    [browser, served] = await Promise.all([startChromium(), servePage()]);
    page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const isOwn = (url: string) => url.replace(/^blob:/, '').startsWith(served.url);
    page.on('request', (request) => isOwn(request.url()) || faults.push(request.url()));
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  beforeEach(async () => {
    faults = [];
    await show();
  });
  afterEach(async () => {
    await page.unrouteAll();
    expect(faults).toEqual([]);
  });

  return {
    page: () => page,
    served: () => served,
    show,
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
