/** The channel in a real browser, by keyboard and pointer. Skipped, and shown so, where there is no Chromium. */
import { InteractionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { visit } from './visit.ts';

describe.skipIf(!hasChromium)('the channel in Chromium', () => {
  const { page, served, composer, option, fromBot, command, expectFault } = visit();

  /** No list of choices comes from the bot from here on. */
  const holdChoices = () =>
    page().route('**/page/interactions', (route) => {
      const { type } = JSON.parse(route.request().postData() ?? '{}');
      if (type !== InteractionType.ApplicationCommandAutocomplete) return route.continue();
    });

  it('answers a question asked by keyboard alone', async () => {
    await page().keyboard.type('/as');
    await page().getByRole('option', { name: '/ask' }).waitFor();
    await page().keyboard.press('Enter');
    await option('question').waitFor();
    await page().keyboard.type('How long did the talks last?');
    await page().getByRole('option', { name: 'How long did the talks last?' }).first().waitFor();
    await page().keyboard.press('Enter');
    await page().keyboard.press('Enter');
    const answer = fromBot('two hours');
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/¶\d/);
    await page().locator('discord-command').waitFor();
    expect(await page().evaluate('document.activeElement.getAttribute("name")')).toBe('text');
  });

  it('is read in the language that is chosen, and what is asked without words is answered in it', async () => {
    await page().getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'tr' }).click();
    await page().getByRole('navigation', { name: 'Dil' }).waitFor();
    expect(await page().evaluate('document.documentElement.lang')).toBe('tr');
    await page().keyboard.type('/summary');
    await page().keyboard.press('Enter');
    await page().keyboard.press('Enter');
    await fromBot('Rusya ve Ukrayna').first().waitFor();
  });

  it('asks what was typed where what is offered is still of an earlier text', async () => {
    await page().keyboard.type('/ask ');
    await option('question').waitFor();
    await page().getByRole('option').first().waitFor();
    await holdChoices();
    const selected = page().getByRole('option', { selected: true });
    await page().keyboard.type('How long did the talks last');
    expect(await page().getByRole('option').count()).toBeGreaterThan(1);
    expect(await selected.count()).toBe(0);
    await page().keyboard.press('ArrowUp');
    expect(await selected.textContent()).toBe(await page().getByRole('option').last().textContent());
    await page().keyboard.type('?');
    expect(await selected.count()).toBe(0);
    await page().keyboard.press('Enter');
    await fromBot('two hours').waitFor();
  });

  it('picks nothing for a field of what is offered for another', async () => {
    await page().keyboard.type('/ask ');
    await option('question').fill('How long did the talks last?');
    await page().getByRole('button', { name: '+ private' }).click();
    await page().getByRole('option', { name: 'True' }).waitFor();
    await holdChoices();
    await option('question').focus();
    expect(await page().getByRole('option', { selected: true }).count()).toBe(0);
    await page().keyboard.press('Enter');
    await fromBot('two hours').waitFor();
  });

  it('takes plain text as a mention of the bot', async () => {
    await page().keyboard.type('Was a ceasefire agreed?');
    await page().keyboard.press('Enter');
    await fromBot(/ceasefire/).waitFor();
    expect(await page().getByRole('article', { name: /^You/ }).textContent()).toContain(
      '@Parley Was a ceasefire agreed?',
    );
  });

  it('offers questions for a word with a typo, by arrow keys, Tab and Escape', async () => {
    await page().keyboard.type('/ask ');
    await option('question').waitFor();
    await page().keyboard.type('prisnors');
    const offered = page().getByRole('option', { name: /prisoners/i });
    await offered.first().waitFor();
    await page().keyboard.press('ArrowDown');
    const picked = page().getByRole('option', { selected: true });
    const name = await picked.textContent();
    expect(await option('question').getAttribute('aria-activedescendant')).toBe(await picked.getAttribute('id'));
    await page().keyboard.press('Tab');
    expect(await option('question').inputValue()).toBe(name);
    await page().keyboard.press('Escape');
    await composer().waitFor();
  });

  it('says what is missing before it sends', async () => {
    await page().keyboard.type('/ask ');
    await option('question').waitFor();
    await page().getByRole('option').first().waitFor();
    await page().keyboard.press('Escape');
    await page().keyboard.press('Enter');
    await page().getByRole('alert').filter({ hasText: 'This option is required.' }).waitFor();
    expect(await option('question').getAttribute('aria-invalid')).toBe('true');
  });

  it('answers privately where asked to, and dismisses the answer', async () => {
    await page().keyboard.type('/ask ');
    await option('question').fill('Who led the Russian delegation?');
    await page().getByRole('button', { name: '+ private' }).click();
    await page().getByRole('option', { name: 'True' }).click();
    await page().keyboard.press('Enter');
    await fromBot('Only you can see this').waitFor();
    await page().getByRole('button', { name: 'Dismiss message' }).press('Enter');
    await fromBot('Only you can see this').waitFor({ state: 'detached' });
  });

  it('shows what a button and a menu bring', async () => {
    await command('help');
    await fromBot('What I can do').getByRole('button', { name: 'Topics' }).press('Enter');
    const menu = page().getByRole('combobox', { name: /topic/i });
    await menu.waitFor();
    await menu.selectOption({ index: 2 });
    await expect.poll(() => page().getByRole('article').count()).toBe(4);
    await page().getByRole('article').last().getByRole('button', { name: 'Dismiss message' }).waitFor();
  });

  it('draws small text under a quotation, and no mark is left over', async () => {
    await command('quote');
    const quotes = fromBot(/“/);
    await quotes.locator('blockquote').first().waitFor();
    expect(await quotes.locator('small').count()).toBeGreaterThan(0);
    expect(await quotes.textContent()).not.toMatch(/-#|^>|\*\*/m);
  });

  it('opens the article and its passages beside the page, and nothing that is not secure', async () => {
    await command('source');
    const links = fromBot('What each says').locator('a');
    await links.first().waitFor();
    const found = await links.evaluateAll((all) =>
      all.map((link) => [
        link.textContent?.trim(),
        ...['href', 'target', 'rel'].map((name) => link.getAttribute(name)),
      ]),
    );
    // The last paragraphs' links have no room; the list beneath opens these.
    expect(found.length).toBeGreaterThan(8);
    for (const [, href, target, rel] of found) {
      expect(href).toMatch(/^https:\/\/www\.hindustantimes\.com\//);
      expect(target).toBe('_blank');
      expect(rel).toContain('noopener');
    }
    expect(found.map(([label]) => label)).toContain('¶7');
    await page().keyboard.type('see http://echo.example/a and https://echo.example/b');
    await page().keyboard.press('Enter');
    const own = page().getByRole('article', { name: /^You/ }).locator('a[href]');
    await own.first().waitFor();
    expect(await own.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'https://echo.example/b',
    ]);
  });

  it('turns a page in place', async () => {
    await command('fact');
    const facts = fromBot(/Page 1 of/);
    await facts.getByRole('button', { name: 'Next' }).click();
    await fromBot(/Page 2 of/).waitFor();
    expect(await page().getByRole('article').count()).toBe(2);
  });

  it('sets the daily post by options that are added, and changes it by the panel in place', async () => {
    await page().keyboard.type('/daily ');
    await page().getByRole('option', { name: '/daily set' }).click();
    await page()
      .getByRole('button', { name: /^\+ ?channel/ })
      .click();
    await page().getByRole('option', { name: '#the-article' }).click();
    await page()
      .getByRole('button', { name: /^\+ ?time$/ })
      .click();
    await option('time').fill('07:30');
    await option('time').press('Enter');
    await fromBot('A post a day in #the-article at 07:30').waitFor();
    await command('daily show');
    const panel = fromBot('The daily post');
    await panel.getByRole('button', { name: 'List new answers' }).click();
    await panel.getByRole('button', { name: 'List no new answers' }).waitFor();
    expect(await panel.textContent()).toContain('New answers listed: yes');
  });

  it('checks a message of the channel against the article', async () => {
    await page().keyboard.type('They swapped a thousand prisoners');
    await page().keyboard.press('Enter');
    await page().getByRole('button', { name: 'Check against the article' }).click();
    await fromBot('What the article says on this').waitFor();
  });

  it('leaves HTML that somebody types as text', async () => {
    const typed = '<img src=x onerror="document.title=1"><b>who</b> led?';
    await page().keyboard.type(typed);
    await page().keyboard.press('Enter');
    await fromBot('onerror').or(fromBot(/led/)).first().waitFor();
    await page().keyboard.type('/ask ');
    await option('question').fill(`zebra ${typed}`);
    await page().getByRole('option', { name: 'zebra' }).click();
    await option('question').press('Enter');
    await page().locator('discord-command').waitFor();
    expect(await page().getByRole('article', { name: /^You/ }).textContent()).toContain(typed);
    expect(await page().locator('discord-message img:not([alt="You"], [alt="Parley"])').count()).toBe(0);
    expect(await page().title()).toBe('Parley: try it');
  });

  it('opens the modal of the daily post, and answers what is typed into it', async () => {
    await command('daily preview');
    await fromBot('Question of the day').getByRole('button', { name: 'Ask a question' }).press('Enter');
    const dialog = page().getByRole('dialog');
    await dialog.getByRole('textbox').fill('How many prisoners will be exchanged?');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');
    await fromBot('1,000 prisoners of war').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('takes a vote, and what was meant instead', async () => {
    await page().keyboard.type('How many prisoners will be exchanged?');
    await page().keyboard.press('Enter');
    await page().getByRole('button', { name: 'Not this' }).press('Enter');
    const dialog = page().getByRole('dialog');
    await dialog.getByRole('radio', { name: 'None of these' }).waitFor();
    expect(await dialog.getByRole('radio').count()).toBe(4);
    await dialog.getByRole('radio').first().press('Space');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');
    await page().getByRole('button', { name: 'Dismiss message' }).waitFor();
    await page().getByRole('button', { name: 'Helpful' }).first().press('Enter');
    await fromBot('Noted as helpful').waitFor();
  });

  it('shows what was asked as a picture', async () => {
    await page().keyboard.type('How many prisoners will be exchanged?');
    await page().keyboard.press('Enter');
    await page().getByRole('button', { name: 'Helpful' }).waitFor();
    await served().written();
    await command('insights');
    const picture = page().locator('.components img');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(880);
  });

  it('shows that the bot is at work, then its answer in the same place', async () => {
    await command('slow');
    await fromBot('Parley is thinking…').waitFor();
    served().allowSlow();
    await fromBot('Here it is at last.').waitFor();
    expect(await page().getByRole('article').count()).toBe(2);
  });

  it('gives a file to keep', async () => {
    await command('file');
    const download = page().waitForEvent('download');
    await page().getByRole('link', { name: 'facts.csv' }).click();
    expect((await download).suggestedFilename()).toBe('facts.csv');
  });

  it('says so where the server is gone', async () => {
    await page().route('**/page/interactions', (route) => route.abort());
    await command('summary');
    await fromBot('The bot did not respond').waitFor();
    expectFault('net::ERR_FAILED');
  });
});
