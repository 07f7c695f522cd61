/** A person's own page in a real browser: with scripts off, on a phone, right to left; axe finds nothing. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ok, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

describeInBrowser("a person's own page", () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;
  let path: string;

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region();
    const lead = await region.lead({ person: { name: 'Olena Omasivu', email: 'olena@example.org', languages: ['ar'] } });
    const { id } = (await lead.read()).person;
    path = new URL(ok(await lead.browser('POST', region.path(`/persons/${id}/own-page`))).url).pathname;
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  it('meets no barrier, right to left on a phone, and is no wider than its screen', async () => {
    const page = await openWindow(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(story.app.origin + path);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.context().close();
  }, 60_000);

  it('corrects and erases without scripts, after asking once more', async () => {
    const page = await openWindow(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(`${story.app.origin}${path}?lang=fi`);
    await page.getByLabel('Nimi').fill('');
    await page.getByRole('button', { name: 'Tallenna korjaukset' }).click();
    await page.getByText('Kirjoita nimesi.').first().waitFor();
    await page.getByLabel('Nimi').fill('Olena Uusi');
    await page.getByRole('button', { name: 'Tallenna korjaukset' }).click();
    await page.getByText('Korjaukset on tallennettu.').waitFor();
    await page.getByRole('link', { name: 'Poista tietoni' }).click();
    await page.getByRole('button', { name: 'Kyllä, poista tietoni' }).click();
    await page.getByRole('heading', { name: 'Tietosi on poistettu' }).waitFor();
    expect(await page.getByText('Olena').count()).toBe(0);
    await page.context().close();
  }, 60_000);
});
