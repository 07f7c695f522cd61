/** The three people's day, in a real browser: a campaign with its reach, a lead on a phone and its household, the funnel and what is behind it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

describeInBrowser("the three people's day", () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;
  const found: string[] = [];
  const look = async (page: Page) => void found.push(...(await barriers(page)));

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    await region.member(['marketer'], { name: 'Matti Markkinoija', email: 'matti@alue.example' });
    await region.member(['contact'], {
      name: 'Liisa Linkki',
      email: 'liisa@alue.example',
      profile: { title: 'Asettautumisohjaaja', languages: ['fi', 'en'], municipalities: ['305'] },
    });
    await region.member(['manager'], { name: 'Johanna Johtaja', email: 'johanna@alue.example' });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  const signIn = async (page: Page, email: string) => {
    await page.goto(story.app.origin);
    await page.getByLabel('Sähköposti').fill(email);
    await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await look(page);
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
  };
  const choose = (page: Page, group: string, chip: string) =>
    page.getByLabel(group, { exact: true }).getByText(chip, { exact: true }).click();

  it('the marketer registers a campaign with three channels and its reach', async () => {
    const page = await openWindow(browser);
    await signIn(page, 'matti@alue.example');
    await page.getByRole('heading', { name: 'Toimenpiteet', level: 1 }).waitFor();
    await look(page);
    await page
      .getByRole('link', { name: 'Kirjaa ensimmäinen kampanja' })
      .or(page.getByRole('link', { name: 'Uusi toimenpide' }))
      .first()
      .click();
    await choose(page, 'Laji', 'Kampanja');
    await page.getByLabel('Otsikko').fill('Nupit Koilliseen');
    for (const channel of ['Instagram', 'Facebook', 'TikTok']) await choose(page, 'Kanavat', channel);
    for (const [channel, reach] of [
      ['Instagram', '120000'],
      ['Facebook', '80000'],
      ['TikTok', '45000'],
    ] as const) {
      await page.getByRole('group', { name: channel, exact: true }).getByLabel('Bruttotavoittavuus').fill(reach);
    }
    await choose(page, 'Kunnat', 'Kuusamo');
    expect(await page.getByRole('combobox', { name: 'Yhteyshenkilö' }).inputValue()).toBe('Liisa Linkki');
    await look(page);
    await page.getByRole('button', { name: 'Kirjaa toimenpide' }).click();
    await page.getByRole('heading', { name: 'Nupit Koilliseen', level: 1 }).waitFor();
    await page
      .getByText(/245\s000/)
      .first()
      .waitFor();
    await look(page);
    await page.context().close();
  }, 120_000);

  it('the contact person logs a lead on her phone, moves it on, and records a household', async () => {
    const page = await openWindow(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await signIn(page, 'liisa@alue.example');
    await page.getByRole('heading', { name: 'Saapuneet', level: 1 }).waitFor();
    await look(page);
    await page.getByRole('link', { name: 'Uusi liidi' }).first().click();
    await page.getByLabel('Nimi').fill('Daria Kovalenko');
    await page.getByLabel('Puhelin tai sähköposti').fill('daria@example.org');
    await choose(page, 'Toive', 'Muuttaa tänne');
    await page
      .getByLabel('Missä kohdattiin', { exact: true })
      .getByText(/Nupit Koilliseen/)
      .first()
      .click();
    await look(page);
    await page.getByRole('button', { name: 'Tallenna liidi' }).click();
    await page
      .getByRole('button', { name: 'Avaa' })
      .or(page.getByRole('link', { name: 'Avaa' }))
      .first()
      .click();
    await page.getByRole('heading', { name: 'Daria Kovalenko', level: 1 }).waitFor();
    await look(page);
    await page
      .getByRole('button', { name: /Yhteys saatu/ })
      .first()
      .click();
    await page.getByText('Vaihe: Yhteys saatu').waitFor();
    await page.getByRole('button', { name: 'Kirjaa tulos' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: 'Kunta' })
      .or(dialog.getByLabel('Kunta', { exact: true }))
      .first()
      .click();
    await page.getByRole('option', { name: 'Kuusamo' }).first().click();
    await dialog.getByRole('button', { name: /Enemmän.*[Aa]iku/ }).click();
    await look(page);
    await dialog.getByRole('button', { name: 'Kirjaa tulos' }).click();
    await page
      .getByText(/Asettunut muuttaja/)
      .first()
      .waitFor();
    await look(page);
    await page.context().close();
  }, 120_000);

  it('the manager reads the funnel and opens a number', async () => {
    const page = await openWindow(browser);
    await signIn(page, 'johanna@alue.example');
    await page.getByRole('heading', { name: 'Suppilo', level: 1 }).waitFor();
    await page
      .getByText(/245\s000/)
      .first()
      .waitFor();
    await look(page);
    await page
      .getByRole('button', { name: /Uusi.*1/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByText(/Liian harva avattavaksi/)
      .waitFor();
    expect(await page.getByText('Daria').count()).toBe(0);
    await look(page);
    await page.context().close();
  }, 120_000);

  it('meets no barrier that axe can find', () => {
    expect(found).toEqual([]);
  });
});
