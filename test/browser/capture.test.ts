/** From a campaign to a conversation: a marketer registers it, somebody far away follows its link and writes, a contact person sees whence. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { linksOf } from '../capture/visits.ts';
import { changeForm, firstForm } from '../capture/forms.ts';
import { ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

describeInBrowser('a campaign brings somebody', () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    await region.member(['marketer'], { email: 'matti@alue.example' });
    await region.contactPerson({ name: 'Liisa Linkki', email: 'liisa@alue.example', profile: { languages: ['fi', 'uk'] } });
    const form = await firstForm(region);
    await changeForm(region, form.id, { languages: ['fi', 'uk'] });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  const signIn = async (email: string, options = {}): Promise<Page> => {
    const page = await openWindow(browser, options);
    await page.goto(story.app.origin);
    await page.getByLabel('Sähköposti').fill(email);
    await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
    return page;
  };

  it('is registered by a marketer, and has a link at once', async () => {
    const page = await signIn('matti@alue.example');
    await page.getByRole('heading', { name: 'Toimenpiteet', level: 1 }).waitFor();
    await page.goto(`${story.app.origin}/r/${region.slug}/activities/new`);
    const choose = (group: string, chip: string) => page.getByLabel(group, { exact: true }).getByText(chip, { exact: true }).click();
    await choose('Laji', 'Kampanja');
    await page.getByLabel('Otsikko').fill('Переїдь на північ');
    await choose('Kanavat', 'Instagram');
    await choose('Kunnat', 'Kuusamo');
    await page.getByRole('button', { name: 'Kirjaa toimenpide' }).click();
    await page.getByRole('heading', { name: 'Переїдь на північ', level: 1 }).waitFor();
    await page
      .getByText(/\/go\/[a-z2-9]{7}/)
      .first()
      .waitFor();
    await page.context().close();
  }, 60_000);

  it('is followed on a phone without scripts to the form, in the language of who reads it', async () => {
    const [activity] = ok(await region.admin('GET', region.path('/activities'))).items;
    const [link] = await linksOf(region, activity);
    const page = await openWindow(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 }, locale: 'uk-UA' });
    await page.goto(`${story.app.origin}/go/${link!.code}`);
    expect(new URL(page.url()).pathname).toBe(`/c/${region.slug}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    await page.locator('[name=name]').fill('Дарія Коваль');
    await page.locator('[name=contact]').fill('daria@example.org');
    await page.locator('[name=intent][value=work]').check();
    await page.locator('[name=message]').fill('Шукаю роботу вчителькою.');
    await story.app.later(60, async () => {
      await page.locator('form button').click();
      await page.waitForURL(/\/thanks/);
    });
    await page.context().close();
  }, 60_000);

  it('is the source of a lead that a contact person sees', async () => {
    const page = await signIn('liisa@alue.example', { viewport: { width: 390, height: 844 } });
    await page.getByRole('heading', { name: 'Saapuneet', level: 1 }).waitFor();
    const [lead] = ok(await region.admin('GET', region.path('/leads'))).items;
    await page.getByText('Дарія Коваль').first().waitFor();
    await page.goto(`${story.app.origin}/r/${region.slug}/leads/${lead.id}`);
    await page.getByRole('heading', { name: 'Дарія Коваль', level: 1 }).waitFor();
    await page.getByText('Шукаю роботу вчителькою.').first().waitFor();
    await page
      .getByText(/Переїдь на північ/)
      .first()
      .waitFor();
    expect(lead).toMatchObject({ language: 'uk', intent: 'work' });
    expect(await barriers(page)).toEqual([]);
  }, 60_000);
});
