/** Management asks where it leaks at the tip of the funnel: the coverage of the demo, read and opened in a real browser. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TestApp } from '../app.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

const plain = (text: string | null) => (text ?? '').replace(/\s/g, ' ');

describeInBrowser('the coverage of the demo', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    page = await openWindow(browser);
    const demo = await page.request.post(`${app.origin}/api/v1/setup/demo`, {
      data: {},
      headers: { origin: app.origin },
      timeout: 0,
    });
    expect(demo.ok()).toBe(true);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const report = async () =>
    (
      await page.request.get(`${app.origin}/api/v1/regions/koillismaa/reports/coverage?from=2025-01-01&to=2026-01-01&compare=previous`)
    ).json();
  const open = async () => {
    await page.goto(`${app.origin}/r/koillismaa/coverage?from=2025-01-01&to=2026-01-01`);
    await page.getByRole('heading', { name: 'Kattavuus', level: 1 }).waitFor();
    await page.getByText('Oliko joku vastaamassa?').waitFor();
    await page.getByRole('img', { name: /^Kulut:/ }).waitFor();
  };

  it('shows the share that the report tells, as a picture and as a table', async () => {
    await open();
    const { spendCents } = await report();
    const share = Math.round((100 * spendCents.covered) / (spendCents.total - spendCents.before));
    expect(plain(await page.getByRole('img', { name: /^Kulut:/ }).getAttribute('aria-label'))).toContain(`Kulut: ${share} % päivinä`);
    expect(await barriers(page)).toEqual([]);

    const covered = page.getByRole('region', { name: 'Oliko joku vastaamassa?' });
    await covered.getByRole('button', { name: 'Näytä taulukkona' }).click();
    expect(plain(await covered.getByRole('row', { name: /^Kulut/ }).textContent())).toContain(`${share} %`);
    expect(await barriers(page)).toEqual([]);
  }, 120_000);

  it('says how a figure is counted', async () => {
    await open();
    await page.getByRole('region', { name: 'Ensimmäinen vastaus' }).getByRole('button', { name: 'Näin tämä lasketaan' }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Ensimmäinen vastaus ajoissa' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  }, 120_000);

  it('opens the untouched leads of the same days, as far as the viewer may see them', async () => {
    await open();
    const { leads } = await report();
    await page.getByRole('link', { name: new RegExp(`^${leads.untouched} 30 päivää koskematta`) }).click();
    await page.getByRole('heading', { name: 'Liidit', level: 1 }).waitFor();
    await page.getByText(/1\.1\.–31\.12\.2025/).waitFor();
    const query = 'createdFrom=2025-01-01&createdTo=2025-12-31&untouched=true&limit=1';
    const { total } = await (await page.request.get(`${app.origin}/api/v1/regions/koillismaa/leads?${query}`)).json();
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(`(^|\\s)${total}\\s`) })
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
  }, 120_000);
});
