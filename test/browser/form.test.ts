/** Somebody writes through the public form on a phone, with scripts off, in Arabic; axe finds nothing in her way. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { changeForm, firstForm } from '../capture/forms.ts';
import { ok, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

describeInBrowser('the public form in a browser', () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    await region.contactPerson({ profile: { languages: ['fi', 'ar'] } });
    const form = await firstForm(region);
    await changeForm(region, form.id, { languages: ['fi', 'ar'] });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  it('works on a phone without scripts, right to left', async () => {
    const page = await openWindow(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 }, locale: 'ar' });
    await page.goto(`${story.app.origin}/c/${region.slug}`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByLabel('اسمك').fill('ليلى');
    await page.getByRole('button', { name: 'إرسال' }).click();
    await page.getByText('هناك شيء ناقص').waitFor();
    expect(await page.getByLabel('اسمك').inputValue()).toBe('ليلى');
    await page.getByLabel('الهاتف أو البريد').fill('layla@example.org');
    await page.getByLabel('العمل', { exact: true }).check();
    await story.app.later(60, async () => {
      await page.getByRole('button', { name: 'إرسال' }).click();
      await page.getByRole('heading', { name: 'شكرًا، وصلت رسالتك' }).waitFor();
    });
    await page.reload();
    const { items } = ok(await region.admin('GET', region.path('/leads')));
    expect(items).toMatchObject([{ person: { name: 'ليلى' }, language: 'ar', intent: 'work' }]);
  });

  it.each(['light', 'dark'] as const)('has no barriers in %s, nor is it wider than a phone', async (colorScheme) => {
    const page = await openWindow(browser, { colorScheme, viewport: { width: 390, height: 844 } });
    const found: string[] = [];
    for (const address of ['?lang=fi', '?lang=ar', '/thanks?lang=fi', '/data?lang=fi']) {
      await page.goto(`${story.app.origin}/c/${region.slug}${address}`);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      found.push(...(await barriers(page)));
    }
    await page.goto(`${story.app.origin}/c/${region.slug}?lang=fi`);
    await page.getByRole('button', { name: 'Lähetä' }).click();
    found.push(...(await barriers(page)));
    expect(found).toEqual([]);
  });
});
