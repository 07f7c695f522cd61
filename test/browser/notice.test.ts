/** An admin publishes her partner's privacy notice in a real browser: it starts from the built-in text, asks first, and stands on the form. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

describeInBrowser('the papers of a partner', () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;
  const found: string[] = [];
  const look = async (page: Page) => void found.push(...(await barriers(page)));
  const open = async (page: Page, path: string) => {
    await page.goto(`${story.app.origin}/r/${region.slug}/settings/${path}`);
    await page.getByLabel('Sähköposti').fill('anni@alue.example');
    await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
  };

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    await region.contactPerson();
    await region.member(['admin'], { name: 'Anni Admin', email: 'anni@alue.example' });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  it('are published as a new version, which the form shows; the old one can still be read', async () => {
    const page = await openWindow(browser, { viewport: { width: 390, height: 844 } });
    await open(page, 'notices');
    await page.getByRole('button', { name: 'Julkaise uusi versio' }).click();
    await page.getByText('Kirjoita ilmoitus ainakin yhdellä kielellä.').first().waitFor();
    await page.getByRole('button', { name: 'Aloita valmiista tekstistä' }).click();
    const summary = page.getByLabel('Lomakkeelle');
    expect(await summary.inputValue()).toContain('Koillinen');
    await summary.fill('Koillinen auttaa sinua muutossa ja poistaa tietosi ajallaan.');
    await look(page);
    await page.getByRole('button', { name: 'Julkaise uusi versio' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('Julkaistua versiota ei voi muuttaa').waitFor();
    await look(page);
    await question.getByRole('button', { name: 'Julkaise uusi versio' }).click();
    await page.getByRole('link', { name: 'Versio 2' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

    const visitor = await openWindow(browser, { javaScriptEnabled: false });
    await visitor.goto(`${story.app.origin}/c/${region.slug}?lang=fi`);
    await visitor.getByText('Koillinen auttaa sinua muutossa').waitFor();
    await visitor.getByRole('link', { name: 'Lisää tiedoistasi' }).click();
    await visitor.getByRole('link', { name: 'Lue koko tietosuojailmoitus' }).click();
    await visitor.getByText('rekisterinpitäjä').first().waitFor();
    expect(found).toEqual([]);
  }, 60_000);

  it('the record of processing says that it is a draft, and keeps what is written', async () => {
    const page = await openWindow(browser, { colorScheme: 'dark' });
    await open(page, 'record');
    await page.getByText('Tämä on luonnos').waitFor();
    await look(page);
    await page.getByRole('button', { name: 'Muokkaa' }).click();
    await page.getByLabel('Vastaanottajat').fill('Vain alueen yhteyshenkilöt.');
    await look(page);
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('Vain alueen yhteyshenkilöt.').waitFor();
    await page.getByText(/Tallennettu .*Anni Admin/).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Muokkaa' }).isVisible()).toBe(false);
    expect(await page.getByText('Tämä on luonnos').isVisible()).toBe(true);
    expect(found).toEqual([]);
  });
});
