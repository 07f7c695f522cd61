/** The quick log without connection, in a real browser: it opens, keeps, survives closing, and sends once. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

/** In the browser: whether the options of the quick log and the session are on the device. */
const ANSWERS_KEPT = `new Promise((resolve) => {
  const opening = indexedDB.open('suppilo');
  opening.onsuccess = () => {
    const counting = opening.result.transaction('answer').objectStore('answer').count();
    counting.onsuccess = () => {
      opening.result.close();
      resolve(counting.result >= 6);
    };
  };
})`;
/** In the browser: the activity of the waiting entry is one that nobody knows. */
const ACTIVITY_GONE = `new Promise((resolve) => {
  const opening = indexedDB.open('suppilo');
  opening.onsuccess = () => {
    const entries = opening.result.transaction('entry', 'readwrite').objectStore('entry');
    const reading = entries.getAll();
    reading.onsuccess = () => {
      const [entry] = reading.result;
      entry.input.touches[0].activityId = '0199a0de-0000-7000-8000-000000000000';
      entries.put(entry).onsuccess = () => {
        opening.result.close();
        resolve();
      };
    };
  };
})`;
/** Waits until the expression holds in the browser; the page's own policy lets no test evaluate words inside of it. */
const until = async (window: Page, expression: string) => {
  while (!(await window.evaluate(expression))) await window.waitForTimeout(100);
};
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describeInBrowser('the quick log without connection', () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;
  const found: string[] = [];
  const look = async (page: Page) => void found.push(...(await barriers(page)));

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    const profile = { title: 'Asettautumisohjaaja', languages: ['fi', 'en'], municipalities: ['305'] };
    const liisa = await region.contactPerson({ name: 'Liisa Linkki', email: 'liisa@alue.example', profile });
    const olena = await region.contactPerson({ name: 'Olena Ohjaaja', email: 'olena@alue.example', profile });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());
    await region.recruitmentEvent({ title: 'Oulun rekrymessut', on: today, contactPerson: liisa });
    await region.recruitmentEvent({ title: 'Kajaanin rekrymessut', on: today, contactPerson: olena });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  const page = (path: string) => `${story.app.origin}/r/${region.slug}${path}`;
  const fillSignIn = async (window: Page, email: string) => {
    await window.getByLabel('Sähköposti').fill(email);
    await window.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await window.getByRole('button', { name: 'Kirjaudu' }).click();
  };
  /** Signed in, installed, and with what the quick log needs. */
  const ready = async (email = 'liisa@alue.example') => {
    const window = await openWindow(browser, phone);
    await window.goto(story.app.origin);
    await fillSignIn(window, email);
    await window.getByRole('heading', { name: 'Saapuneet', level: 1 }).waitFor();
    await until(window, 'navigator.serviceWorker.controller !== null');
    await window.goto(page('/leads/new'));
    await window.getByText('Oulun rekrymessut · tänään').waitFor();
    await until(window, ANSWERS_KEPT);
    return window;
  };
  const save = async (window: Page, name: string, reach: string, button = 'Tallenna ja seuraava') => {
    await window.getByLabel('Nimi').fill(name);
    await window.getByLabel('Puhelin tai sähköposti').fill(reach);
    await window.getByText('Muuttaa tänne', { exact: true }).click();
    await window.getByRole('button', { name: button, exact: true }).click();
    await window
      .getByText(new RegExp(`${name} on tallessa tässä laitteessa`))
      .first()
      .waitFor();
  };
  const reopened = async (context: BrowserContext, path: string) => {
    for (const old of context.pages()) await old.close();
    const window = await context.newPage();
    await window.goto(page(path));
    return window;
  };
  const names = async () => {
    const { items } = ok(await region.admin('GET', region.path('/leads?sort=createdAt')));
    return (items as { person: { name: string } }[]).map(({ person }) => person.name);
  };

  it('opens cold, keeps two entries over a closing, and sends each once, as it was when it was saved', async () => {
    const window = await ready();
    const context = window.context();
    await context.setOffline(true);
    const cold = await reopened(context, '/leads/new');
    await cold.getByText(/Ei yhteyttä\. Kirjaamasi liidit säilyvät/).waitFor();
    expect(await cold.getByRole('radio', { name: 'Oulun rekrymessut · tänään' }).isChecked()).toBe(true);
    await save(cold, 'Daria Kovalenko', '+358 40 123 4567');
    await save(cold, 'Petro Bondar', 'petro@example.org');
    await look(cold);
    const closed = await reopened(context, '/leads/waiting');
    await closed.getByText('2 kirjausta on vain tässä laitteessa.').waitFor();
    await look(closed);
    expect(await names()).toEqual([]);

    const other = await context.newPage();
    await other.goto(page('/leads/new'));
    await context.setOffline(false);
    await closed.getByText('Kaikki on lähetetty.').first().waitFor();
    expect(await names()).toEqual(['Daria Kovalenko', 'Petro Bondar']);
    const { items } = ok(await region.admin('GET', region.path('/leads?sort=createdAt')));
    expect(items[0].source.activity.title).toBe('Oulun rekrymessut');
    await context.close();
  }, 120_000);

  it('keeps an entry over a lapsed session until the same user has signed in', async () => {
    const window = await ready();
    const context = window.context();
    await context.setOffline(true);
    await save(window, 'Ivan Franko', 'ivan@example.org', 'Tallenna liidi');
    await context.clearCookies();
    const cold = await reopened(context, '/leads/new');
    await save(cold, 'Lesja Ukrainka', 'lesja@example.org');
    await context.setOffline(false);
    // The sign-in may open by itself, as soon as any other request learns that the session has lapsed.
    await cold
      .getByRole('button', { name: 'Kirjaudu, niin 2 kirjausta lähetetään.' })
      .click({ timeout: 5_000 })
      .catch(() => {});
    await cold.getByText('Kirjaus lähetetään, kun sen tekijä on kirjautunut.').waitFor();
    await look(cold);

    await fillSignIn(cold, 'olena@alue.example');
    await cold.getByRole('heading', { name: 'Uusi liidi', level: 1 }).waitFor();
    await cold.goto(page('/leads/waiting'));
    await cold.getByText('Kaikki on lähetetty.').first().waitFor();
    expect(await names()).not.toContain('Ivan Franko');

    await context.clearCookies();
    await cold.goto(page('/leads/waiting'));
    await fillSignIn(cold, 'liisa@alue.example');
    await cold.getByText('2 kirjausta lähetettiin.').first().waitFor();
    expect((await names()).filter((name) => ['Ivan Franko', 'Lesja Ukrainka'].includes(name))).toEqual(['Ivan Franko', 'Lesja Ukrainka']);
    await context.close();
  }, 120_000);

  it('keeps what the server refuses until it is corrected, and asks before signing out', async () => {
    const window = await ready();
    const context = window.context();
    await context.setOffline(true);
    await save(window, 'Mykola Lysenko', 'mykola@example.org', 'Tallenna liidi');
    await window.evaluate(ACTIVITY_GONE);
    await context.setOffline(false);
    await window.goto(page('/inbox'));
    await window.getByText('Yksi kirjaus tarvitsee korjausta.').waitFor();
    await window.getByRole('link', { name: 'Näytä', exact: true }).click();
    await window.getByText('Tätä toimenpidettä ei enää ole.').waitFor();
    await look(window);

    await window.getByRole('button', { name: 'Lisää', exact: true }).click();
    await window.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
    await window.getByText('Yksi kirjaus on lähettämättä').waitFor();
    await look(window);
    await window.getByRole('button', { name: 'Peruuta' }).click();

    await window.goto(page('/leads/waiting'));
    await window.getByRole('link', { name: 'Korjaa: Mykola Lysenko' }).click();
    await window.getByText('Tätä toimenpidettä ei enää ole.').waitFor();
    expect(await window.getByLabel('Nimi').inputValue()).toBe('Mykola Lysenko');
    await window.getByRole('button', { name: 'Tallenna liidi', exact: true }).click();
    await window.getByText('Mykola Lysenko on kirjattu.').first().waitFor();
    expect((await names()).filter((name) => name === 'Mykola Lysenko')).toHaveLength(1);
    await context.close();
  }, 120_000);

  it('meets no barrier that axe can find', () => {
    expect(found).toEqual([]);
  });
});
