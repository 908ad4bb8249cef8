/** A real browser, where the machine has one. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Chromium without windows, which takes less of the processor; else Chromium itself. */
const PATHS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = PATHS.find(existsSync);

/** Whether there is a browser to test in; without one, tests are skipped and say so. */
export const hasChromium = executablePath !== undefined;

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Starts the browser; whoever starts it closes it. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ args: FLAGS, ...(executablePath !== undefined && { executablePath }) });
}
