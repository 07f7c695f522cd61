/** Many written down at once, in a real browser: a spreadsheet's rows become leads, what is wrong stays with its reasons. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ok, PASSWORD, type RegionInStory, Story } from '../story.ts';
import { barriers, describeInBrowser, openBrowser, openWindow } from './browser.ts';

describeInBrowser('many at once', () => {
  let story: Story;
  let region: RegionInStory;
  let browser: Browser;
  const found: string[] = [];
  const look = async (page: Page) => void found.push(...(await barriers(page)));

  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region({ name: 'Koillinen' });
    const liisa = await region.contactPerson({ name: 'Liisa Linkki', email: 'liisa@alue.example' });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());
    await region.recruitmentEvent({ title: 'Oulun rekrymessut', on: today, contactPerson: liisa });
    const known = { name: 'Tuttu Tulija', email: 'tuttu@example.org', languages: [] };
    ok(await liisa.browser('POST', region.path('/leads'), { person: known, intent: 'move' }));
    await region.member(['marketer'], { name: 'Matti Markkinoija', email: 'matti@alue.example' });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await story?.end();
  });

  const opened = async (email: string, path: string, options = {}) => {
    const window = await openWindow(browser, options);
    await window.goto(`${story.app.origin}/r/${region.slug}${path}`);
    await window.getByLabel('Sähköposti').fill(email);
    await window.getByLabel('Salasana', { exact: true }).fill(PASSWORD);
    await window.getByRole('button', { name: 'Kirjaudu' }).click();
    await window.getByRole('heading', { name: 'Rivit' }).waitFor();
    return window;
  };
  const paste = async (window: Page, text: string) => {
    await window.getByLabel('Liitä rivit taulukosta').fill(text);
    await window.getByRole('button', { name: 'Lisää riveiksi' }).click();
  };
  const confirm = (window: Page) => window.getByRole('dialog').getByRole('button', { name: 'Tallenna', exact: true }).click();
  const people = async () => {
    const { items } = ok(await region.admin('GET', region.path('/leads?sort=name')));
    return (items as { person: { name: string } }[]).map(({ person }) => person.name);
  };

  it('the contact person pastes the list of a fair: new leads, a known one met again, a wrong row corrected in its place', async () => {
    const window = await opened('liisa@alue.example', '/leads/bulk');
    await window.getByText('Oulun rekrymessut · tänään').click();
    await window.getByLabel('Toive', { exact: true }).getByText('Muuttaa tänne', { exact: true }).click();
    await paste(
      window,
      'Nimi\tSähköposti\tPuhelin\tKunta\nDaria Kovalenko\tdaria@example.org\t040 123 4567\tKuusamo\nTuttu Tulija\ttuttu@example.org\t\t\nPetro Bondar\tpetro(at)example.org\t\t\n',
    );
    expect(await window.getByLabel('Nimi, rivi 1').inputValue()).toBe('Daria Kovalenko');
    const choice = window.getByLabel('Mitä tehdään: Tuttu Tulija');
    await choice.waitFor();
    expect(await choice.locator('option:checked').textContent()).toBe('Lisää kohtaaminen: Tuttu Tulija');
    await look(window);

    await window.reload();
    await window.getByLabel('Nimi, rivi 3').waitFor();
    await window.getByRole('button', { name: 'Tallenna 3 riviä' }).click();
    await window.getByText('Yhdellä rivillä on korjattavaa.').waitFor();
    await look(window);
    await window.getByLabel('Nimi, rivi 2').focus();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Control+A');
    await window.keyboard.type('petro@example.org');
    await window.getByRole('button', { name: 'Tallenna 3 riviä' }).click();
    await window.getByText('2 uutta liidiä. Yksi kohtaaminen tutulle liidille.').waitFor();
    await confirm(window);
    await window.getByText('3 riviä tallennettiin.').waitFor();
    expect(await window.getByLabel('Nimi, rivi 1').count()).toBe(0);
    expect(await people()).toEqual(['Daria Kovalenko', 'Petro Bondar', 'Tuttu Tulija']);
    await window.context().close();
  }, 120_000);

  it('a known person is never left out unasked, and who has talked waits for no first reply', async () => {
    const window = await opened('liisa@alue.example', '/leads/bulk');
    await window.getByLabel('Toive', { exact: true }).getByText('Muuttaa tänne', { exact: true }).click();
    await paste(
      window,
      'Nimi\tSähköposti\tMuistiinpano\nOlena Uusi\tolena@example.org\t\nTuttu Tulija\ttuttu@example.org\tKysyi asunnoista\n',
    );
    await window.getByText(/Päätä, onko hän sama ihminen/).waitFor();
    await window.getByRole('button', { name: 'Tallenna 2 riviä' }).click();
    await window.getByText('Yhdellä rivillä on korjattavaa.').waitFor();
    expect(await window.getByRole('dialog').count()).toBe(0);
    await look(window);
    const talked = window.getByLabel('Olemme jo puhuneet');
    expect(await talked.isChecked()).toBe(false);
    await window.getByText('Oulun rekrymessut · tänään').click();
    expect(await talked.isChecked()).toBe(true);
    await talked.uncheck();
    await talked.check();
    expect(await window.getByText(/Päätä, onko hän sama ihminen/).count()).toBe(0);
    await window.getByRole('button', { name: 'Tallenna 2 riviä' }).click();
    await confirm(window);
    await window.getByText('2 riviä tallennettiin.').waitFor();
    const { items } = ok(await region.admin('GET', region.path('/leads?sort=name')));
    const idOf = (wanted: string) => (items as { id: string; person: { name: string } }[]).find(({ person }) => person.name === wanted)?.id;
    const told = async (wanted: string) => JSON.stringify(ok(await region.admin('GET', region.path(`/leads/${idOf(wanted)}`))).timeline);
    expect(await told('Olena Uusi')).toContain('"how":"conversation"');
    expect(await told('Tuttu Tulija')).toContain('Kysyi asunnoista');
    await window.context().close();
  }, 120_000);

  it('on a phone a list of names is enough, and too many are refused without losing them', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const window = await opened('liisa@alue.example', '/leads/bulk', phone);
    const many = Array.from({ length: 501 }, (_, at) => `Nimi Numero${at}`).join('\n');
    await paste(window, many);
    await window.getByText(/Rivejä on liikaa/).waitFor();
    expect(await window.getByLabel('Liitä rivit taulukosta').inputValue()).toBe(many);
    await window.getByLabel('Toive', { exact: true }).getByText('Tulla töihin', { exact: true }).click();
    await paste(window, 'Anna Ek\nBo Ek\n');
    await look(window);
    await window.getByRole('button', { name: 'Tallenna 2 riviä' }).click();
    await confirm(window);
    await window.getByText('2 riviä tallennettiin.').waitFor();
    expect(await people()).toEqual(expect.arrayContaining(['Anna Ek', 'Bo Ek']));
    await window.context().close();
  }, 120_000);

  it('the marketer registers the activities of earlier years with their figures', async () => {
    const window = await opened('matti@alue.example', '/activities/bulk');
    await window.getByRole('combobox', { name: 'Yhteyshenkilö', exact: true }).click();
    await window.getByRole('option', { name: 'Liisa Linkki' }).click();
    await paste(
      window,
      'Laji;Otsikko;Kanava;Alkaa;Päättyy;Kulut;Kunnat;Tavoittavuus\nKampanja;Talven valot;Instagram;1.2.2024;29.2.2024;1 200,50 €;Kuusamo, Posio;40 000\nMessut;Kevätmessut;;31.2.2024;;800;Kuusamo;paljon\n',
    );
    await window.getByText('Kirjoita luku.').waitFor();
    await look(window);
    await window.getByText('Tällaista lajia ei ole. Valitse luettelosta.').waitFor();
    await window.getByText('Tätä päivää ei ole kalenterissa.').waitFor();
    expect(await window.getByLabel('Laji, rivi 2').inputValue()).toBe('Messut');
    await window.getByLabel('Laji, rivi 2').selectOption('Rekrytointitapahtuma');
    await window.getByLabel('Alkaa, rivi 2').fill('3.4.2024');
    await window.getByLabel('Bruttotavoittavuus, rivi 2').fill('');
    await window.getByRole('button', { name: 'Tallenna 2 toimenpidettä' }).click();
    await confirm(window);
    await window.getByText('2 toimenpidettä tallennettiin.').waitFor();
    const { items } = ok(await region.admin('GET', region.path('/activities?to=2025-01-01&from=2024-01-01&sort=startsOn')));
    expect(items).toMatchObject([
      {
        title: 'Talven valot',
        startsOn: '2024-02-01',
        endsOn: '2024-02-29',
        costCents: 120_050,
        grossReach: 40_000,
        municipalities: ['305', '614'],
      },
      { title: 'Kevätmessut', channel: 'event', endsOn: '2024-04-03', grossReach: null, contactPerson: { name: 'Liisa Linkki' } },
    ]);
    await window.context().close();
  }, 120_000);

  it('meets no barrier that axe can find', () => {
    expect(found).toEqual([]);
  });
});
