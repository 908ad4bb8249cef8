/** The curators' side, a narrow screen and accessibility in a real browser. Skipped, and shown so, without Chromium. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { visit } from './visit.ts';

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

describe.skipIf(!hasChromium)('the views in Chromium', () => {
  const { page, served, show, composer } = visit();

  it('shows curators how a question ranks, and why it was declined', async () => {
    await page().getByRole('link', { name: 'Knowledge' }).press('Enter');
    await page().getByLabel('Try a question').waitFor();
    await page().keyboard.type('best recipe for chocolate cake');
    await page().keyboard.press('Enter');
    const tried = page().getByRole('region', { name: 'How it ranks' });
    await tried.getByText('Declined: nothing is near').waitFor();
    expect(await tried.locator('ol > li').count()).toBe(5);
    expect(await tried.textContent()).toMatch(/is below|What is not in the article weighs most/);
    expect(await tried.getByRole('list', { name: 'Words that counted' }).first().textContent()).toContain('recip');
  });

  it('searches the knowledge, and shows a changed file without being asked', async () => {
    await page().getByRole('link', { name: 'Knowledge' }).click();
    const rows = page().locator('tbody tr');
    await page().getByLabel('Search the knowledge').fill('delegation');
    await page().getByRole('status').filter({ hasText: / of / }).waitFor();
    const first = rows.first();
    const id = await first.locator('th small').textContent();
    served().rewrite(id ?? '', 'The delegation is described anew.');
    await first.getByText('The delegation is described anew.').waitFor();
    expect(await page().getByRole('status').textContent()).toBe(
      `${await rows.count()} of ${served().entries()} entries`,
    );
  });

  it('shows what is left to do, and a draft beside the text of its article', async () => {
    const undo = served().draft('So the article begins.');
    await page().getByRole('link', { name: 'Knowledge' }).click();
    const work = page().getByRole('region', { name: 'What is left to do' });
    await work.getByText(/^To do \(\d+\)$/).click();
    await work.getByText('this draft lacks nothing').waitFor();
    await work.getByText(/^Draft: /).click();
    const first = work.locator('table.draft tbody tr').first();
    await first.getByText('So the article begins.').waitFor();
    expect(await first.getByRole('listitem').count()).toBeGreaterThan(1);
    expect(await work.locator('table.draft tbody tr').nth(1).textContent()).toContain('The text is not available');
    undo();
  });

  it('fits a narrow screen', async () => {
    const phone = await show({ width: 320 });
    await phone.keyboard.type('How long did the talks last?');
    await phone.keyboard.press('Enter');
    // The first is the greeting's.
    await phone.locator('.components').nth(1).waitFor();
    await phone.keyboard.type('/');
    await phone.getByRole('option', { name: '/ask' }).first().waitFor();
    const wider = await phone.evaluate(
      '[...document.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 200))',
    );
    expect(wider).toEqual([]);
    await phone.getByRole('link', { name: 'Knowledge' }).click();
    await phone.locator('tbody tr').first().waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it.each(['dark', 'light'] as const)('has no serious accessibility finding in %s', async (colorScheme) => {
    const themed = await show({ colorScheme });
    for (const typed of ['Was a ceasefire agreed?', '/topics ', '/help ']) {
      await themed.keyboard.type(typed);
      if (typed.startsWith('/')) await themed.getByRole('button', { name: 'leave this command' }).waitFor();
      await themed.keyboard.press('Enter');
      await composer().waitFor();
    }
    await expect.poll(() => themed.getByRole('article').count()).toBe(5);
    await themed.keyboard.type('/');
    await themed.getByRole('listbox', { name: 'Commands' }).waitFor();
    expect(await seriousFindings(themed)).toEqual([]);
    await themed.getByRole('link', { name: 'Knowledge' }).click();
    await themed.getByLabel('Search the knowledge').fill('Medinsky');
    await themed.getByLabel('Try a question').fill('who led the Russians');
    await themed.getByLabel('Try a question').press('Enter');
    await themed.getByRole('region', { name: 'How it ranks' }).waitFor();
    expect(await seriousFindings(themed)).toEqual([]);
  });
});
