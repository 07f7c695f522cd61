/** The page of a lead whose person was erased, in a real browser: says so with the day, and offers nothing that needs a person. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type LeadInStory, ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, chromiumPath, openBrowser, openWindow } from './browser.ts';

const canRun = Boolean(chromiumPath) || Boolean(process.env.CI);
if (!canRun) console.log('No chromium here: the browser test is skipped.');

(canRun ? describe : describe.skip)('the page of an erased person', () => {
  let story: Story;
  let region: RegionInStory;
  let lead: LeadInStory;
  let browser: Browser;

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    await region.contactPerson({ name: 'Liisa Linkki', email: 'liisa@alue.example' });
    const person = { name: 'Daria Poistettava', email: 'daria@example.org', phone: '040 1234567', languages: ['uk'] };
    lead = await region.lead({ person, note: 'Etsii asuntoa' });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  it.each(['light', 'dark'] as const)('says so and offers no way to reach, move or meet her (%s)', async (colorScheme) => {
    const page = await openWindow(browser, { colorScheme, viewport: { width: 390, height: 844 } });
    await page.goto(`${story.app.origin}/r/${region.slug}/leads/${lead.id}`);
    await page.getByLabel('Sähköposti').fill('liisa@alue.example');
    await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
    const offered = () =>
      Promise.all([
        page.getByRole('link', { name: 'Soita' }).count(),
        page.getByRole('button', { name: 'Sähköposti' }).count(),
        page.getByRole('button', { name: 'Lisää kohtaaminen' }).count(),
        page.getByRole('button', { name: 'Tallenna muistiinpano' }).count(),
        page.getByRole('button', { name: 'Kirjaa tulos' }).count(),
        page.getByRole('button', { name: 'Muu vaihe' }).count(),
      ]);
    if (colorScheme === 'light') {
      await page.getByRole('heading', { name: 'Daria Poistettava', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'Lisää kohtaaminen' }).waitFor();
      expect(await offered()).not.toContain(0);
      const { person } = await lead.read();
      ok(await lead.browser('POST', region.path(`/persons/${person.id}/erase`), { reason: 'asked' }));
      await page.reload();
    }
    await page.getByText(/Henkilötiedot on poistettu \d+\.\d+\.\d{4}/).waitFor();
    await page.getByRole('heading', { name: 'Tarina' }).waitFor();
    expect(await offered()).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await page.getByText('Etsii asuntoa').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });
});
