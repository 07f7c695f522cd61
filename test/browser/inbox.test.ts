/** The contact person's inbox in a real browser: a colleague's work arrives by itself, each gesture is one press, all by keyboard too. */
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type ContactPersonInStory, ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

/** Fails when it does not come true. */
const isSoon = async (hoped: () => boolean): Promise<void> => {
  for (let times = 0; times < 100 && !hoped(); times += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(hoped()).toBe(true);
};

describeInBrowser('the inbox', () => {
  let story: Story;
  let region: RegionInStory;
  let liisa: ContactPersonInStory;
  let browser: Browser;
  const found: string[] = [];
  const look = async (page: Page) => void found.push(...(await barriers(page)));

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    liisa = await region.contactPerson({ name: 'Liisa Linkki', email: 'liisa@alue.example' });
    await region.contactPerson({ name: 'Matti Mainio', email: 'matti@alue.example' });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  const open = async (options: Parameters<typeof openWindow>[1] = {}): Promise<Page> => {
    const page = await openWindow(browser, options);
    // No telephone here: the browser's question which program may call would take the keys.
    await page.addInitScript({
      content: `addEventListener('click', (event) => event.target.closest('a[href^="tel:"]') && event.preventDefault())`,
    });
    await page.goto(story.app.origin);
    await page.getByLabel('Sähköposti').fill('liisa@alue.example');
    await page.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Kirjaudu' }).click();
    await page.getByRole('heading', { name: 'Saapuneet', level: 1 }).waitFor();
    return page;
  };
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const person = (name: string) => ({ name, email: 'tulija@example.org', phone: '040 1234567', languages: ['uk'] });
  const card = (page: Page, name: string) => page.getByRole('article', { name });

  it.each(['light', 'dark'] as const)(
    'shows on a phone what others write while she looks, and lets her take it (%s)',
    async (colorScheme) => {
      const name = `Daria ${colorScheme}`;
      const page = await open({ ...phone, colorScheme });
      const live = page.waitForResponse((response) => response.url().endsWith('/inbox/events'));
      await page.reload();
      await live;
      ok(await region.admin('POST', region.path('/leads'), { person: person(name), intent: 'move' }));
      await card(page, name).waitFor();
      await look(page);
      await card(page, name)
        .getByRole('button', { name: `Ota hoitaaksesi: ${name}` })
        .click();
      await page.getByText(`${name} on nyt sinun.`).waitFor();
      await page.getByRole('button', { name: `Ota hoitaaksesi: ${name}` }).waitFor({ state: 'detached' });
      await card(page, name)
        .getByRole('button', { name: `Siirrä myöhemmäksi: ${name}` })
        .click();
      await look(page);
      await page.getByRole('menuitem', { name: /Huomenna/ }).click();
      await card(page, name).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Kumoa' }).last().click();
      await card(page, name).waitFor();
      await page.context().close();
    },
    60_000,
  );

  it('says in a line what is new while she reads further down', async () => {
    for (let many = 0; many < 8; many += 1) await region.lead({ by: liisa });
    const page = await open(phone);
    await card(page, 'Daria light').waitFor();
    await page.waitForFunction('document.documentElement.scrollHeight > 2000');
    await page.evaluate('scrollTo(0, 900)');
    await page.waitForFunction('scrollY > 800');
    ok(await region.admin('POST', region.path('/leads'), { person: person('Mikael Uusi'), intent: 'work' }));
    const line = page.getByRole('button', { name: '1 uusi' });
    await line.waitFor();
    expect(await card(page, 'Mikael Uusi').count()).toBe(0);
    await look(page);
    await line.click();
    await card(page, 'Mikael Uusi').waitFor();
    await page.context().close();
  }, 60_000);

  it('is worked through by keyboard alone', async () => {
    const page = await open();
    const name = 'Daria dark';
    await card(page, name).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Seuraava kortti').waitFor();
    await look(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const focused = () => page.evaluate<string | null>(`document.activeElement?.getAttribute('aria-label') ?? null`);
    for (let steps = 0; steps < 20 && (await focused()) !== name; steps += 1) await page.keyboard.press('j');
    expect(await focused()).toBe(name);
    await page.keyboard.press('c');
    await page.getByRole('dialog').getByRole('button', { name: 'Tavoitin' }).waitFor();
    await look(page);
    await page.keyboard.press('Enter');
    await page.getByText(`Yhteydenotto kirjattu: ${name}.`).waitFor();
    await card(page, name).waitFor({ state: 'detached' });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    const next = (await focused())!;
    await page.keyboard.press('m');
    await page.getByText(`${next}: Yhteys saatu.`).waitFor();
    await page.context().close();
  }, 60_000);

  it('counts in the menu what waits wherever she is, by one stream that ends when she signs out', async () => {
    const page = await open();
    const streams = { opened: 0, closed: 0 };
    await page.goto('about:blank');
    story.app.nest.getHttpServer().on('request', ({ url }: { url: string }, response: ServerResponse) => {
      if (!url.endsWith('/inbox/events')) return;
      streams.opened += 1;
      response.once('close', () => (streams.closed += 1));
    });
    await page.goto(story.app.origin);
    await page.getByRole('heading', { name: 'Saapuneet', level: 1 }).waitFor();
    const menu = page.getByRole('navigation').first();
    await menu.getByRole('link', { name: 'Toimenpiteet' }).click();
    await page.getByRole('heading', { name: 'Toimenpiteet', level: 1 }).waitFor();
    const { waiting, common, followUps } = ok(await liisa.browser('GET', region.path('/inbox')));
    const number = waiting.total + common.total + followUps.total;
    await region.lead({ by: liisa });
    await menu.getByRole('link', { name: new RegExp(`^Saapuneet.*${number + 1}`) }).waitFor();
    expect(streams).toEqual({ opened: 1, closed: 0 });
    await page.getByRole('button', { name: /Oma tili/ }).click();
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await page.getByLabel('Salasana', { exact: true }).waitFor();
    await isSoon(() => streams.closed === 1);
    expect(streams.opened).toBe(1);
    await page.context().close();
  }, 60_000);

  it('asks after a call about a follow-up whether she was reached, and then for the answer', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2024-01-01', person: person('Selma Seurattu') });
    await lead.settles('2024-02-01');
    const page = await open(phone);
    const due = page.getByRole('article', { name: 'Selma Seurattu' }).first();
    await due.getByRole('link', { name: /^Soita/ }).click();
    await look(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Tavoitin' }).click();
    await page
      .getByRole('dialog', { name: /Selma Seurattu/ })
      .getByRole('button', { name: 'Tallenna' })
      .waitFor();
    await look(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await due.getByRole('button', { name: /^Viesti/ }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Avaa oma sähköposti' }).waitFor();
    await look(page);
    const notes = (await lead.read()).timeline.filter(({ type }: { type: string }) => type === 'note');
    expect(notes).toMatchObject([{ note: { text: 'Soitin ja tavoitin.', contact: true } }]);
    await page.context().close();
  }, 60_000);

  it('meets no barrier that axe can find', () => {
    expect(found).toEqual([]);
  });
});
