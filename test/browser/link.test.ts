/** A marketer gives a link to each place where her campaign stands, in a real browser; a visitor uses it; paper carries it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { visit } from '../capture/visits.ts';
import { ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

describeInBrowser('the links of a campaign', () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;
  let page: Page;
  let address: string;
  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    const programme = ok(
      await region.admin('POST', region.path('/programmes'), {
        name: 'Work & Stay',
        startsOn: '2023-12-01',
        endsOn: '2025-12-31',
        budgetCents: 100,
        emblem: 'eu',
        fundingStatement: 'Hanketta rahoittaa Pohjois-Pohjanmaan liitto',
      }),
    );
    const campaign = await region.campaign({ programmeId: programme.id });
    await region.member(['marketer'], { email: 'matti@alue.example' });
    browser = await openBrowser();
    page = await openWindow(browser);
    address = `${story.app.origin}/r/${region.slug}/activities/${campaign.id}`;
    await page.goto(address);
    await page.getByLabel('Sähköposti').fill('matti@alue.example');
    await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
    await page.getByRole('heading', { name: 'Linkki' }).waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  it('are made for a place of their own, changed without a new code, and paused with a way back', async () => {
    await page.getByRole('button', { name: 'Lisää linkki' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Tallenna' }).click();
    await sheet.getByText('Täytä tämä kenttä.').waitFor();
    await sheet.getByLabel('Sivun osoite').fill('https://www.kuusamo.fi/tyo');
    await sheet.getByLabel('Missä linkki on').fill('Juliste kirjastossa');
    expect(await barriers(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Tallenna' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Juliste kirjastossa' });
    await row.waitFor();
    const code = /[a-z2-9]{7}(?= ·)/.exec((await row.textContent()) ?? '')![0];
    expect((await visit(story, code)).location).toContain('https://www.kuusamo.fi/tyo?utm_source=instagram');

    await row.getByRole('button', { name: /toiminnot/ }).click();
    await page.getByRole('menuitem', { name: 'Keskeytä' }).click();
    await row.getByText('Keskeytetty').waitFor();
    expect((await visit(story, code)).status).toBe(410);
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await row.getByText('Keskeytetty').waitFor({ state: 'hidden' });
    expect((await visit(story, code)).status).toBe(302);
  }, 60_000);

  it('tell how often they were used, on a phone, too', async () => {
    await page.goto(address);
    await page.getByRole('heading', { name: 'Klikkaukset' }).waitFor();
    await page.getByRole('img', { name: /^2 klikkausta/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  }, 60_000);

  it('are printed on one page with the emblem of who pays', async () => {
    await page.getByRole('link', { name: 'Tulostettava arkki' }).first().click();
    const paper = page.getByRole('region', { name: 'Esikatselu' });
    await paper.getByText('Euroopan unionin osarahoittama').waitFor();
    await paper.getByText('Hanketta rahoittaa').waitFor();
    await page.getByLabel('Otsikko').fill('Töihin Koillismaalle');
    await paper.getByRole('heading', { name: 'Töihin Koillismaalle' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  }, 60_000);
});
