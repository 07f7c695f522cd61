/** A contact form is made in a real browser: its words in each language, the face on it, the page as it will be, and how it gets around. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

/** A large picture, so that it has to be made small. */
const PICTURE = join(import.meta.dirname, '../../docs/funnel.png');

describeInBrowser('the editor of contact forms', () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    await region.member(['admin', 'contact'], { name: 'Liisa Linkki', email: 'liisa@alue.example' });
    browser = await openBrowser();
    page = await openWindow(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${story.app.origin}/r/${region.slug}/forms`);
    await page.getByLabel('Sähköposti').fill('liisa@alue.example');
    await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
    await page.getByRole('heading', { name: 'Lomakkeet', level: 1 }).waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  /** The preview runs no scripts, so it can't be asked: what it was given tells what it shows. */
  const previewShows = (words: string) => page.locator(`iframe[srcdoc*="${words}"]`).waitFor({ state: 'attached' });
  /** Of all but the preview, which is the public page; that one is looked at where it is tested. */
  const barriersAround = async () => {
    await page.evaluate("document.querySelectorAll('iframe').forEach((frame) => frame.remove())");
    return barriers(page);
  };
  const formAddress = () => page.getByRole('textbox', { name: 'Osoite' });

  it('makes a form in two languages, in its own words, with the page beside them', async () => {
    await page.getByRole('link', { name: 'Uusi lomake' }).first().click();
    await formAddress().fill('opettajaksi');
    await previewShows('Liisa Linkki');
    await page.getByLabel('Otsikko').fill('Opettajaksi Koilliseen?');
    await previewShows('Opettajaksi Koilliseen?');
    await page.getByRole('tab', { name: 'englanti' }).click();
    await page.getByLabel('Otsikko').fill('Come and teach');
    await page.getByRole('button', { name: /Vastaukset kysymykseen/ }).click();
    await page.getByLabel('YouTube', { exact: true }).fill('A film');
    await previewShows('A film');
    await page.getByRole('combobox', { name: 'Sivustot, jotka saavat näyttää lomakkeen' }).fill('https://www.kuusamo.fi');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
    await page.getByRole('heading', { name: 'Opettajaksi Koilliseen?', level: 1 }).waitFor();
    const shown = await (await fetch(`${story.app.origin}/c/opettajaksi?lang=en`)).text();
    expect(shown).toContain('Come and teach');
    expect(shown).toContain('A film');
  }, 90_000);

  it('puts a face on it without losing what was being written', async () => {
    await page.getByLabel('Otsikko').fill('Opettajaksi meille');
    await page.locator('input[type=file]').setInputFiles(PICTURE);
    await page.getByRole('button', { name: 'Vaihda kuva' }).waitFor();
    expect(await page.getByLabel('Otsikko').inputValue()).toBe('Opettajaksi meille');
    await previewShows('<img src=');
    expect(await (await fetch(`${story.app.origin}/c/opettajaksi`)).text()).toContain('/c/opettajaksi/photo');
  }, 60_000);

  it('gets around by its code and its snippet', async () => {
    const code = page.getByRole('img', { name: /QR-koodi/ });
    await code.waitFor();
    expect(await page.evaluate<number>('document.querySelector(\'img[src$="qr.svg"]\').naturalWidth')).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Kopioi upotus' }).click();
    await page.getByRole('button', { name: 'Kopioitu' }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain(`<iframe src="${story.app.origin}/c/opettajaksi"`);
  }, 60_000);

  it('meets no barrier that axe can find, and fits a phone', async () => {
    const found = await barriersAround();
    await page.goto(`${story.app.origin}/r/${region.slug}/forms/new`);
    await page.getByRole('heading', { name: 'Uusi lomake', level: 1 }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await previewShows('Liisa Linkki');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    found.push(...(await barriersAround()));
    expect(found).toEqual([]);
  }, 60_000);
});
